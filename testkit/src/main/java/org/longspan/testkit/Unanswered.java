package org.longspan.testkit;

import org.longspan.task.Batch;
import org.longspan.task.Targets;

/**
 * A batch as an oracle is shown it: all of it but the targets.
 *
 * @param batch the whole of it
 */
record Unanswered(Batch batch) implements Batch {

    /** Returns {@code oracle} as a function of the inputs alone: one that asks for targets fails. */
    static Predictor shownTo(Predictor oracle) {
        return (batch, b, t) -> oracle.outputs(new Unanswered(batch), b, t);
    }

    @Override
    public Targets targets() {
        throw new AssertionError("an oracle asked for the targets, expected a function of the inputs alone");
    }

    @Override
    public int steps() {
        return batch.steps();
    }

    @Override
    public int sequences() {
        return batch.sequences();
    }

    @Override
    public int capacity() {
        return batch.capacity();
    }

    @Override
    public int inputWidth() {
        return batch.inputWidth();
    }

    @Override
    public int outputWidth() {
        return batch.outputWidth();
    }

    @Override
    public float[] inputs() {
        return batch.inputs();
    }

    @Override
    public int readOuts(int t) {
        return batch.readOuts(t);
    }

    @Override
    public boolean isReadOut(int t, int b) {
        return batch.isReadOut(t, b);
    }

    @Override
    public boolean isInformative(int t, int b) {
        return batch.isInformative(t, b);
    }

    @Override
    public int readOutsOf(int b) {
        return batch.readOutsOf(b);
    }
}
