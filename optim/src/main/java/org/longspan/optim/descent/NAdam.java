package org.longspan.optim.descent;

import java.util.List;
import java.util.stream.Stream;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Setting;
import org.longspan.optim.ElementwiseTransform;
import org.longspan.optim.Memory;
import org.longspan.optim.Optimizer;
import org.longspan.optim.Step;

/**
 * NAdam: Adam's moments with the momentum of the next update already in the step: m ← β₁m + (1 − β₁)g;
 * s ← β₂s + (1 − β₂)g²; θ ← θ − η((1 − μₜ)g/(1 − Πₜ) + μₜ₊₁m/(1 − Πₜ₊₁))/(√ŝ + ε) with μₜ = β₁(1 − ½ 0.96^{tψ}),
 * Πₜ = μ₁ ⋯ μₜ, ŝ = s/(1 − β₂ᵗ), t counting the updates made.
 *
 * <p>Source: Dozat 2016, as in torch: ψ = 0.004 and the constants ½ and 0.96 of Sutskever, Martens, Dahl and Hinton
 * 2013.
 *
 * <p>Not to be confused with Nesterov's gradient, which is taken elsewhere than at θ. As in torch m itself runs with
 * β₁, not with μₜ. An update that a policy for non-finite gradients skips does not count in t.
 *
 * @param moments m and s, with β₁ and β₂
 * @param epsilon ε
 * @param ratio 0.96^ψ, in (0, 1]
 */
public record NAdam(Moments moments, double epsilon, double ratio) implements ElementwiseTransform {

    static final String CORRECTIONS = "nadam.corrections"; // 1 − 0.96^{tψ}, 1 − Πₜ, 1 − β₂ᵗ

    private static final String MOMENTUM_DECAY = "momentum-decay";
    private static final double BASE = 0.96;

    /** This optimizer in the catalogue; the range of η is that of {@link Adam}, and for the same reason. */
    public static final Entry<Optimizer> ENTRY = new Entry<>(
            "nadam",
            "Adam that steps with the first moment of the next update, as Nesterov's momentum does.",
            "θ ← θ − η((1−μₜ)g/(1−Πₜ) + μₜ₊₁m/(1−Πₜ₊₁))/(√ŝ + ε); μₜ = β₁(1 − ½ 0.96^{tψ}), Πₜ = μ₁⋯μₜ;"
                    + " m, ŝ as in adam",
            "Dozat 2016, Incorporating Nesterov Momentum into Adam, ICLR workshop; in the form of torch.optim.NAdam",
            Stream.concat(
                            Adam.settings(0.002).stream(),
                            Stream.of(Setting.Number.within(
                                    MOMENTUM_DECAY, "ψ, how fast μ climbs from β₁/2 to β₁", 0.004, 0, 1e3)))
                    .toList(),
            List.of(),
            settings -> of(
                    settings.number(DescentStep.LEARNING_RATE),
                    new NAdam(
                            settings.number(Adam.BETA1),
                            settings.number(Adam.BETA2),
                            settings.number(MomentSettings.EPSILON),
                            StrictMath.pow(BASE, settings.number(MOMENTUM_DECAY)))));

    /** Creates the method from β₁, β₂, ε and 0.96^ψ. */
    public NAdam(double beta1, double beta2, double epsilon, double ratio) {
        this(Moments.of("nadam", beta1, beta2), epsilon, ratio);
    }

    /** Returns the method with learning rate η and its constants. */
    public static Optimizer of(double learningRate, NAdam constants) {
        return FirstOrder.of(constants, new DescentStep(learningRate));
    }

    @Override
    public void begin(Memory memory, Step step) {
        double[] corrections = memory.numbers(CORRECTIONS, 3);
        corrections[0] = Adam.advance(corrections[0], ratio);
        corrections[1] = Adam.advance(corrections[1], mu(corrections[0]));
        corrections[2] = Adam.advance(corrections[2], moments.beta2());
    }

    /** μₜ = β₁(1 − ½ 0.96^{tψ}) from 1 − 0.96^{tψ}. */
    private double mu(double climbed) {
        return moments.beta1() * (0.5 + 0.5 * climbed);
    }

    @Override
    public void apply(Parameters update, Parameters theta, Memory memory, Step step, int from, int to) {
        moments.apply(update, theta, memory, step, from, to);
        float eps = (float) epsilon;
        double[] corrections = memory.numbers(CORRECTIONS);
        double next = mu(Adam.advance(corrections[0], ratio)); // μₜ₊₁
        float ofGradient = (float) ((1 - mu(corrections[0])) / corrections[1]);
        float ofMean = (float) (next / Adam.advance(corrections[1], next));
        float rootScale = (float) (1 / Math.sqrt(corrections[2]));
        float[] u = update.data(); // g on entry, the step without −η on return
        float[] m = moments.first(memory);
        float[] s = moments.second(memory);
        for (int i = from; i < to; i++) {
            u[i] = Math.fma(ofGradient, u[i], ofMean * m[i]) / Math.fma(rootScale, (float) Math.sqrt(s[i]), eps);
        }
    }
}
