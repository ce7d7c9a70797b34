package org.longspan.testkit;

import java.util.Arrays;
import java.util.function.Function;
import org.longspan.numerics.Block;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.ParameterLayout;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.Role;
import org.longspan.numerics.random.RandomStream;
import org.longspan.numerics.random.Seed;
import org.longspan.optim.Clipping;
import org.longspan.optim.Law;
import org.longspan.optim.Memory;
import org.longspan.optim.Step;
import org.longspan.optim.ThresholdUnit;
import org.longspan.optim.schedule.Constant;

/**
 * A seeded gradient after a past, and whether a law holds on it. For a scheme inside back-propagation the gradient is
 * one row of the signal. A scheme with a memory has first seen {@value #PAST} gradients, permutations of the same elements
 * with similar norms; against these the example may be a spike.
 *
 * @param number of the example, which determines everything below
 * @param gradient of 1 to 4 blocks, the last of three or four a read-out; its norm is anything from 1e-3 to 1e3
 * @param theta the weights, of a norm of their own
 * @param factor the threshold over the gradient's measure, from 0.01 to 10, where a law leaves it free
 * @param past of each past gradient, its norm over this one's
 */
record ClippedExample(long number, Parameters gradient, Parameters theta, double factor, double[] past) {

    /** Longer than the warm-up of every built-in scheme. */
    static final int PAST = 30;

    private static final int UPDATES = 1000;

    /** One rounding to float an element, 2⁻²⁴, and those of the norm in double. */
    private static final double ROUNDING = 0x1p-23;

    /** What is under test: the clipping with these thresholds, one or one a block. */
    @FunctionalInterface
    interface Thresholds extends Function<double[], Clipping> {}

    /** Draws example {@code number}; a row is one block. */
    static ClippedExample draw(long number, boolean row) {
        RandomStream random = Seed.root(0).with("clipped-example", number).with("row", row ? 1 : 0).stream();
        ParameterLayout.Builder layout = ParameterLayout.builder();
        int blocks = row ? 1 : 1 + random.nextInt(4);
        for (int b = 0; b < blocks; b++) {
            Role role = b >= 2 && b == blocks - 1 ? Role.READ_OUT : Role.RECURRENT;
            layout.add("block" + b, 1 + random.nextInt(5), 1 + random.nextInt(7), role);
        }
        Parameters gradient = normal(layout.build(), logUniform(random, 1e-3, 1e3), random);
        double factor = logUniform(random, 1e-2, 10);
        RandomStream others = Seed.root(0).with("beside-clipped-example", number).stream();
        Parameters theta = normal(gradient.layout(), logUniform(others, 1e-3, 10), others);
        double level = logUniform(others, 0.05, 2);
        double[] past = new double[PAST];
        Arrays.setAll(past, k -> level * others.uniform(0.5, 1));
        return new ClippedExample(number, gradient, theta, factor, past);
    }

    private static Parameters normal(ParameterLayout layout, double scale, RandomStream random) {
        Parameters drawn = new Parameters(layout);
        for (int i = 0; i < drawn.size(); i++) {
            drawn.data()[i] = (float) (scale * random.normal());
        }
        return drawn;
    }

    /** Returns whether {@code law} holds here for a scheme to which this gradient measures {@code measured}. */
    boolean holds(Law law, Thresholds thresholds, double[] measured, Kernels kernels) {
        return switch (law) {
            case OFF_AT_INFINITY -> offAtInfinity(thresholds, measured.length, kernels);
            case IDENTITY_BELOW_THRESHOLD -> unchanged(thresholds.apply(times(measured, 1.001 + factor)), kernels);
            case NORM_BOUND -> bounded(thresholds, measured.length, kernels);
            case KEEPS_DIRECTION -> parallel(clip(thresholds.apply(oneForAll(measured.length, kernels)), kernels));
            case SCALE_EQUIVARIANT -> equivariant(thresholds, measured, kernels);
        };
    }

    /** Returns what a clipping leaves of the gradient. */
    Parameters clip(Clipping clipping, Kernels kernels) {
        return clip(clipping, gradient, remembered(clipping, 1, kernels), kernels);
    }

    /** Returns what a clipping leaves of {@code given}, by whichever seam it works, with what it remembers. */
    Parameters clip(Clipping clipping, Parameters given, Memory memory, Kernels kernels) {
        Parameters left = given.copy();
        apply(clipping, left, memory, step(kernels));
        return left;
    }

    /** Rewrites {@code left} by whichever seam a clipping works. */
    void apply(Clipping clipping, Parameters left, Memory memory, Step step) {
        if (clipping.seams().perStep() != null) {
            clipping.seams().perStep().apply(left.data(), 0, left.size());
        }
        if (clipping.seams().perExample() != null) {
            left.scale((float) clipping.seams()
                    .perExample()
                    .weight(step.kernels().reductions().norm(left)));
        }
        clipping.perUpdate().apply(left, theta, memory, step);
    }

