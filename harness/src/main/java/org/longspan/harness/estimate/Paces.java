package org.longspan.harness.estimate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.longspan.harness.estimate.Estimate.Source;
import org.longspan.harness.plugin.PlugInError;
import org.longspan.harness.record.ProblemChoice;
import org.longspan.harness.run.PlugInUse;
import org.longspan.harness.run.Workbench;
import org.longspan.model.Network;

/**
 * The pace of each kind of trial, which is the time of a sequence-forward. Where there are very many networks, some are
 * timed, spread over the plan; the pace on any other follows by its multiply-adds from the last one timed before it.
 */
final class Paces {

    /** Each is timed several times for a few milliseconds at least. */
    private static final int MOST_PROBES = 120;

    private final Workbench bench;
    private final PlugInUse use;
    private final ExpectedCost cost;
    private final Map<TrialKind, Calibration.Timed> timed = new LinkedHashMap<>();
    private final Map<ProblemChoice, Calibration.Timed> plain = new LinkedHashMap<>();
    private final Map<ProblemChoice, ProblemChoice> nearest = new HashMap<>(); // timed one by any; never iterated

    /**
     * Chooses what to time.
     *
     * @param kinds whose paces are wanted
     */
    Paces(Map<TrialKind, Kinds.Trials> kinds, ExpectedCost cost, Workbench bench, PlugInUse use) {
        this.bench = bench;
        this.use = use;
        this.cost = cost;
        Map<ProblemChoice, List<TrialKind>> problems = new LinkedHashMap<>();
        kinds.keySet()
                .forEach(kind -> problems.computeIfAbsent(kind.problem(), any -> new ArrayList<>())
                        .add(kind));
        int stride = (kinds.size() + problems.size() + MOST_PROBES - 1) / MOST_PROBES;
        ProblemChoice last = null;
        for (ProblemChoice problem : problems.keySet()) {
            if (nearest.size() % stride == 0) {
                last = problem;
                choose(problems.get(problem), kinds);
            }
            nearest.put(problem, last);
        }
    }

    private void choose(List<TrialKind> ofOneProblem, Map<TrialKind, Kinds.Trials> kinds) {
        Probes probes = new Probes(cost, bench.methods());
        TrialKind first = ofOneProblem.get(0);
        double multiplyAdds = multiplyAdds(first.problem());
        Calibration.Timed network = probes.plain(kinds.get(first).first(), multiplyAdds);
        plain.put(first.problem(), network);
        for (TrialKind kind : ofOneProblem) {
            double weight = kinds.get(kind).left() * cost.ofATrial(kind.optimizer());
            timed.put(kind, probes.of(kinds.get(kind).first(), network, multiplyAdds, weight));
        }
    }

    /** Returns all that is to be timed. */
    List<Calibration.Timed> probes() {
        List<Calibration.Timed> probes = new ArrayList<>(plain.values());
        probes.addAll(timed.values());
        return probes;
    }

    /** Returns where the paces on {@code problem} come from. */
    Source source(ProblemChoice problem) {
        return isTimed(problem) ? Source.TIMED : Source.RECKONED;
    }

    private boolean isTimed(ProblemChoice problem) {
        return plain.containsKey(problem) && plain.get(problem).probe().isTimed();
    }

    /** Returns how much longer the probes took because they were compiled meanwhile. */
    double secondsOfWarmingUp() {
        return probes().stream()
                .mapToDouble(timed -> timed.probe().secondsOfWarmingUp())
                .sum();
    }

    /** Returns seconds of a sequence-forward, once the probes have been timed. */
    double of(TrialKind kind) {
        if (isTimed(kind.problem())) {
            return timed.get(kind).pace();
        }
        ProblemChoice other = isTimed(nearest.get(kind.problem())) ? nearest.get(kind.problem()) : firstTimed();
        return plain.get(other).pace()
                * cost.usualPace(kind.optimizer())
                * (multiplyAdds(kind.problem()) / multiplyAdds(other));
    }

    /** Patience may end before every network was timed, but not before the first. */
    private ProblemChoice firstTimed() {
        return plain.keySet().stream().filter(this::isTimed).findFirst().orElseThrow();
    }

    private double multiplyAdds(ProblemChoice problem) {
        Network network = PlugInError.guard(
                use.of(problem.model(), problem.task()), () -> bench.network(problem.model(), problem.task()));
        return network.multiplyAdds(network.task().steps(), 1);
    }
}
