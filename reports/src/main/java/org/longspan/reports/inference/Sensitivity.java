package org.longspan.reports.inference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether a comparison could have found a difference: its problems are informative and leave the control something to
 * lose, the plan's positive control was shown to harm by two margins or more, its thresholds lie where they act, and
 * in at least half of the pairs the method acted.
 */
final class Sensitivity {

    /** The mean score of the control from which on a loss can show. */
    static final double LEAST_SCORE = 0.3;

    private final Scores scores;
    private final Design design;
    private final boolean positiveControlShown;
    private final Map<Integer, List<ProblemSense>> problemsOfKin = new HashMap<>();

    Sensitivity(Scores scores, Design design, List<Judgement> clippings) {
        this.scores = scores;
        this.design = design;
        positiveControlShown = clippings.stream().anyMatch(this::isPositiveControlShown);
    }

    private boolean isPositiveControlShown(Judgement clipping) {
        return clipping.paired().contrast().of() == design.assay().positiveControl()
                && clipping.shown()
                && clipping.evidence().orElseThrow().interval().high() <= -2 * Design.MARGIN;
    }

    /** Returns what the comparison lacks, nothing if it is sensitive. */
    List<Insensitivity> lacking(Paired paired) {
        List<Insensitivity> lacking = new ArrayList<>();
        Contrast contrast = paired.contrast();
        List<ProblemSense> problems =
                problemsOfKin.computeIfAbsent(contrast.kin(), kin -> ProblemSense.of(scores, design, kin)).stream()
                        .filter(p -> contrast.problem() == Contrast.ALL || contrast.problem() == p.problem())
                        .toList();
        if (!problems.stream().allMatch(ProblemSense::informative)) {
            lacking.add(Insensitivity.PROBLEM_NOT_INFORMATIVE);
        }
        if (problems.stream().mapToDouble(ProblemSense::score).average().orElse(0) < LEAST_SCORE) {
            lacking.add(Insensitivity.CONTROL_SCORES_LOW);
        }
        if (design.assay().positiveControl() == Assay.NONE) {
            lacking.add(Insensitivity.NO_POSITIVE_CONTROL);
        } else if (!positiveControlShown) {
            lacking.add(Insensitivity.POSITIVE_CONTROL_NOT_SHOWN);
        }
        if (contrast.factor() == Factor.CLIPPING && !(acts(contrast.of()) && acts(contrast.against()))) {
            lacking.add(Insensitivity.THRESHOLDS_NOT_WHERE_THEY_ACT);
        }
        if (2 * paired.counts().identical() > paired.counts().pairs()) {
            lacking.add(Insensitivity.MOST_PAIRS_IDENTICAL);
        }
        return lacking;
    }

    private boolean acts(int clipping) {
        return clipping == design.control() || design.assay().acting().contains(clipping);
    }
}
