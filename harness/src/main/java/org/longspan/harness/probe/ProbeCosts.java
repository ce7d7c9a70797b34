package org.longspan.harness.probe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.longspan.harness.grid.GridCell;
import org.longspan.harness.grid.StepCosts;
import org.longspan.harness.plan.Plan;
import org.longspan.harness.plugin.PlugInError;
import org.longspan.harness.record.Budget;
import org.longspan.harness.record.ProbeChoice;
import org.longspan.harness.record.ProblemChoice;
import org.longspan.harness.record.Trial;
import org.longspan.harness.refusal.UserError;
import org.longspan.harness.run.PlugInUse;
import org.longspan.harness.run.Workbench;
import org.longspan.model.Network;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.probes.ClippedArm;
import org.longspan.probes.Probe;
import org.longspan.probes.Probes;
import org.longspan.probes.RunCost;
import org.longspan.task.Standing;

/**
 * What the probes of a plan cost, known before it runs. It is counted apart: no trial's budget pays for a look. Not safe
 * for use by several threads.
 */
public final class ProbeCosts {

    private final Plan plan;
    private final StepCosts steps;
    private final Workbench bench;
    private final PlugInUse use;
    private final ComparedClippings clippings;
    private final Map<List<Object>, Look> known = new HashMap<>(); // never iterated

    /**
     * A look at a run.
     *
     * @param forwards its greatest cost, in sequence-forwards; 0 if it is refused
     * @param refusal why the probe cannot look
     */
    private record Look(long forwards, Optional<String> refusal) {}

    /**
     * The looks of a probe at the runs of one network on one task.
     *
     * @param probe its name
     * @param problem network and task
     * @param looks number of looks; fewer if a moment never comes
     * @param forwards greatest cost of them all, in sequence-forwards
     * @param refusals why it cannot look at some of the runs, or at all of them
     */
    public record Row(String probe, ProblemChoice problem, long looks, long forwards, Set<String> refusals) {

        private static Row sum(Row one, Row other) {
            Set<String> refusals = new LinkedHashSet<>(one.refusals);
            refusals.addAll(other.refusals);
            return new Row(one.probe, one.problem, one.looks + other.looks, one.forwards + other.forwards, refusals);
        }
    }

    /**
     * Creates the costs of a plan's probes.
     *
     * @param steps costs of single steps of the plan's optimizers
     * @param bench tasks and methods of the plan
     * @param use whose code its trials run
     */
    public ProbeCosts(Plan plan, StepCosts steps, Workbench bench, PlugInUse use) {
        this.plan = plan;
        this.steps = steps;
        this.bench = bench;
        this.use = use;
        this.clippings = new ComparedClippings(bench, plan.factors().clippings());
    }

    /** Returns a row for each problem and probe, in the plan's order. */
    public List<Row> rows(List<GridCell> cells) {
        Map<List<Object>, Row> rows = new LinkedHashMap<>();
        for (ProblemChoice problem : plan.factors().problems()) {
            for (ProbeChoice choice : plan.instruments().probes()) {
                rows.put(List.of(problem, choice.name()), new Row(choice.name(), problem, 0, 0, Set.of()));
            }
        }
        for (ProbeChoice choice : plan.instruments().probes()) {
            for (GridCell cell : cells) {
                if (looksAt(choice, cell)) {
                    Row row = row(choice, cell);
                    rows.merge(List.of(row.problem, row.probe), row, Row::sum);
                }
            }
        }
        return List.copyOf(rows.values());
    }

    private Row row(ProbeChoice choice, GridCell cell) {
        Look look = look(choice, cell);
        long looks = look.refusal.isPresent() ? 0 : moments(choice, cell);
        return new Row(
                choice.name(),
                new ProblemChoice(cell.task(), cell.model()),
                looks,
                looks * look.forwards,
                look.refusal.map(Set::of).orElse(Set.of()));
    }

