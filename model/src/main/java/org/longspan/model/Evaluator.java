package org.longspan.model;

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
    private final Measure measure;
    private double loss;
    private long counted;
    private long missed;

    /**
     * Creates the evaluator of a network.
     *
     * @param workspace of this network, to be shared with others or not
     */
    public Evaluator(Network network, SequenceTask task, Workspace workspace) {
        this.task = task;
        this.workspace = workspace;
        this.passes = new Passes(network, workspace);
        this.measure = network.task().standing() instanceof Standing.Solvable solvable
                ? solvable.measure()
                : new Measure.Loss();
    }

    /**
     * Returns the mean loss, and the task's measure, at θ over {@code count} sequences from number {@code from} on.
     * A share among nothing, where no read-out counts, is NaN: it solves nothing.
     */
    public Evaluation evaluate(Parameters theta, Split split, long seed, long from, int count) {
        loss = 0;
        counted = 0;
        missed = 0;
        passes.prepare(theta);
        for (int done = 0; done < count; done += workspace.capacity()) {
            workspace.fill(task, split, seed, from + done, Math.min(workspace.capacity(), count - done));
            workspace.ownTape(null);
            passes.forward(theta);
            loss += passes.score(theta);
            count();
        }
        double mean = loss / count;
        boolean byLoss = measure instanceof Measure.Loss;
        return new Evaluation(mean, byLoss ? mean : (double) missed / counted);
    }

    private void count() {
        if (measure instanceof Measure.SymbolsMisclassified) {
            countSymbols();
        } else if (!(measure instanceof Measure.Loss)) {
            countSequences();
        }
    }

    private void countSequences() {
        Batch batch = workspace.batch;
        for (int b = 0; b < batch.sequences(); b++) {
            if (batch.readOutsOf(b) > 0) {
                counted++;
                missed += isMissed(b) ? 1 : 0;
            }
        }
    }

    private boolean isMissed(int b) {
        for (int t = 0; t < workspace.yAt.length; t++) {
            if (workspace.batch.isReadOut(t, b) && isMissed(t, b)) {
                return true;
            }
        }
        return false;
    }

    private boolean isMissed(int t, int b) {
        return measure instanceof Measure.SequencesBeyond beyond
                ? isBeyond(t, b, beyond.tolerance())
                : isMisclassified(t, b);
    }

    private boolean isBeyond(int t, int b, double tolerance) {
        float[] targets = ((Targets.Real) workspace.batch.targets()).values();
        int width = workspace.batch.outputWidth();
        for (int o = 0; o < width; o++) {
            double target = targets[(t * workspace.capacity() + b) * width + o];
            if (!(Math.abs(workspace.yAt[t].get(b, o) - target) <= tolerance)) { // NaN is beyond
                return true;
            }
        }
        return false;
    }

    private void countSymbols() {
        Batch batch = workspace.batch;
        for (int t = 0; t < workspace.yAt.length; t++) {
            for (int b = 0; b < batch.sequences(); b++) {
                if (batch.isReadOut(t, b) && batch.isInformative(t, b)) {
                    counted++;
                    missed += isMisclassified(t, b) ? 1 : 0;
                }
            }
        }
    }

    /** The target must be the one most active output: a tie or a NaN is a miss. */
    private boolean isMisclassified(int t, int b) {
        int target = ((Targets.Classes) workspace.batch.targets()).classes()[t * workspace.capacity() + b];
        float active = workspace.yAt[t].get(b, target);
        for (int o = 0; o < workspace.batch.outputWidth(); o++) {
            if (o != target && !(active > workspace.yAt[t].get(b, o))) {
                return true;
            }
        }
        return false;
    }
}
