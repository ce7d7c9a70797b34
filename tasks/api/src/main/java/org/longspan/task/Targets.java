package org.longspan.task;

/** The targets of a batch at its read-out steps, time-major; values at other steps are meaningless. */
public sealed interface Targets {

    /**
     * Real targets.
     *
     * @param values (T, B, O), time-major
     */
    record Real(float[] values) implements Targets {}

    /**
     * Classes.
     *
     * @param classes (T, B), each from 0 to O - 1
     */
    record Classes(int[] classes) implements Targets {}
}
