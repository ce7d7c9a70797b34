package org.longspan.reports.claim;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.longspan.harness.record.claim.Axis;
import org.longspan.harness.record.claim.Cell;
import org.longspan.harness.record.claim.Claim.Part;
import org.longspan.harness.record.claim.Comparison;
import org.longspan.harness.record.claim.Expectation.Word;
import org.longspan.harness.record.claim.Quantity;
import org.longspan.harness.record.claim.Side;
import org.longspan.numerics.random.Seed;
import org.longspan.reports.finding.IndexedRun;
import org.longspan.reports.inference.AssaySensitivity;
import org.longspan.reports.inference.Evaluation;
import org.longspan.reports.inference.Factor;
import org.longspan.reports.inference.Insensitivity;
import org.longspan.reports.summary.Run;

/** Whether a part that says "equivalent" of scores could have found a difference. */
final class Assays {

    private Assays() {}

    /** Returns what the plan lacks, half a sentence each; nothing where it is sensitive or where that is not asked. */
    static List<String> lacking(Part part, PlanRun plan, Seed seed) {
        boolean asked =
                part.expect().word() == Word.EQUIVALENT && part.endpoint() instanceof Quantity.OfRun of && of.isMerit();
        if (!asked || !(part.compare() instanceof Comparison.Sides sides)) {
            return List.of();
        }
        Optional<Axis> axis = sides.compared().stream()
                .findFirst()
                .filter(one -> sides.compared().size() == 1);
        List<String> of = names(axis, sides.of());
        List<String> with = names(axis, sides.with());
        if (of.size() != 1
                || with.size() != 1
                || !sides.of().plan().equals(sides.with().plan())) {
            return List.of("only two arms of one plan that differ in one method can be called equivalent");
        }
        IndexedRun rows = IndexedRun.of(plan.run());
        Factor factor = Factor.valueOf(axis.get().name());
        List<String> known = methods(rows, factor);
        return AssaySensitivity.lacking(
                        rows.design(),
                        compared(rows, sides),
                        seed,
                        factor,
                        known.indexOf(of.get(0)),
                        known.indexOf(with.get(0)))
                .stream()
                .map(Assays::words)
                .toList();
    }

    private static List<String> names(Optional<Axis> axis, Side side) {
        return axis.filter(one -> one != Axis.MODEL && one != Axis.TASK && one != Axis.LENGTH)
                .map(one -> side.names().getOrDefault(one, List.of()))
                .orElse(List.of());
    }

    private static List<String> methods(IndexedRun rows, Factor factor) {
        return switch (factor) {
            case OPTIMIZER -> rows.run().optimizers();
            case CLIPPING -> rows.run().clippings();
            case SCHEDULE -> rows.run().schedules();
            default -> rows.run().policies();
        };
    }

    /** Returns the rows on the problems and of the optimizers that are compared: the controls are among them. */
    private static List<Evaluation> compared(IndexedRun rows, Comparison.Sides sides) {
        Set<List<Object>> wanted = rows.run().runs().stream()
                .filter(Run::evaluates)
                .filter(run -> taken(sides, Cell.of(run.trial())))
                .map(run -> List.<Object>of(
                        rows.run().modelNames().indexOf(run.problem().model()),
                        rows.tasks().indexOf(run.problem().entry()),
                        rows.run().optimizers().indexOf(run.arm().optimizer())))
                .collect(Collectors.toSet());
        return rows.evaluations().stream()
                .filter(row -> wanted.contains(List.<Object>of(row.model(), row.task(), row.optimizer())))
                .toList();
    }

    private static boolean taken(Comparison.Sides sides, Cell cell) {
        return sides.of().takes(cell) || sides.with().takes(cell);
    }

    private static String words(Insensitivity lack) {
        return switch (lack) {
            case PROBLEM_NOT_INFORMATIVE -> "on a problem nearly none or nearly all runs without clipping solve";
            case CONTROL_SCORES_LOW -> "the control scores too low for a loss to show";
            case NO_POSITIVE_CONTROL -> "the plan has no positive control";
            case POSITIVE_CONTROL_NOT_SHOWN -> "the positive control was not shown to harm by two margins";
            case THRESHOLDS_NOT_WHERE_THEY_ACT -> "thresholds lie where they may never act, or always";
            case MOST_PAIRS_IDENTICAL -> "most pairs are the same run bit for bit";
        };
    }
}
