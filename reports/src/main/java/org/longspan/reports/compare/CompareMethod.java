package org.longspan.reports.compare;

import java.util.List;
import org.longspan.reports.figure.TextFormat;
import org.longspan.reports.inference.Design;
import org.longspan.reports.inference.SignFlip;

/** Says how differences of runs are judged. */
final class CompareMethod {

    private CompareMethod() {}

    static List<String> paragraphs(Comparison comparison) {
        return List.of(
                "Evaluation runs of one arm on one problem are compared in pairs. Where blocks of both runs have equal"
                        + " seeds, as they have under one root seed, those are paired: they share their data, their"
                        + " initial weights and their draws. Else the blocks are independent and paired by their numbers:"
                        + " then nothing cancels, and intervals are wider.",
                "The score is the share of the budget that was left at the solution. Under two budgets it is the share"
                        + " of the smaller one, and what solved later counts as not solved.",
                "What shares its luck in either run is one cluster: runs of one (kin, problem, block), and all blocks"
                        + " that pairs tie together. The test flips signs of the clusters' mean differences; the interval"
                        + " inverts it. Under "
                        + SignFlip.FEWEST + " clusters that differ there is neither, only counts.",
                "A level of " + TextFormat.precise(100 * Design.LEVEL) + " % for this page is divided over "
                        + TextFormat.count(comparison.families(), "family", "families")
                        + ": of each run against the base the whole, the arms, the problems, and the arms on each"
                        + " problem. Within a family Holm's adjustment runs. With every further run the level of each"
                        + " shrinks.",
                "Equivalent: the interval of 90 % lies within ±" + TextFormat.precise(Design.MARGIN)
                        + ", and the comparison could have found a difference: the base's problems are informative,"
                        + " its scores leave room for a loss, its plan has a positive control that was shown to harm,"
                        + " and at least half of the pairs differ. Else it is insensitive. Identical: every pair is"
                        + " one and the same run bit for bit.");
    }
}
