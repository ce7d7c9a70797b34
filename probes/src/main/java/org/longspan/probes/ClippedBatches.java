package org.longspan.probes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.oracle.ExampleWeight;
import org.longspan.optim.Clipping;
import org.longspan.optim.Memory;
import org.longspan.optim.Step;

/**
 * The gradients of the batches of one size under one clipping: what their mean is, in two interleaved halves, and how far
 * each is turned and shortened. All sums are in double.
 */
final class ClippedBatches {

    private final Clipping clipping;
    private final int blocks; // of which a batch consists
    private final boolean hasOwn; // whether it acts inside back-propagation, on gradients of its own
    private final double[] batch; // (n), the sum of a batch's own blocks so far
    private final double[][] raw; // 2 of (n), sums over the batches of each half, before the clipping of an update
    private final double[][] clipped; // 2 of (n), the same after it
    private final int[] counts = new int[2];
    private final List<Double> cosines = new ArrayList<>();
    private final List<Double> inner = new ArrayList<>(); // ⟨g, clip g⟩ / ‖g‖²

    ClippedBatches(Clipping clipping, int blocks, int size) {
        this.clipping = clipping;
        this.blocks = blocks;
        this.hasOwn = clipping.seams().perStep() != null || clipping.seams().perExample() != null;
        this.batch = new double[hasOwn ? size : 0];
        this.raw = new double[2][size];
        this.clipped = new double[2][size];
    }

    /** Takes the gradient of a block as back-propagation under this clipping left it. */
    void takeOwn(Parameters block) {
        if (hasOwn) {
            addTo(batch, block);
        }
    }

    /**
     * Takes a whole batch.
     *
     * @param gradient its mean gradient, unclipped
     */
    void take(Parameters gradient, Parameters theta, Step step) {
        Parameters given = gradient;
        if (hasOwn) {
            given = mean(batch, blocks, gradient);
            Arrays.fill(batch, 0);
        }
        int half = (counts[0] + counts[1]) % 2;
        counts[half]++;
        addTo(raw[half], given);
        Parameters result = clip(given, theta, step);
        addTo(clipped[half], result);
        double[] unclipped = Doubles.of(gradient);
        double[] left = Doubles.of(result);
        double square = Doubles.dot(unclipped, unclipped);
        double product = Doubles.dot(unclipped, left);
        inner.add(square > 0 ? product / square : Double.NaN);
        cosines.add(product / Math.sqrt(square * Doubles.dot(left, left)));
    }

    private Parameters clip(Parameters gradient, Parameters theta, Step step) {
        Parameters result = gradient.copy();
        clipping.perUpdate().apply(result, theta, new Memory(theta.layout()), step);
        return result;
    }

    /** Returns the means over both halves of what came before the clipping of an update, and of what came after. */
    private double[][] means() {
        double[][] means = new double[2][raw[0].length];
        int count = counts[0] + counts[1];
        for (int i = 0; i < means[0].length; i++) {
            means[0][i] = (raw[0][i] + raw[1][i]) / count;
            means[1][i] = (clipped[0][i] + clipped[1][i]) / count;
        }
        return means;
    }

    /**
     * Returns the distance of the mean of the clipped gradients from the clipped mean, over the norm of the latter. Its
     * square is the product of the biases of the two halves, whose noise is independent.
     */
    double relativeBias(Parameters theta, Step step) {
        double[][] biases = new double[2][];
        for (int half = 0; half < 2; half++) {
            if (counts[half] == 0) {
                return Double.NaN;
            }
            double[] target = Doubles.of(clip(mean(raw[half], counts[half], theta), theta, step));
            int of = half;
            biases[half] = new double[target.length];
            Arrays.setAll(biases[half], i -> clipped[of][i] / counts[of] - target[i]);
        }
        double[] target = Doubles.of(clippedMean(theta, step));
        return Math.sqrt(Math.max(0, Doubles.dot(biases[0], biases[1])) / Doubles.dot(target, target));
    }

    private Parameters clippedMean(Parameters theta, Step step) {
        return clip(mean(means()[0], 1, theta), theta, step);
    }

    /** Returns the cosine between the mean of the clipped gradients and the clipped mean. */
    double cosine(Parameters theta, Step step) {
        return cosine(means()[1], Doubles.of(clippedMean(theta, step)));
    }

    /** Returns the cosine between the mean of the clipped gradients and {@code gradient}, that of the whole pool. */
    double cosineTo(double[] gradient) {
        return cosine(means()[1], gradient);
    }

    List<Double> cosines() {
        return cosines;
    }

    List<Double> inner() {
        return inner;
    }

    /**
     * Returns the factor that an example of batch {@code j} has in the clipped mean: its own weight, times how much of
     * the batch's gradient is left in its direction.
     */
    double weight(int j, double norm) {
        ExampleWeight own = clipping.seams().perExample();
        return own == null ? inner.get(j) : own.weight(norm);
    }

    private static void addTo(double[] sum, Parameters gradient) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += gradient.data()[i];
        }
    }

    /** Returns {@code sum} over {@code count}, rounded, of the layout of {@code like}. */
    static Parameters mean(double[] sum, int count, Parameters like) {
        Parameters mean = new Parameters(like.layout());
        for (int i = 0; i < sum.length; i++) {
            mean.data()[i] = (float) (sum[i] / count);
        }
        return mean;
    }

    private static double cosine(double[] a, double[] b) {
        return Doubles.dot(a, b) / Math.sqrt(Doubles.dot(a, a) * Doubles.dot(b, b));
    }
}
