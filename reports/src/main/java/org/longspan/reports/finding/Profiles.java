package org.longspan.reports.finding;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.longspan.reports.inference.DataProfile;
import org.longspan.reports.inference.PerformanceProfile;
import org.longspan.reports.inference.StepFunction;
import org.longspan.reports.statistics.ExpectedCost;
import org.longspan.reports.summary.ArrangedRun;
import org.longspan.reports.summary.CellResult;
import org.longspan.reports.summary.Problem;
import org.longspan.reports.summary.Run;

/**
 * How soon optimizers solve, over all their evaluation runs on problems with a solved criterion.
 *
 * @param optimizers those with such runs
 * @param data share of each one's runs solved, against the cost in each unit
 * @param performance share of the problems on which each one's expected cost of a solution is within a factor of the
 *     least
 */
public record Profiles(
        List<String> optimizers, Map<CostUnit, List<StepFunction>> data, PerformanceProfile performance) {

    static Profiles of(ArrangedRun run) {
        List<String> optimizers = run.optimizers().stream()
                .filter(optimizer -> !runs(run, optimizer).isEmpty())
                .toList();
        Map<CostUnit, List<StepFunction>> data = new EnumMap<>(CostUnit.class);
        for (CostUnit unit : CostUnit.values()) {
            List<StepFunction> curves = new ArrayList<>();
            for (String optimizer : optimizers) {
                curves.add(DataProfile.of(
                        runs(run, optimizer).stream().mapToDouble(unit::of).toArray()));
            }
            data.put(unit, curves);
        }
        return new Profiles(optimizers, data, PerformanceProfile.of(costs(run, optimizers)));
    }

    private static List<Run> runs(ArrangedRun run, String optimizer) {
        return run.cells(c -> c.solvable() && c.arm().optimizer().equals(optimizer)).stream()
                .flatMap(cell -> cell.evaluation().stream())
                .toList();
    }

    /**
     * Expected costs of a solution in sequence-forwards, by optimizer and problem; of the problems on which every optimizer
     * was run, since not run is not unsolved.
     */
    private static double[][] costs(ArrangedRun run, List<String> optimizers) {
        List<Problem> problems = run.cells(c -> c.solvable() && c.runs() > 0).stream()
                .map(CellResult::problem)
                .distinct()
                .filter(problem -> optimizers.stream()
                        .allMatch(optimizer -> runs(run, optimizer).stream()
                                .anyMatch(r -> r.problem().equals(problem))))
                .toList();
        double[][] costs = new double[optimizers.size()][problems.size()];
        for (int o = 0; o < costs.length; o++) {
            List<Run> runs = runs(run, optimizers.get(o));
            for (int p = 0; p < problems.size(); p++) {
                Problem problem = problems.get(p);
                List<Run> on =
                        runs.stream().filter(r -> r.problem().equals(problem)).toList();
                long total = on.stream().mapToLong(Run::cost).sum();
                int solved = (int) on.stream().filter(Run::solved).count();
                costs[o][p] = ExpectedCost.of(Math.max(1, total), solved).orElse(Double.POSITIVE_INFINITY);
            }
        }
        return costs;
    }
}
