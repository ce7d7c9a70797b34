package org.longspan.harness.record.claim;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Numbers that follow from what a probe found together with the run's result or settings. A claim names them like the
 * probe's own; {@code reports.claim} computes them.
 */
public enum Derived {
    /**
     * 1 if the unclipped step at the first cliff where the loss is at most half of chance leaves the validation loss over
     * half-way from there to chance, else 0.
     */
    LOST_BY_UNCLIPPED("gradient-tail", "lost by the unclipped step"),
    /** The same of the step that is clipped at the trailing median of the norms. */
    LOST_BY_CLIPPED("gradient-tail", "lost by the clipped step"),
    /** The share of the updates with the smallest tenth of the norms that raise the loss of their own batch. */
    RAISED_IN_LOWEST("gradient-tail", "raised in the lowest tenth"),
    /** The share of the updates with the largest tenth of the norms that raise the loss of their own batch. */
    RAISED_IN_HIGHEST("gradient-tail", "raised in the highest tenth"),
    /** The greatest ‖u‖ over learning rate × threshold. */
    UPDATE_OVER_BOUND("gradient-tail", "greatest update over rate times threshold"),
    /** 1 if the gradient is finite 20 updates after the first that was not, else 0. */
    ESCAPED("gradient-tail", "finite 20 updates later"),
    /** How much better log‖δ_k‖ follows a line in the lag than ‖δ_k‖ does: the difference of the two R². */
    EXPONENTIAL_OVER_LINEAR("signal-by-lag", "exponential over linear");

    private final String probe;
    private final String number;

    Derived(String probe, String number) {
        this.probe = probe;
        this.number = number;
    }

    boolean isConditional() {
        return this == LOST_BY_UNCLIPPED || this == LOST_BY_CLIPPED || this == ESCAPED;
    }

    /** Returns the name of the number. */
    public String number() {
        return number;
    }

    /** Returns the numbers that follow from {@code probe}. */
    public static List<String> of(String probe) {
        return Arrays.stream(values())
                .filter(derived -> derived.probe.equals(probe))
                .map(Derived::number)
                .toList();
    }

    /** Returns the derived number that {@code quantity} asks for, if it is one. */
    public static Optional<Derived> of(Quantity.OfProbe quantity) {
        return Arrays.stream(values())
                .filter(derived -> derived.probe.equals(quantity.probe())
                        && derived.number.equals(quantity.number())
                        && quantity.table().isEmpty())
                .findFirst();
    }
}
