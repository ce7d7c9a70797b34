package org.longspan.reports.claim;

import java.util.Locale;

/** What the runs say of a claim. */
public enum ClaimVerdict {
    /** The interval of 90 % lies inside the expected region. */
    SUPPORTED("●"),
    /** The interval of 95 % lies outside of it. */
    REFUTED("✕"),
    /** Neither. */
    INCONCLUSIVE("○"),
    /** The runs are not there. */
    NOT_RUN("–");

    private final String mark;

    ClaimVerdict(String mark) {
        this.mark = mark;
    }

    /** Returns the verdict with that word. */
    public static ClaimVerdict of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace(' ', '_'));
    }

    /** Returns the mark that stands for it where there is no colour. */
    public String mark() {
        return mark;
    }

    /** Returns it in small letters: {@code not run}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
