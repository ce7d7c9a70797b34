package org.longspan.testkit;

import java.util.List;
import java.util.function.ToDoubleBiFunction;
import org.longspan.task.Batch;
import org.longspan.task.BatchBuffer;
import org.longspan.task.LossKind;
import org.longspan.task.Measure;
import org.longspan.task.SequenceTask;
import org.longspan.task.Split;

/**
 * The mean of a measure over sequences, with its standard error; written from the definitions of {@link LossKind}
 * and {@link Measure} alone.
 *
 * @param mean over the sequences
 * @param standardError of that mean
 */
public record Score(double mean, double standardError) {

    private static final int BATCH = 100;

    /** Returns the loss of {@code predictor} on the first {@code count} sequences, a multiple of 100, of a split. */
    public static Score loss(SequenceTask task, Predictor predictor, Split split, int count) {
        return of(task, new Measure.Loss(), predictor, split, count);
    }

    /** Returns {@code measure} of {@code predictor} on the first {@code count} sequences, a multiple of 100. */
    public static Score of(SequenceTask task, Measure measure, Predictor predictor, Split split, int count) {
        LossKind loss = task.description().loss();
        double[] sums = new double[2]; // of the scores, of their squares
        eachSequence(task, split, count, (batch, b) -> {
            double score = score(batch, b, loss, measure, predictor);
            sums[0] += score;
            sums[1] += score * score;
        });
        double mean = sums[0] / count;
        double variance = Math.max(0, sums[1] / count - mean * mean);
        return new Score(mean, Math.sqrt(variance / count));
    }

    /** Hands on every one of the first {@code count} sequences of seed 0. */
    static void eachSequence(SequenceTask task, Split split, int count, SequenceVisitor visitor) {
        BatchBuffer batch = new BatchBuffer(task.description(), BATCH);
        for (int from = 0; from < count; from += BATCH) {
            batch.fill(task, split, 0, from, BATCH);
            for (int b = 0; b < BATCH; b++) {
                visitor.visit(batch, b);
            }
        }
    }

    /** Looks at one sequence of a batch. */
    @FunctionalInterface
    interface SequenceVisitor {
        void visit(Batch batch, int b);
    }

    private static double score(Batch batch, int b, LossKind loss, Measure measure, Predictor predictor) {
        if (measure instanceof Measure.SequencesBeyond beyond) {
            return greatest(batch, b, false, predictor, Score::error) > beyond.tolerance() ? 1 : 0;
        } else if (measure instanceof Measure.SequencesMisclassified) {
            return greatest(batch, b, false, predictor, Score::misclassified);
        } else if (measure instanceof Measure.SymbolsMisclassified) {
            return mean(batch, b, true, predictor, Score::misclassified);
        }
        return mean(batch, b, false, predictor, loss == LossKind.SQUARED_ERROR ? Score::squared : Score::nats);
    }

    private static double mean(
            Batch batch,
            int b,
            boolean informative,
            Predictor predictor,
            ToDoubleBiFunction<double[], List<Double>> of) {
        double sum = 0;
        int readOuts = 0;
        for (int t = 0; t < batch.steps(); t++) {
            if (informative ? batch.isInformative(t, b) : batch.isReadOut(t, b)) {
                sum += of.applyAsDouble(predictor.outputs(batch, b, t), DrawnSequence.target(batch, b, t));
                readOuts++;
            }
        }
        return sum / readOuts;
    }

    private static double greatest(
            Batch batch,
            int b,
            boolean informative,
            Predictor predictor,
            ToDoubleBiFunction<double[], List<Double>> of) {
        double greatest = 0;
        for (int t = 0; t < batch.steps(); t++) {
            if (informative ? batch.isInformative(t, b) : batch.isReadOut(t, b)) {
                double one = of.applyAsDouble(predictor.outputs(batch, b, t), DrawnSequence.target(batch, b, t));
                greatest = Math.max(greatest, one);
            }
        }
        return greatest;
    }

    private static double squared(double[] y, List<Double> target) {
        double sum = 0;
        for (int o = 0; o < y.length; o++) {
            sum += (y[o] - target.get(o)) * (y[o] - target.get(o));
        }
        return sum / y.length;
    }

    private static double error(double[] y, List<Double> target) {
        double greatest = 0;
        for (int o = 0; o < y.length; o++) {
            greatest = Math.max(greatest, Math.abs(y[o] - target.get(o)));
        }
        return greatest;
    }

    private static double nats(double[] y, List<Double> target) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (double v : y) {
            greatest = Math.max(greatest, v);
        }
        double sum = 0;
        for (double v : y) {
            sum += StrictMath.exp(v - greatest);
        }
        return greatest + StrictMath.log(sum) - y[target.get(0).intValue()];
    }

    private static double misclassified(double[] y, List<Double> target) {
        int chosen = 0;
        for (int o = 1; o < y.length; o++) {
            chosen = y[o] > y[chosen] ? o : chosen;
        }
        return chosen == target.get(0).intValue() ? 0 : 1;
    }
}
