package org.longspan.harness.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.longspan.harness.plan.Factors;
import org.longspan.harness.plan.Plan;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.ProblemChoice;
import org.longspan.harness.record.claim.Axis;
import org.longspan.harness.record.claim.Cell;
import org.longspan.harness.record.claim.Side;

/**
 * A plan that a claim asks, as the cells that it crosses.
 *
 * @param file as the claim names it
 * @param plan the plan
 * @param all its cells, those that a run will skip too
 */
record PlanCells(String file, Plan plan, List<Cell> all) {

    static PlanCells of(String file, Plan plan) {
        Factors factors = plan.factors();
        List<Cell> cells = new ArrayList<>();
        for (ProblemChoice problem : factors.problems()) {
            for (Choice optimizer : factors.optimizersOf(problem.model())) {
                for (Choice clipping : factors.clippings()) {
                    for (Choice schedule : factors.schedules()) {
                        for (Choice policy : factors.policies()) {
                            cells.add(new Cell(
                                    problem.model(),
                                    problem.task(),
                                    optimizer.name(),
                                    clipping.name(),
                                    schedule.name(),
                                    policy.name()));
                        }
                    }
                }
            }
        }
        return new PlanCells(file, plan, List.copyOf(cells));
    }

    /** Returns the names on an axis, sorted. */
    List<String> names(Axis axis) {
        TreeSet<String> names = new TreeSet<>();
        all.forEach(cell -> names.add(cell.name(axis)));
        return List.copyOf(names);
    }

    /** Returns the names by which a claim may call a task: its family, or family and variant. */
    List<String> tasks() {
        TreeSet<String> names = new TreeSet<>(names(Axis.TASK));
        all.forEach(cell -> names.add(cell.task().family() + "/" + cell.task().variant()));
        return List.copyOf(names);
    }

    /** Returns the cells of a side. */
    List<Cell> of(Side side) {
        return all.stream().filter(side::takes).toList();
    }
}
