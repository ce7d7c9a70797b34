package org.longspan.harness.refusal;

import java.util.List;

/**
 * An error that the user can fix: a misspelt plan, a folder in use, a full disk. The message is one sentence with the
 * place, the value and the expectation; a plan with several errors gives a sentence for each. The command line prints
 * them and exits with code 2.
 */
public final class UserError extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<String> sentences;

    /** Creates an error with its message. */
    public UserError(String sentence) {
        this(sentence, null);
    }

    /** Creates an error with its message and cause. */
    public UserError(String sentence, Throwable cause) {
        this(List.of(sentence), cause);
    }

    /** Creates several errors of one input; the message has a line for each. */
    public UserError(List<String> sentences, Throwable cause) {
        super(String.join("\n", sentences), cause);
        this.sentences = List.copyOf(sentences);
    }

    /** Returns a sentence for each error. */
    public List<String> sentences() {
        return sentences;
    }
}
