package org.longspan.testkit;

import java.util.List;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.longspan.numerics.Block;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.Role;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.optim.ClippingScheme;
import org.longspan.optim.clip.AdaptiveClipping;
import org.longspan.optim.clip.Clippings;

@ParameterizedClass(name = "{0}")
@MethodSource("entries")
class ClippingsKeepTheContractTest extends ClippingContract {

    @Parameter
    private Entry<ClippingScheme> entry;

    static List<Entry<ClippingScheme>> entries() {
        return Chosen.of(Clippings.all());
    }

    @Override
    protected Entry<ClippingScheme> clipping() {
        return entry;
    }

    @Override
    protected double[] measure(Parameters gradient, Parameters theta) {
        return entry == AdaptiveClipping.ENTRY
                ? new double[] {largestRatio(gradient, theta)}
                : super.measure(gradient, theta);
    }

    /** The greatest ratio of a unit's gradient to its weights, the read-out apart. */
    private static double largestRatio(Parameters gradient, Parameters theta) {
        double largest = 0;
        for (Block block : gradient.layout().blocks()) {
            for (int j = 0; block.role() != Role.READ_OUT && j < block.columns(); j++) {
                double ratio =
                        norm(gradient.block(block.name()), j) / Math.max(norm(theta.block(block.name()), j), 1e-3);
                largest = Math.max(largest, ratio);
            }
        }
        return largest;
    }

    private static double norm(Matrix block, int column) {
        double squares = 0;
        for (int i = 0; i < block.rows(); i++) {
            squares += (double) block.get(i, column) * block.get(i, column);
        }
        return Math.sqrt(squares);
    }
}
