package org.longspan.harness.estimate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.longspan.harness.estimate.Estimate.Range;
import org.longspan.harness.estimate.Estimate.Row;
import org.longspan.harness.estimate.Estimate.Source;
import org.longspan.harness.grid.GridCell;
import org.longspan.harness.grid.StepCosts;
import org.longspan.harness.plan.Plan;
import org.longspan.harness.probe.ProbeCosts;
import org.longspan.harness.record.ProblemChoice;
import org.longspan.harness.record.Spent;
import org.longspan.harness.run.LocalExecutor;
import org.longspan.harness.run.Machine;
import org.longspan.harness.run.PlugInUse;
import org.longspan.harness.run.Trainer;
import org.longspan.harness.run.TrialExecutor;
import org.longspan.harness.run.TrialRunner;
import org.longspan.harness.run.Workbench;
import org.longspan.model.Network;

/**
 * Estimates how long the rest of a plan takes: from what its stored trials took, and where a kind of trial has too few
 * of them, from short trials. It takes the machine to do nothing else while the plan runs.
 */
public final class Estimator {

    /** The low end of a range over its middle where stored trials tell the time, and its middle over its high end. */
    private static final double KNOWN = 0.8;

    /** The low end over the middle where how trials usually end stands for how these do. */
    private static final double UNKNOWN = 0.5;

    private final Workbench bench;
    private final PlugInUse use;
    private final ExpectedCost cost;
    private final ProbeCosts probes;
    private final Machine machine;
    private final int threads;

    /**
     * Creates an estimator.
     *
     * @param costs of single steps of the plan's optimizers
     * @param bench tasks and methods of the plan
     * @param use whose code its trials run
     * @param threads number of threads of the run
     */
    public Estimator(Plan plan, StepCosts costs, Workbench bench, PlugInUse use, int threads) {
        this.bench = bench;
        this.use = use;
        this.cost = new ExpectedCost(plan.rules(), costs, TypicalTrials.shipped());
        this.probes = new ProbeCosts(plan, costs, bench, use);
        this.machine = Machine.here(bench.kernels());
        this.threads = threads;
    }

    /** Returns what is known of the times of trials before any has run: their ratios, by multiply-adds. */
    public TrialTimes untimed(List<GridCell> cells) {
        Map<TrialKind, Kinds.Trials> kinds =
                Kinds.of(cells.stream().map(StoredCell::empty).toList(), bench.methods());
        TrialTimes times = new TrialTimes(0);
        kinds.forEach((kind, trials) -> {
            ProblemChoice problem = kind.problem();
            Network network = bench.network(problem.model(), problem.task());
            double pace = cost.usualPace(kind.optimizer())
                    * network.multiplyAdds(network.task().steps(), 1);
            times.add(kind, trials.left(), pace * cost.ofATrial(kind.optimizer()));
        });
        return times;
    }

    /** Returns the time of what is left of {@code cells}. Short trials take some twenty seconds, beside neighbours longer. */
    public Estimate of(List<StoredCell> cells) {
        return of(cells, calibration -> new LocalExecutor(threads, machine, calibration::failed), Meter.here());
    }

    /** Returns it with short trials run by the executors given, which tell when the compiler has done its work. */
    Estimate of(List<StoredCell> cells, Function<Calibration, TrialExecutor> executors, Meter meter) {
        Map<TrialKind, Kinds.Trials> kinds = Kinds.of(cells, bench.methods());
        Map<TrialKind, Double> paces = storedPaces(kinds);
        Map<TrialKind, Kinds.Trials> others = new LinkedHashMap<>(kinds);
        others.keySet()
                .removeIf(kind -> paces.containsKey(kind) || kinds.get(kind).left() == 0);
        Paces timed = new Paces(others, cost, bench, use);
        if (!others.isEmpty()) {
            Calibration calibration = new Calibration(timed.probes(), threads, use, meter);
            calibration.run(executors.apply(calibration), TrialRunner.of(new Trainer(bench)));
        }
        others.keySet().forEach(kind -> paces.put(kind, timed.of(kind)));
        kinds.keySet().retainAll(paces.keySet());
        TrialTimes times = times(kinds, paces);
        List<Left> left = left(cells, paces, times);
        return sum(kinds, paces, times, left, timed);
    }

    /**
     * What is left of a cell, in seconds.
     *
     * @param trials time that its trials are expected to take
     * @param whole time that they take if each spends its whole budget
     * @param looks time of the looks of probes at them
     */
    private record Left(double trials, double whole, double looks) {}

