package org.longspan.reports.inference;

/** Why a small difference shows no equivalence. */
public enum Insensitivity {
    /** On a problem almost no run of the control solves, or almost every one. */
    PROBLEM_NOT_INFORMATIVE,
    /** The control's mean score is too low for a loss to show. */
    CONTROL_SCORES_LOW,
    /** The plan has no method that is known to harm. */
    NO_POSITIVE_CONTROL,
    /** The method that is known to harm was not shown to. */
    POSITIVE_CONTROL_NOT_SHOWN,
    /** The clipping was judged with thresholds outside of 0.1 to 1 unit, where it may never act or always. */
    THRESHOLDS_NOT_WHERE_THEY_ACT,
    /** Most pairs are the same run bit for bit. */
    MOST_PAIRS_IDENTICAL
}
