package org.longspan.reports.finding;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.longspan.reports.inference.DataProfile;
import org.longspan.reports.inference.PerformanceProfile;
import org.longspan.reports.inference.StepFunction;
import org.longspan.reports.summary.ArrangedRun;
import org.longspan.reports.summary.CellResult;
import org.longspan.reports.summary.Problem;
import org.longspan.reports.summary.Run;

/**
 * How soon optimizers solve, over all their evaluation runs on problems with a solved criterion.
 *
 * @param optimizers those with such runs
 * @param data share of each one's runs solved, against the cost in each unit
 * @param compared the problems on which every one of them was run, since not run is not unsolved
 * @param performance share of those problems on which each one's expected cost of a solution is within a factor of the
 *     least, in each unit; empty if there is no such problem
 */
public record Profiles(
        List<String> optimizers,
        Map<CostUnit, List<StepFunction>> data,
        List<Problem> compared,
        Map<CostUnit, PerformanceProfile> performance) {

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
        List<Problem> compared = compared(run, optimizers);
        Map<CostUnit, PerformanceProfile> performance = new EnumMap<>(CostUnit.class);
        if (!compared.isEmpty()) {
            for (CostUnit unit : CostUnit.values()) {
                performance.put(unit, PerformanceProfile.of(costs(run, optimizers, compared, unit)));
            }
        }
        return new Profiles(optimizers, data, compared, performance);
    }

    private static List<Run> runs(ArrangedRun run, String optimizer) {
        return run.cells(c -> c.solvable() && c.arm().optimizer().equals(optimizer)).stream()
                .flatMap(cell -> cell.evaluation().stream())
                .toList();
    }

    private static List<Problem> compared(ArrangedRun run, List<String> optimizers) {
        return run.cells(c -> c.solvable() && c.runs() > 0).stream()
                .map(CellResult::problem)
                .distinct()
                .filter(problem -> optimizers.stream()
                        .allMatch(optimizer -> runs(run, optimizer).stream()
                                .anyMatch(r -> r.problem().equals(problem))))
                .toList();
    }

    /** Expected costs of a solution, by optimizer and problem. */
    private static double[][] costs(ArrangedRun run, List<String> optimizers, List<Problem> problems, CostUnit unit) {
        double[][] costs = new double[optimizers.size()][problems.size()];
        for (int o = 0; o < costs.length; o++) {
            List<Run> runs = runs(run, optimizers.get(o));
            for (int p = 0; p < problems.size(); p++) {
                Problem problem = problems.get(p);
                List<Run> on =
                        runs.stream().filter(r -> r.problem().equals(problem)).toList();
                double total = on.stream().mapToDouble(unit::spent).sum();
                int solved = (int) on.stream().filter(Run::solved).count();
                costs[o][p] = solved == 0 ? Double.POSITIVE_INFINITY : Math.max(unit.least(), total) / solved;
            }
        }
        return costs;
    }
}