    private List<Left> left(List<StoredCell> cells, Map<TrialKind, Double> paces, TrialTimes times) {
        List<Left> left = new ArrayList<>();
        for (StoredCell stored : cells) {
            if (stored.left() > 0 && stored.cell().skip().isEmpty()) {
                TrialKind kind = TrialKind.of(stored.cell());
                double pace = paces.get(kind);
                left.add(new Left(
                        stored.left() * times.seconds(kind),
                        stored.left() * pace * cost.ofAWholeBudget(kind.optimizer()),
                        pace * probes.forwards(stored.cell())));
            }
        }
        return left;
    }

    private static BlockTimes blocks(List<Left> left) {
        return new BlockTimes(
                left.stream().map(cell -> cell.trials + cell.looks).toList(),
                left.stream().mapToDouble(cell -> cell.whole + cell.looks).max().orElse(0));
    }

    /** Returns the paces of kinds with enough stored trials of this machine. */
    private Map<TrialKind, Double> storedPaces(Map<TrialKind, Kinds.Trials> kinds) {
        Map<TrialKind, Double> paces = new HashMap<>(); // never iterated
        kinds.forEach((kind, trials) -> {
            List<Spent> here = trials.spent().stream().filter(machine::made).toList();
            double seconds = here.stream().mapToDouble(Spent::seconds).sum();
            double forwards = here.stream().mapToDouble(Spent::sequenceForwards).sum();
            if (here.size() >= TrialTimes.WEIGHT && seconds > 0 && forwards > 0) {
                paces.put(kind, seconds / forwards);
            }
        });
        return paces;
    }

    /** Another machine's trials tell how soon trials end, and not how long they take here. */
    private TrialTimes times(Map<TrialKind, Kinds.Trials> kinds, Map<TrialKind, Double> paces) {
        TrialTimes times = new TrialTimes(TrialTimes.WEIGHT);
        kinds.forEach((kind, trials) -> {
            double pace = paces.get(kind);
            double forwards = cost.ofATrial(kind.optimizer()) + (double) trials.unitCost() / trials.all();
            times.add(kind, trials.all(), pace * forwards);
            trials.spent()
                    .forEach(spent ->
                            times.took(kind, machine.made(spent) ? spent.seconds() : pace * spent.sequenceForwards()));
        });
        return times;
    }

    private Estimate sum(
            Map<TrialKind, Kinds.Trials> kinds,
            Map<TrialKind, Double> paces,
            TrialTimes times,
            List<Left> cells,
            Paces timed) {
        Map<ProblemChoice, Row> rows = new LinkedHashMap<>();
        double looks = cells.stream().mapToDouble(Left::looks).sum();
        Range coreSeconds = Range.exactly(timed.secondsOfWarmingUp()) // a run warms up too
                .and(new Range(UNKNOWN * looks, looks, looks / KNOWN));
        double longest = 0;
        for (TrialKind kind : kinds.keySet()) {
            int left = kinds.get(kind).left();
            if (left > 0) {
                double middle = left * times.seconds(kind);
                coreSeconds = coreSeconds.and(range(kind, middle, times));
                longest = Math.max(longest, paces.get(kind) * cost.ofAWholeBudget(kind.optimizer()));
                Source source = times.isKnown(kind) ? Source.STORED : timed.source(kind.problem());
                rows.merge(kind.problem(), new Row(kind.problem(), left, middle, source), Row::sum);
            }
        }
        double last = longest + cells.stream().mapToDouble(Left::looks).max().orElse(0);
        int stored = kinds.values().stream()
                .mapToInt(trials -> trials.spent().size())
                .sum();
        return new Estimate(
                coreSeconds,
                looks,
                coreSeconds.map(seconds -> wallTime(seconds, last)),
                threads,
                stored,
                List.copyOf(rows.values()),
                blocks(cells));
    }

    /** At the end all threads but one are idle for half of a trial. */
    private double wallTime(double coreSeconds, double longest) {
        double idle = (threads - 1) * longest / 2;
        return Math.max((coreSeconds + idle) / threads, Math.min(coreSeconds, longest));
    }

    private Range range(TrialKind kind, double middle, TrialTimes times) {
        if (times.isKnown(kind)) {
            return new Range(KNOWN * middle, middle, middle / KNOWN);
        }
        double whole = cost.ofAWholeBudget(kind.optimizer()) / cost.ofATrial(kind.optimizer());
        return new Range(UNKNOWN * middle, middle, middle * Math.max(1, whole) / KNOWN);
    }
}
