package org.longspan.optim.secondorder;

import java.util.List;
import org.longspan.numerics.catalogue.PublishedSize;
import org.longspan.numerics.catalogue.Setting;
import org.longspan.numerics.catalogue.Settings;

/**
 * The batch sizes and iterations of a Hessian-free step: a named size, whose numbers a plan may override one by one.
 *
 * @param gradientSequences of the gradient
 * @param curvatureSequences of each of three batches: for the products, for backtracking, for the line search
 * @param iterations most iterations of conjugate gradient
 */
record HessianFreeSize(int gradientSequences, int curvatureSequences, int iterations) {

    private static final String SMALL = "small";
    private static final String GRADIENT_SEQUENCES = "gradient-sequences";
    private static final String CURVATURE_SEQUENCES = "curvature-sequences";
    private static final String CG_ITERATIONS = "cg-iterations";

    /** The settings, in the order of a plan. */
    static final List<Setting> SETTINGS = List.of(
            new Setting.Word(
                    PublishedSize.SETTING,
                    "what a 0 in the three settings below stands for: 10000, 1000 and 300 as published, or 500, 100 and 30",
                    PublishedSize.PUBLISHED,
                    List.of(PublishedSize.PUBLISHED, SMALL)),
            Setting.Number.whole(GRADIENT_SEQUENCES, "sequences of a gradient, 0 for those of the size", 0, 0, 1e6),
            Setting.Number.whole(
                    CURVATURE_SEQUENCES, "sequences of a curvature product, 0 for those of the size", 0, 0, 1e6),
            Setting.Number.whole(
                    CG_ITERATIONS, "most iterations of conjugate gradient, 0 for those of the size", 0, 0, 1e5));

    static HessianFreeSize from(Settings settings) {
        HessianFreeSize named = settings.word(PublishedSize.SETTING).equals(SMALL)
                ? new HessianFreeSize(500, 100, 30)
                : new HessianFreeSize(10_000, 1000, 300); // Sutskever's release of 2011
        return new HessianFreeSize(
                given(settings, GRADIENT_SEQUENCES, named.gradientSequences),
                given(settings, CURVATURE_SEQUENCES, named.curvatureSequences),
                given(settings, CG_ITERATIONS, named.iterations));
    }

    private static int given(Settings settings, String name, int otherwise) {
        int value = settings.whole(name);
        return value == 0 ? otherwise : value;
    }

    /** Returns how many sequences a step uses: the gradient's, among which are three of the curvature's size. */
    int sequencesPerStep() {
        return Math.max(gradientSequences, 3 * curvatureSequences);
    }
}