    /** Returns the greatest cost of all looks at the evaluation run of {@code cell}, in sequence-forwards. */
    public long forwards(GridCell cell) {
        return plan.instruments().probes().stream()
                .filter(choice -> looksAt(choice, cell))
                .mapToLong(choice -> moments(choice, cell) * look(choice, cell).forwards)
                .sum();
    }

    /**
     * Refuses a probe that would look at no run.
     *
     * @throws UserError that names the probe
     */
    public void requireRuns(List<GridCell> cells) {
        for (ProbeChoice choice : plan.instruments().probes()) {
            if (cells.stream().noneMatch(cell -> looksAt(choice, cell))) {
                throw new UserError("plan " + plan.name() + ", probes: " + choice.name()
                        + " looks at evaluation runs of " + blocks(choice.blocks()) + ", and "
                        + (plan.sample().isPresent() ? "the sample" : "the plan")
                        + " has none there, expected at least one, or no such probe");
            }
        }
    }

    private static String blocks(int count) {
        return count == 1 ? "the first block" : "the first " + count + " blocks";
    }

    /** Returns a sentence for each number of blocks that leaves clippings unseen, without its end. */
    public List<String> unseen(List<GridCell> cells) {
        List<String> unseen = new ArrayList<>();
        plan.instruments().probes().stream().map(ProbeChoice::blocks).distinct().forEach(blocks -> {
            Set<String> names = new LinkedHashSet<>();
            Set<String> seen = new LinkedHashSet<>();
            for (GridCell cell : cells) {
                if (cell.evaluationTrials() > 0) {
                    (cell.block() < blocks ? seen : names).add(cell.arm().clipping());
                }
            }
            names.removeAll(seen);
            if (!names.isEmpty()) {
                unseen.add("probes of " + blocks(blocks) + " see no run under " + String.join(", ", names)
                        + "; those of all " + plan.tier().controlBlocks() + " blocks see every clipping");
            }
        });
        return unseen;
    }

    private static boolean looksAt(ProbeChoice choice, GridCell cell) {
        return cell.block() < choice.blocks() && cell.evaluationTrials() > 0;
    }

    /** A task without a criterion is never solved. */
    private long moments(ProbeChoice choice, GridCell cell) {
        boolean solvable = bench.task(cell.task()).description().standing() instanceof Standing.Solvable;
        return choice.at().stream()
                .filter(moment -> solvable || !moment.equals(ProbeChoice.SOLVED))
                .count();
    }

    /** Looks at runs of one optimizer on one problem cost the same. */
    private Look look(ProbeChoice choice, GridCell cell) {
        return known.computeIfAbsent(
                List.of(choice.name(), cell.task(), cell.model(), cell.arm().optimizer()), key -> {
                    Trial trial = cell.known().get(0);
                    return PlugInError.guard(use.of(trial), () -> look(choice.name(), trial));
                });
    }

    private Look look(String probe, Trial trial) {
        for (Entry<RunCost> entry : Probes.ofARun()) {
            if (entry.name().equals(probe)) {
                return new Look(ofARun(entry.create(Settings.NONE), trial), Optional.empty());
            }
        }
        Probe asked = Probes.named(probe).create(Settings.NONE);
        Network network = bench.network(trial.model(), trial.task());
        List<ClippedArm> arms = clippings.unmeasured(trial);
        Optional<String> refusal = asked.refuses(network, arms);
        return new Look(refusal.isPresent() ? 0 : asked.cost(network, arms), refusal);
    }

    private long ofARun(RunCost cost, Trial trial) {
        Budget budget = trial.budget();
        long step = steps.steps().getOrDefault(trial.optimizer().name(), steps.gradient());
        long affordable = (budget.sequenceForwards() + step - 1) / step;
        int batch = bench.methods().optimizers().create(trial.optimizer()).sequencesPerStep(budget.batch());
        return cost.of(Math.min(budget.updates(), affordable), batch, step);
    }
}
