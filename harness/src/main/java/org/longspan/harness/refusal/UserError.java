package org.longspan.harness.refusal;

/**
 * An error that the user can fix: a misspelt plan, a folder in use, a full disk. The message is one sentence with the
 * place, the value and the expectation. The command line prints it and exits with code 2.
 */
public final class UserError extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Creates an error with its message. */
    public UserError(String sentence) {
        super(sentence);
    }

    /** Creates an error with its message and cause. */
    public UserError(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