    /** Returns the circumstances of the update after the past. */
    static Step step(Kernels kernels) {
        Step step = new Step(kernels, Seed.root(0), new Constant(), UPDATES);
        step.moveTo(PAST);
        return step;
    }

    /** Returns the memory of a clipping after the past gradients, each times {@code scale}. */
    Memory remembered(Clipping clipping, float scale, Kernels kernels) {
        Memory memory = new Memory(gradient.layout());
        if (clipping.perUpdate() != Clipping.IDENTITY) {
            Step step = step(kernels);
            Parameters before = gradient.copy();
            for (int k = 0; k < PAST; k++) {
                for (int i = 0; i < before.size(); i++) {
                    float shifted = gradient.data()[(i + k + 1) % before.size()];
                    before.data()[i] = scale * (float) (past[k] * shifted);
                }
                step.moveTo(k);
                clipping.perUpdate().apply(before, theta, memory, step);
            }
        }
        return memory;
    }

    /** The measure that a threshold of this unit is compared with; the norm where the unit says nothing. */
    static double[] measure(ThresholdUnit unit, Parameters gradient, Kernels kernels) {
        return switch (unit) {
            case GLOBAL_NORM, LARGEST_ELEMENT, BLOCK_NORM, BLOCK_RMS -> unit.measure(gradient, kernels);
            case NONE, SIGNAL_ROW_NORM, EXAMPLE_NORM, TIME_STEPS ->
                ThresholdUnit.GLOBAL_NORM.measure(gradient, kernels);
        };
    }

    @Override
    public String toString() {
        return "example " + number + " with blocks of "
                + gradient.layout().blocks().stream().map(Block::size).toList() + ": "
                + Arrays.toString(gradient.data());
    }

    /** A scheme that refuses the threshold ∞ cannot be switched off by it. */
    private boolean offAtInfinity(Thresholds thresholds, int units, Kernels kernels) {
        try {
            return unchanged(thresholds.apply(filled(units, Double.POSITIVE_INFINITY)), kernels);
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }

    private boolean unchanged(Clipping clipping, Kernels kernels) {
        return Arrays.equals(clip(clipping, kernels).data(), gradient.data());
    }

    private boolean bounded(Thresholds thresholds, int units, Kernels kernels) {
        double[] threshold = oneForAll(units, kernels);
        Parameters left = clip(thresholds.apply(threshold), kernels);
        return kernels.reductions().norm(left) <= threshold[0] * (1 + ROUNDING);
    }

    /** Whether every element was multiplied by the same number, read off the largest one. */
    private boolean parallel(Parameters left) {
        int largest = 0;
        for (int i = 0; i < gradient.size(); i++) {
            largest = Math.abs(gradient.data()[i]) > Math.abs(gradient.data()[largest]) ? i : largest;
        }
        double ratio = (double) left.data()[largest] / gradient.data()[largest];
        for (int i = 0; i < gradient.size(); i++) {
            double expected = ratio * gradient.data()[i];
            if (!(ratio >= 0) || !(Math.abs(left.data()[i] - expected) <= 2 * ROUNDING * Math.abs(expected))) {
                return false;
            }
        }
        return true;
    }

    /** With c a power of two, so that no rounding comes between. */
    private boolean equivariant(Thresholds thresholds, double[] measured, Kernels kernels) {
        float c = Math.scalb(1f, (int) (number % 17) - 8);
        Parameters scaled = gradient.copy();
        scaled.scale(c);
        Parameters once = clip(thresholds.apply(times(measured, factor)), kernels);
        Clipping clipping = thresholds.apply(times(measured, c * factor));
        Parameters after = clip(clipping, scaled, remembered(clipping, c, kernels), kernels);
        once.scale(c);
        return Arrays.equals(after.data(), once.data());
    }

    /** One threshold for all units: with thresholds in proportion to their norms, all blocks would shrink alike. */
    private double[] oneForAll(int units, Kernels kernels) {
        return filled(units, factor * kernels.reductions().norm(gradient));
    }

    private static double logUniform(RandomStream random, double from, double to) {
        return StrictMath.exp(random.uniform(StrictMath.log(from), StrictMath.log(to)));
    }

    private static double[] times(double[] numbers, double factor) {
        return Arrays.stream(numbers).map(x -> x * factor).toArray();
    }

    private static double[] filled(int length, double value) {
        double[] numbers = new double[length];
        Arrays.fill(numbers, value);
        return numbers;
    }
}
