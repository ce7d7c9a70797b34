package org.longspan.harness.refusal;

/**
 * Something that the user can mend: a misspelt plan, a folder in use, a full disk. The message is one sentence that
 * names the place, the value and what would be right; the command line prints it and ends with code 2.
 */
public final class UserError extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Creates one with its sentence. */
    public UserError(String sentence) {
        super(sentence);
    }

    /** Creates one with its sentence and what brought it about. */
    public UserError(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
