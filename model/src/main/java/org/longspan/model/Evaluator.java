package org.longspan.model;

import org.longspan.numerics.Matrix;
import org.longspan.numerics.Parameters;
import org.longspan.task.Batch;
import org.longspan.task.Measure;
import org.longspan.task.SequenceTask;
import org.longspan.task.Split;
import org.longspan.task.Standing;
import org.longspan.task.Targets;

/** Measures a network on sequences of its task, in chunks of a workspace's capacity. */
public final class Evaluator {

    private final SequenceTask task;
    private final Workspace workspace;
    private final Passes passes;
    private final Matrix[] yAt; // T of (B, O)
    private final Measure measure;
    private double loss;
    private long counted;
    private long missed;

    /**
     * Creates the evaluator of a network.
     *
     * @param workspace of this network, which others may share
     */
    public Evaluator(Network network, SequenceTask task, Workspace workspace) {
        this.task = task;
        this.workspace = workspace;
        this.passes = new Passes(network, workspace);
        this.yAt = workspace.buffers().yAt;
        this.measure = network.task().standing() instanceof Standing.Solvable solvable
                ? solvable.measure()
                : new Measure.Loss();
    }

    /**
     * Returns the mean loss and the task's measure at θ over {@code count} sequences from number {@code from} on. Where
     * no read-out counts, the measure is NaN, which solves nothing.
     */
    public Evaluation evaluate(Parameters theta, Split split, long seed, long from, int count) {
        loss = 0;
        counted = 0;
        missed = 0;
        passes.prepare(theta);
        for (int done = 0; done < count; done += workspace.capacity()) {
            Batch batch = workspace.fill(task, split, seed, from + done, Math.min(workspace.capacity(), count - done));
            workspace.owner().ownActivations(null);
            passes.forward(theta, batch);
            loss += passes.measure(batch);
            count(batch);
        }
        double mean = loss / count;
        boolean byLoss = measure instanceof Measure.Loss;
        return new Evaluation(mean, byLoss ? mean : (double) missed / counted);
    }

    private void count(Batch batch) {
        if (measure instanceof Measure.SymbolsMisclassified) {
            countSymbols(batch);
        } else if (!(measure instanceof Measure.Loss)) {
            countSequences(batch);
        }
    }

    private void countSequences(Batch batch) {
        for (int b = 0; b < batch.sequences(); b++) {
            if (batch.readOutsOf(b) > 0) {
                counted++;
                missed += isMissed(batch, b) ? 1 : 0;
            }
        }
    }

    private boolean isMissed(Batch batch, int b) {
        for (int t = 0; t < yAt.length; t++) {
            if (batch.isReadOut(t, b) && isMissed(batch, t, b)) {
                return true;
            }
        }
        return false;
    }

    private boolean isMissed(Batch batch, int t, int b) {
        return measure instanceof Measure.SequencesBeyond beyond
                ? isBeyond(batch, t, b, beyond.tolerance())
                : isMisclassified(batch, t, b);
    }

    private boolean isBeyond(Batch batch, int t, int b, double tolerance) {
        float[] targets = ((Targets.Real) batch.targets()).values();
        int width = batch.outputWidth();
        for (int o = 0; o < width; o++) {
            double target = targets[(t * batch.capacity() + b) * width + o];
            if (!(Math.abs(yAt[t].get(b, o) - target) <= tolerance)) { // NaN is beyond
                return true;
            }
        }
        return false;
    }

    private void countSymbols(Batch batch) {
        for (int t = 0; t < yAt.length; t++) {
            for (int b = 0; b < batch.sequences(); b++) {
                if (batch.isReadOut(t, b) && batch.isInformative(t, b)) {
                    counted++;
                    missed += isMisclassified(batch, t, b) ? 1 : 0;
                }
            }
        }
    }

    /** The target must be the single most active output: a tie or a NaN is a miss. */
    private boolean isMisclassified(Batch batch, int t, int b) {
        int target = ((Targets.Classes) batch.targets()).classes()[t * batch.capacity() + b];
        float active = yAt[t].get(b, target);
        for (int o = 0; o < batch.outputWidth(); o++) {
            if (o != target && !(active > yAt[t].get(b, o))) {
                return true;
            }
        }
        return false;
    }
}
