package org.longspan.task;

/** How the outputs of a step are scored against its target; a sequence's loss is the mean over its read-out steps. */
public enum LossKind {
    /** Mean over the outputs of (y - target)². */
    SQUARED_ERROR("squared error"),
    /** -log softmax(y)[target], in nats. */
    SOFTMAX_CROSS_ENTROPY("nats");

    private final String unit;

    LossKind(String unit) {
        this.unit = unit;
    }

    /** Returns the unit of the loss, in words. */
    public String unit() {
        return unit;
    }
}
