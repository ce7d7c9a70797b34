package org.longspan.optim.descent;

import java.util.Arrays;
import java.util.List;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Setting;
import org.longspan.optim.ElementwiseTransform;
import org.longspan.optim.Memory;
import org.longspan.optim.Optimizer;
import org.longspan.optim.Step;

/**
 * Rprop: each weight has its own step d, η at first. Where g keeps its sign, d grows by η⁺; where it turns, d shrinks
 * by η⁻ and this gradient counts as 0; then θ ← θ − d sign(g), with d in [d_min, d_max].
 *
 * <p>Source: Riedmiller and Braun 1993, in the form of torch, which is iRprop⁻ of Igel and Hüsken 2000.
 *
 * <p>Not to be confused with the method as first published, which takes a step back where the sign turns; with signSGD,
 * whose steps are all equal. It was made for gradients over all data: those of small batches turn by chance, and steps
 * shrink. A schedule's factor scales every step but not d.
 *
 * @param learningRate η, the first d of every weight
 * @param shrink η⁻, in (0, 1]
 * @param grow η⁺, at least 1
 * @param least d_min
 * @param greatest d_max
 */
public record Rprop(double learningRate, double shrink, double grow, double least, double greatest)
        implements ElementwiseTransform {

    static final String STEPS = "rprop.steps";
    static final String GRADIENT = "rprop.gradient";
    static final String BEGUN = "rprop.begun"; // 1 once the steps have their first value

    private static final String SHRINK = "shrink";
    private static final String GROW = "grow";
    private static final String LEAST = "least-step";
    private static final String GREATEST = "greatest-step";

    /**
     * This optimizer in the catalogue. η is only where steps begin: a decade up takes 13 updates of one sign, a decade
     * down 4 turns, so its range may lie low, at a tenth of {@link RmsProp}'s: steps that are too short recover, steps
     * that are too long ruin the weights first. The factors and bounds are torch's and not tuned: every arm gets the
     * same number of draws.
     */
    public static final Entry<Optimizer> ENTRY = new Entry<>(
            "rprop",
            "Each weight moved by a step of its own, which grows while the gradient keeps its sign and shrinks when it"
                    + " turns.",
            "g gₖ₋₁ > 0: d ← min(η⁺d, d_max); g gₖ₋₁ < 0: d ← max(η⁻d, d_min), g ← 0; θ ← θ − d sign(g);"
                    + " d = η at first",
            "Riedmiller and Braun 1993, A Direct Adaptive Method for Faster Backpropagation Learning: The RPROP"
                    + " Algorithm, IEEE International Conference on Neural Networks; in the form of torch.optim.Rprop",
            List.of(
                    DescentStep.learningRate(0.01, 1e-5, 0.1),
                    new Setting.Number(
                            SHRINK, "η⁻, what a step is multiplied by at a turn", 0.5, 0, false, 1, false, null),
                    Setting.Number.within(GROW, "η⁺, what a step is multiplied by without a turn", 1.2, 1, 1e3),
                    Setting.Number.within(LEAST, "d_min, the shortest step", 1e-6, 1e-15, 1e6),
                    Setting.Number.within(GREATEST, "d_max, the longest step", 50, 1e-15, 1e6)),
            List.of(),
            settings -> of(new Rprop(
                    settings.number(DescentStep.LEARNING_RATE),
                    settings.number(SHRINK),
                    settings.number(GROW),
                    settings.number(LEAST),
                    settings.number(GREATEST))));

    /** Returns the method with these constants. */
    public static Optimizer of(Rprop constants) {
        return FirstOrder.of(constants, new DescentStep(1)); // d holds each step's length
    }

    @Override
    public void begin(Memory memory, Step step) {
        double[] begun = memory.numbers(BEGUN, 1);
        if (begun[0] == 0) {
            Arrays.fill(memory.vector(STEPS).data(), (float) learningRate);
            begun[0] = 1;
        }
    }

    @Override
    public void apply(Parameters update, Parameters theta, Memory memory, Step step, int from, int to) {
        float minus = (float) shrink;
        float plus = (float) grow;
        float low = (float) least;
        float high = (float) greatest;
        float[] u = update.data(); // g on entry, d sign(g) on return
        float[] d = memory.vector(STEPS).data();
        float[] before = memory.vector(GRADIENT).data(); // g of the update before, 0 where that had turned
        for (int i = from; i < to; i++) {
            float agreement = u[i] * before[i]; // never denormal: no gradient is under 1e-18
            float factor = agreement > 0 ? plus : agreement < 0 ? minus : 1;
            float g = agreement < 0 ? 0 : u[i];
            d[i] = Math.min(high, Math.max(low, factor * d[i]));
            before[i] = g;
            u[i] = d[i] * Math.signum(g);
        }
    }
}
