package org.longspan.reports.figure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.longspan.reports.summary.Arm;
import org.longspan.reports.summary.ArrangedRun;
import org.longspan.reports.summary.CellResult;
import org.longspan.reports.summary.Problem;

/**
 * The mean score S of an arm over problems, each of equal weight whatever its number of runs.
 *
 * @param mean over the problems of the mean over their evaluation runs
 * @param problems those that it has a run on
 * @param runs evaluation runs on them
 */
record ArmScore(double mean, int problems, int runs) {

    /** Returns the score of each arm that has one, in the grid's order. */
    static Map<Arm, ArmScore> of(ArrangedRun run) {
        Map<Arm, List<CellResult>> cells = run.cells(cell -> cell.score().isPresent()).stream()
                .collect(Collectors.groupingBy(CellResult::arm, LinkedHashMap::new, Collectors.toList()));
        Map<Arm, ArmScore> scores = new LinkedHashMap<>();
        cells.forEach((arm, of) -> scores.put(arm, of(of)));
        return scores;
    }

    private static ArmScore of(List<CellResult> cells) {
        return new ArmScore(
                cells.stream()
                        .mapToDouble(cell -> cell.score().orElseThrow())
                        .average()
                        .orElseThrow(),
                cells.size(),
                cells.stream().mapToInt(CellResult::runs).sum());
    }

    /** Returns the problems that some arm has a score on. */
    static List<Problem> problems(ArrangedRun run) {
        return run.cells(cell -> cell.score().isPresent()).stream()
                .map(CellResult::problem)
                .distinct()
                .toList();
    }

    /** Returns a score in two digits without the zero that all begin with: {@code .43}, or {@code 0}. */
    static String brief(double score) {
        long hundredths = Math.round(100 * score);
        return hundredths == 100 ? "1.0" : hundredths == 0 ? "0" : String.format(Locale.ROOT, ".%02d", hundredths);
    }

    /** Returns the mean of {@code scores}, if there is any. */
    static Optional<Double> mean(List<ArmScore> scores) {
        return scores.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        scores.stream().mapToDouble(ArmScore::mean).average().orElseThrow());
    }
}
