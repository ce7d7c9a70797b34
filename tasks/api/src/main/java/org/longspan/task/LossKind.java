package org.longspan.task;

/** How the outputs of a step are scored against its target; a sequence's loss is the mean over its read-out steps. */
public enum LossKind {
    /** Mean over the outputs of (y - target)². */
    SQUARED_ERROR,
    /** -log softmax(y)[target], in nats. */
    SOFTMAX_CROSS_ENTROPY
}
