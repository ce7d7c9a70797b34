package org.longspan.reports.inference;

import java.util.Set;

/**
 * What a plan has so that "equivalent" can mean something: a comparison that could not have found a difference
 * shows no equivalence. Temple and Ellenberg 2000, Placebo-controlled trials and active-control trials, Annals of
 * Internal Medicine 133, call it assay sensitivity.
 *
 * @param positiveControl index of the clipping that is known to harm, {@value #NONE} if the plan has none
 * @param acting indices of the clippings whose thresholds all lie where they act, from 0.1 to 1 of their unit
 */
public record Assay(int positiveControl, Set<Integer> acting) {

    /** In place of a positive control. */
    public static final int NONE = -1;

    public Assay {
        acting = Set.copyOf(acting);
    }

    /** Returns the declaration of a plan that declares nothing. */
    public static Assay undeclared() {
        return new Assay(NONE, Set.of());
    }
}
