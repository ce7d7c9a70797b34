package org.longspan.harness.plan;

/** An error at one place of a file, collected by {@link PlanErrors}. */
public final class PlanError extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int line;

    /**
     * Creates an error.
     *
     * @param line in the file, from 1
     * @param sentence with the file, the place, the value and the expectation
     * @param cause null if there is none
     */
    PlanError(int line, String sentence, Throwable cause) {
        super(sentence, cause);
        this.line = line;
    }

    int line() {
        return line;
    }
}
