package org.longspan.testkit;

import java.util.Arrays;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.oracle.Curvature;
import org.longspan.numerics.oracle.GradientSeams;
import org.longspan.numerics.oracle.Objective;
import org.longspan.numerics.oracle.Oracle;
import org.longspan.numerics.oracle.Purpose;
import org.longspan.numerics.oracle.SequenceForwards;
import org.longspan.numerics.random.RandomStream;

/**
 * A convex problem with everything that an optimizer may ask for: sequence n of a step has the loss
 * ½ Σ λᵢ (θᵢ − aᵢ)², where a is normal with a given spread around zero and λ runs from 0.1 to 1. The gradient of
 * one sequence's own loss is a row that a signal transform and an example weight act on.
 */
final class NoisyQuadratic implements Oracle {

    static final int BATCH = 4;

    private final double spread;
    private final RandomStream random = new RandomStream(0);
    private long step;
    private float scale = 1;
    private float poison;
    private long sequenceForwards;
    private final Sequences[] byPurpose = new Sequences[Purpose.values().length]; // asking again allocates nothing

    NoisyQuadratic(double spread) {
        this.spread = spread;
    }

    /** Moves on to the sequences of update {@code index}. */
    void moveTo(long index) {
        step = index;
    }

    /** Multiplies loss and derivatives from now on. */
    void scale(float factor) {
        scale = factor;
    }

    /** Adds {@code value} to the first element of every gradient from now on. */
    void poison(float value) {
        poison = value;
    }

    @Override
    public int batch() {
        return BATCH;
    }

    @Override
    public Objective objective(Purpose purpose, int from, int count) {
        Sequences sequences = byPurpose[purpose.ordinal()];
        if (sequences == null) {
            sequences = new Sequences();
            byPurpose[purpose.ordinal()] = sequences;
        }
        return sequences.bind(from, count);
    }

    @Override
    public long sequenceForwards() {
        return sequenceForwards;
    }

    private float lambda(int i, int size) {
        return scale * (0.1f + 0.9f * i / size);
    }

    private final class Sequences implements Objective {

        private int from;
        private int count;
        private float[] row = {}; // the gradient of one sequence's own loss

        Sequences bind(int from, int count) {
            this.from = from;
            this.count = count;
            return this;
        }

        @Override
        public int sequences() {
            return count;
        }

        @Override
        public double loss(Parameters theta) {
            cost(SequenceForwards.LOSS);
            double sum = 0;
            for (int n = 0; n < count; n++) {
                sum += residuals(theta, n);
            }
            return sum / count;
        }

        @Override
        public double gradient(Parameters theta, GradientSeams seams, Parameters gradient) {
            cost(SequenceForwards.GRADIENT);
            gradient.zero();
            double sum = 0;
            for (int n = 0; n < count; n++) {
                sum += residuals(theta, n);
                double norm = rewritten(seams);
                double weight =
                        seams.perExample() == null ? 1 : seams.perExample().weight(norm);
                for (int i = 0; i < row.length; i++) {
                    gradient.data()[i] += (float) (weight * row[i] / count);
                }
            }
            gradient.data()[0] += poison;
            return sum / count;
        }

        @Override
        public void curvature(Parameters direction, Curvature curvature, Parameters product) {
            cost(
                    curvature instanceof Curvature.Hessian
                            ? SequenceForwards.HESSIAN_PRODUCT
                            : SequenceForwards.PRODUCT_WITH_TAPE);
            for (int i = 0; i < direction.size(); i++) {
                product.data()[i] = lambda(i, direction.size()) * direction.data()[i];
            }
        }

        @Override
        public boolean supports(Curvature curvature) {
            return true;
        }

        @Override
        public void exampleNorms(Parameters theta, GradientSeams seams, double[] norms) {
            cost(SequenceForwards.GRADIENT);
            for (int n = 0; n < count; n++) {
                residuals(theta, n);
                norms[n] = rewritten(seams);
            }
        }

        @Override
        public double hiddenDivergence(Parameters theta, Parameters delta) {
            cost(2 * SequenceForwards.LOSS);
            double sum = 0;
            for (float d : delta.data()) {
                sum += 0.5 * d * d;
            }
            return sum;
        }

        @Override
        public boolean keepsTape() {
            return true;
        }

        private void cost(int each) {
            sequenceForwards += (long) each * count;
        }

        /** Fills the row with λ (θ − a) of sequence n and returns its loss. */
        private double residuals(Parameters theta, int n) {
            if (row.length != theta.size()) {
                row = Arrays.copyOf(row, theta.size());
            }
            random.reset(0, step, from + n);
            double loss = 0;
            for (int i = 0; i < row.length; i++) {
                float distance = (float) (theta.data()[i] - spread * random.normal());
                row[i] = lambda(i, row.length) * distance;
                loss += 0.5 * row[i] * distance;
            }
            return loss;
        }

        /** Sends the row through the signal transform and returns its norm. */
        private double rewritten(GradientSeams seams) {
            if (seams.perStep() != null) {
                seams.perStep().apply(row, 0, row.length);
            }
            double sum = 0;
            for (float r : row) {
                sum += (double) r * r;
            }
            return Math.sqrt(sum);
        }
    }
}
