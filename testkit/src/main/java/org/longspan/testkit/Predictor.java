package org.longspan.testkit;

import org.longspan.task.Batch;

/** Says the outputs of one step, as a network would. */
@FunctionalInterface
public interface Predictor {

    /**
     * Returns the outputs (O) at step {@code t} of sequence {@code b}: values for a squared error, scores before the
     * softmax for a cross-entropy.
     *
     * @param batch whose inputs up to step t may be read, and no target
     */
    double[] outputs(Batch batch, int b, int t);

    /** Returns the score that stands for certainty: the loss of a class with it is below 1e-20 nats. */
    static double certain() {
        return 50;
    }
}
