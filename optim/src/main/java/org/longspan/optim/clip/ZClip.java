package org.longspan.optim.clip;

import java.util.List;
import java.util.Set;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.SearchRange;
import org.longspan.numerics.catalogue.Setting;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.numerics.oracle.GradientSeams;
import org.longspan.optim.Clipping;
import org.longspan.optim.ClippingScheme;
import org.longspan.optim.GradientTransform;
import org.longspan.optim.Law;
import org.longspan.optim.Memory;
import org.longspan.optim.Step;
import org.longspan.optim.ThresholdUnit;

/**
 * ZClip: with running mean m and variance s of the norms, ζ = (‖g‖ − m)/(√s + ε). Where ζ > ζ*, a spike, the norm
 * becomes ν = m + ζ*²√s/ζ, elsewhere ν = ‖g‖; then m ← αm + (1 − α)ν; s ← αs + (1 − α)(ν − m)². Finally g is shortened
 * to min(ν, c). All of it before any momentum.
 *
 * <p>Source: Kumar, Owen, Chowdhury and Güra 2025, in the form and with the constants of their released code: α = 0.97,
 * ζ* = 2.5, ε = 1e-6, c = 1. The first 25 norms only begin m and s, as their mean and their variance (divided by 25),
 * while gradients are clipped to c alone. The code divides by ‖g‖ + 1e-6 when it shortens; here the norm is exact. A
 * gradient that is not finite is neither clipped nor remembered.
 *
 * <p>Not to be confused with {@link AutoClip}: what is not an outlier passes. ε is compared with norms, so the scheme
 * depends on the scale of the loss.
 *
 * @param threshold c, which no norm exceeds
 * @param spike ζ*, standard deviations over the mean
 * @param decay α, the share of mean and variance that stays
 * @param warmUp number of norms that begin the mean and the variance
 */
public record ZClip(double threshold, double spike, double decay, int warmUp) implements ClippingScheme {

    private static final String NAME = "z-clip";
    private static final String THRESHOLD = "threshold";
    private static final String SPIKE = "spike";
    private static final String DECAY = "decay";
    private static final String WARM_UP = "warm-up";
    private static final double EPSILON = 1e-6;
    private static final Set<Law> LAWS = Set.of(Law.NORM_BOUND, Law.KEEPS_DIRECTION);

    /** This scheme in the catalogue. */
    public static final Entry<ClippingScheme> ENTRY = new Entry<>(
            NAME,
            "The whole gradient shortened where its norm is an outlier among earlier norms, and always to a threshold.",
            "ζ = (‖g‖ − m)/(√s + ε); ν = m + ζ*²√s/ζ where ζ > ζ*, else ‖g‖; g ← g · min(ν, c)/‖g‖; m ← αm + (1 − α)ν;"
                    + " s ← αs + (1 − α)(ν − m)²",
            "Kumar, Owen, Chowdhury and Güra 2025, ZClip: Adaptive Spike Mitigation for LLM Pre-Training,"
                    + " arXiv:2504.02507, and its released code",
            List.of(
                    number(THRESHOLD, "c, the greatest norm of any gradient; at infinity only spikes are clipped", 1)
                            .tuned(SearchRange.log(0.01, 100)),
                    number(SPIKE, "ζ*, standard deviations over the mean from which a norm is a spike", 2.5)
                            .tuned(SearchRange.log(1, 10)),
                    Setting.Number.within(DECAY, "α, the share of mean and variance that stays", 0.97, 0, 1),
                    Setting.Number.whole(WARM_UP, "number of norms that begin the mean and the variance", 25, 1, 1e6)),
            List.of("none"),
            ZClip::from);

    private static Setting.Number number(String name, String meaning, double value) {
        return new Setting.Number(name, meaning, value, 0, false, Double.POSITIVE_INFINITY, false, null);
    }

    private static ZClip from(Settings settings) {
        return new ZClip(
                settings.number(THRESHOLD), settings.number(SPIKE), settings.number(DECAY), settings.whole(WARM_UP));
    }

    @Override
    public ThresholdUnit unit() {
        return ThresholdUnit.NONE;
    }

    @Override
    public Set<Law> laws() {
        return LAWS;
    }

    @Override
    public Clipping at(double... units) {
        return new Clipping(NAME, GradientSeams.NONE, new Rescaled(this), LAWS);
    }

    private record Rescaled(ZClip scheme) implements GradientTransform {

        private static final int SEEN = 0;
        private static final int MEAN = 1;
        private static final int VARIANCE = 2;

        @Override
        public void apply(Parameters update, Parameters theta, Memory memory, Step step) {
            Kernels kernels = step.kernels();
            double norm = kernels.reductions().norm(update);
            if (Double.isFinite(norm)) {
                double most = Math.min(scheme.threshold, withoutSpike(norm, memory));
                Rescale.toNorm(most, norm, update.data(), 0, update.size(), kernels);
            }
        }

        /** Returns ν, and updates mean and variance with it. */
        private double withoutSpike(double norm, Memory memory) {
            double[] state = memory.numbers("z-clip.state", 3);
            if (state[SEEN] < scheme.warmUp) {
                begin(norm, memory.numbers("z-clip.warm-up", scheme.warmUp), state);
                return norm;
            }
            double deviation = Math.sqrt(state[VARIANCE]);
            double z = (norm - state[MEAN]) / (deviation + EPSILON);
            double nu = z > scheme.spike ? state[MEAN] + scheme.spike * scheme.spike * deviation / z : norm;
            double alpha = scheme.decay;
            state[MEAN] = alpha * state[MEAN] + (1 - alpha) * nu;
            double distance = nu - state[MEAN];
            state[VARIANCE] = alpha * state[VARIANCE] + (1 - alpha) * distance * distance;
            return nu;
        }

        private static void begin(double norm, double[] norms, double[] state) {
            norms[(int) state[SEEN]++] = norm;
            if (state[SEEN] == norms.length) {
                double sum = 0;
                for (double n : norms) {
                    sum += n;
                }
                state[MEAN] = sum / norms.length;
                double squares = 0;
                for (double n : norms) {
                    squares += (n - state[MEAN]) * (n - state[MEAN]);
                }
                state[VARIANCE] = squares / norms.length;
            }
        }
    }
}
