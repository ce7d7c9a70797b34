package org.longspan.harness.record.claim;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What the runs of a plan can differ in, beside their block. */
public enum Axis {
    /** The network. */
    MODEL,
    /** The task, whatever its length. */
    TASK,
    /** The length of the task. */
    LENGTH,
    /** The optimizer. */
    OPTIMIZER,
    /** The clipping. */
    CLIPPING,
    /** The schedule of the learning rate. */
    SCHEDULE,
    /** The policy for gradients that are not finite. */
    POLICY;

    /** Returns its word in a claim. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the words of all. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Axis::word).toList();
    }
}
