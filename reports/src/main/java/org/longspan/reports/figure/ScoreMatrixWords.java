package org.longspan.reports.figure;

import java.util.Comparator;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.longspan.reports.finding.Conclusions;
import org.longspan.reports.inference.Factor;
import org.longspan.reports.summary.Arm;

/**
 * What is said under a {@link ScoreMatrix}.
 *
 * @param conclusions of the run
 * @param scores of its arms
 * @param order of its rows and columns
 */
record ScoreMatrixWords(Conclusions conclusions, Map<Arm, ArmScore> scores, MatrixOrder order) {

    String caption() {
        int problems = ArmScore.problems(conclusions.rows().run()).size();
        IntSummaryStatistics runs =
                scores.values().stream().mapToInt(ArmScore::runs).summaryStatistics();
        String each = runs.getMin() == runs.getMax()
                ? TextFormat.count(runs.getMax(), "run")
                : runs.getMin() + " to " + TextFormat.count(runs.getMax(), "run");
        return String.format(
                Locale.ROOT,
                "Mean score of %s, optimizers down and clippings across, both sorted%s: the mean over %s, %s a cell, %s"
                        + " in all. %s%s%s",
                TextFormat.count(scores.size(), "arm"),
                order.control().map(name -> ", “" + name + "” set apart").orElse(""),
                problems == 1 ? "one problem" : problems + " problems, all of equal weight",
                each,
                TextFormat.count(runs.getSum()),
                ScoreWords.score(conclusions.rows().run()),
                highest(),
                margins());
    }

    private String highest() {
        Map.Entry<Arm, ArmScore> best = scores.entrySet().stream()
                .max(Comparator.comparingDouble(entry -> entry.getValue().mean()))
                .orElseThrow();
        if (best.getValue().mean() == 0) {
            return " No run solved anything.";
        }
        return " The highest cell is " + best.getKey() + ", "
                + TextFormat.precise(best.getValue().mean()) + "; the highest of so many owes some of it to luck.";
    }

    private String margins() {
        String right = order.ranks().size() < 2
                ? ""
                : " Right: mean score of each optimizer over all clippings, and the ranks it may have.";
        return order.effects().isEmpty()
                ? right
                : right + " Foot: mean difference of each clipping to "
                        + order.control().orElseThrow() + ", over "
                        + TextFormat.count(
                                order.effects().values().stream()
                                        .mapToInt(effect -> effect.counts().pairs())
                                        .sum(),
                                "pair")
                        + " of runs. " + ScoreWords.correction(conclusions, Factor.CLIPPING);
    }

    List<String> howToRead() {
        return List.of(
                "A cell is one optimizer with one clipping. Its number is the mean score, .43 for 0.43; the deeper the"
                        + " colour, the higher. A cell with a dashed border lacks"
                        + " runs on some problem, an empty one on all: neither compares with the others. A cell alone says little; the margins pool many.",
                "Rows that differ down the matrix and columns that look alike: the optimizer matters, the clipping does"
                        + " not. Intervals at the right that overlap need not mean equal ranks, and the reverse: two"
                        + " optimizers are told apart by their pairs of runs.",
                "At the foot, up is better. A disc: shown, after the adjustment for the number of comparisons; a ring: not"
                        + " shown, even where the interval of 95 % leaves out zero. A ring without a line: too few runs"
                        + " differ for a test.");
    }
}
