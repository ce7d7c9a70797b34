package org.longspan.task;

import java.util.Arrays;
import org.longspan.numerics.random.Seed;

/**
 * The loss on given sequences of the best predictor that sees no input, only which step it is: where a learning curve
 * over these sequences has learned nothing. Theory's value, the mean over all sequences, is in {@link Standing}; a few
 * hundred sequences lie beside it by their luck.
 *
 * <pre>
 *   y(i, t) target of training sequence i, i = 0 .. n-1, one-hot for classes;  A(t) the sequences read out at step t
 *   w(i) = 1 / (the number of its read-outs), since a sequence's loss is the mean over them
 *   m    = (sum over i and t of w(i) y(i, t) + u) / (n + 1)   for classes, u = 1/O each: none has probability 0
 *        =  sum over i and t of w(i) y(i, t) / n              for numbers
 *   m(t) = (|A(t)| a(t) + m) / (|A(t)| + 1),                  a(t) = sum over A(t) of w y / sum over A(t) of w
 *   answers: m(t) at step t, or m at every step where that costs less on n further sequences
 * </pre>
 *
 * <p>So the answers are the mean target or the probabilities of the classes, as if each step had been seen once more
 * with the targets of all steps. They are learned from n = 20,000 training sequences of a seed of their own (fewer where
 * one is very large), never from the given sequences: a predictor that is fitted to these lies below chance. Where
 * lengths are random a step has few of the n, and what all steps have in common is the better answer. The mean over
 * many sequences is within 0.1 % of theory's value for each family of Longspan.
 *
 * <p>Immutable, and the same bits on every machine. Not to be confused with a network that has learned to answer
 * blindly, which is at most as good.
 */
public final class BlindLoss {

    private static final long SEED =
            Seed.root(0).with("purpose", "blind predictor").value();

    private static final int SEQUENCES = 20_000;

    /** The inputs and outputs of n sequences at most, so that the largest tasks take seconds. */
    private static final long NUMBERS = 2_000_000_000L;

    private static final int BATCH = 16;

    private final SequenceTask task;
    private final double[][] answers; // (T, O): means, or the logarithms of probabilities

    private BlindLoss(SequenceTask task, double[][] means) {
        this.task = task;
        this.answers = task.description().loss() == LossKind.SQUARED_ERROR
                ? means
                : Arrays.stream(means)
                        .map(p -> Arrays.stream(p).map(StrictMath::log).toArray())
                        .toArray(double[][]::new);
    }

    /** Learns the answers to {@code task}: milliseconds where sequences are short, seconds for thousands of steps. */
    public static BlindLoss of(SequenceTask task) {
        TaskDescription description = task.description();
        long numbers = (long) description.steps() * (description.inputs() + description.outputs());
        int n = (int) Math.max(1, Math.min(SEQUENCES, NUMBERS / numbers));
        MeanTargets means = new MeanTargets(description);
        eachSequence(task, Split.TRAIN, SEED, 0, n, means::add);
        BlindLoss atEachStep = new BlindLoss(task, means.ofEachStep());
        BlindLoss atAllSteps = new BlindLoss(task, means.ofAllSteps());
        return atEachStep.on(Split.TRAIN, SEED, n, n) < atAllSteps.on(Split.TRAIN, SEED, n, n)
                ? atEachStep
                : atAllSteps;
    }

    /**
     * Returns the mean loss over {@code count} sequences of a split from number {@code from} on, to be compared with
     * that of a network on the same sequences.
     */
    public double on(Split split, long seed, long from, int count) {
        double[] sum = new double[1];
        eachSequence(task, split, seed, from, count, (batch, b) -> sum[0] += loss(batch, b));
        return sum[0] / count;
    }

    private double loss(Batch batch, int b) {
        double sum = 0;
        for (int t = 0; t < answers.length; t++) {
            if (batch.isReadOut(t, b)) {
                sum += loss(batch, t, b);
            }
        }
        return sum / Math.max(1, batch.readOutsOf(b));
    }

    private double loss(Batch batch, int t, int b) {
        int at = t * batch.capacity() + b;
        if (batch.targets() instanceof Targets.Classes targets) {
            return -answers[t][targets.classes()[at]];
        }
        float[] values = ((Targets.Real) batch.targets()).values();
        int outputs = batch.outputWidth();
        double sum = 0;
        for (int o = 0; o < outputs; o++) {
            double error = answers[t][o] - values[at * outputs + o];
            sum += error * error;
        }
        return sum / outputs;
    }

    private interface Visitor {
        void visit(Batch batch, int b);
    }

    private static void eachSequence(SequenceTask task, Split split, long seed, long from, int count, Visitor visitor) {
        BatchBuffer batch = new BatchBuffer(task.description(), BATCH);
        for (int done = 0; done < count; done += BATCH) {
            batch.fill(task, split, seed, from + done, Math.min(BATCH, count - done));
            for (int b = 0; b < batch.sequences(); b++) {
                visitor.visit(batch, b);
            }
        }
    }
}
