package org.longspan.reports.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.longspan.harness.record.Trial;
import org.longspan.reports.summary.Arm;
import org.longspan.reports.summary.CellResult;
import org.longspan.reports.summary.Run;

/**
 * The evaluation runs of cells that two runs both have, in pairs. Where blocks of the two have equal seeds, those are
 * paired: they share data, initial weights and draws. Else blocks of one number are paired, and those that are left in
 * their order, as runs of two optimizers are that share no seed: their difference is symmetric about 0 where they are
 * equal, and nothing else is asked of a pair.
 *
 * @param pairs in the order of the base's grid
 * @param baseAlone number of the base's evaluation runs in these cells that no other is paired with
 * @param otherAlone number of the other run's
 */
record PairedRuns(List<Pair> pairs, int baseAlone, int otherAlone) {

    /**
     * Two evaluation runs of a cell.
     *
     * @param cell what both are runs of
     * @param base of the base
     * @param other of the other run
     * @param sharesLuck whether their blocks have equal seeds
     */
    record Pair(RunCells.Key cell, Run base, Run other, boolean sharesLuck) {

        Arm arm() {
            return cell.arm();
        }

        Place place() {
            return cell.place();
        }

        /** The smaller of both budgets: what is solved behind it counts as not solved. */
        private double budget() {
            return Math.min(
                    base.trial().budget().sequenceForwards(),
                    other.trial().budget().sequenceForwards());
        }

        /** Returns whether {@code run}, one of the two, solved within the budget of both. */
        boolean solved(Run run) {
            return run.solved() && run.cost() <= budget();
        }

        /** Returns the share of the budget of both that {@code run}, one of the two, left when it solved. */
        double score(Run run) {
            return solved(run) ? 1 - run.cost() / budget() : 0;
        }
    }

    PairedRuns {
        pairs = List.copyOf(pairs);
    }

    /** Returns the pairs of two runs on problems with a solved criterion. */
    static PairedRuns of(ComparedRun base, ComparedRun other, NameMatch match) {
        Map<RunCells.Key, CellResult> theirs = RunCells.of(other, match);
        List<Pair> pairs = new ArrayList<>();
        int[] alone = new int[2];
        RunCells.ofBase(base).forEach((key, cell) -> {
            CellResult found = theirs.get(key);
            if (found != null && cell.solvable()) {
                int before = pairs.size();
                pair(key, cell.evaluation(), found.evaluation(), pairs);
                alone[0] += cell.runs() - (pairs.size() - before);
                alone[1] += found.runs() - (pairs.size() - before);
            }
        });
        return new PairedRuns(pairs, alone[0], alone[1]);
    }

    /** Runs under one schedule and one policy. */
    private record Setup(String schedule, String policy) {

        static Setup of(Trial trial) {
            return new Setup(trial.schedule().name(), trial.nonFiniteGradient().name());
        }
    }

    private static void pair(RunCells.Key key, List<Run> base, List<Run> other, List<Pair> pairs) {
        Map<Setup, List<Run>> theirs = bySetup(other);
        bySetup(base).forEach((setup, ours) -> {
            List<Run> open = theirs.getOrDefault(setup, List.of());
            if (!takeEqualSeeds(key, ours, open, pairs)) {
                takeIndependent(key, ours, open, pairs);
            }
        });
    }

    private static Map<Setup, List<Run>> bySetup(List<Run> runs) {
        Map<Setup, List<Run>> bySetup = new LinkedHashMap<>();
        runs.stream()
                .sorted(Comparator.comparingInt(Run::block))
                .forEach(run -> bySetup.computeIfAbsent(Setup.of(run.trial()), none -> new ArrayList<>())
                        .add(run));
        return bySetup;
    }

    private static boolean takeEqualSeeds(RunCells.Key key, List<Run> ours, List<Run> theirs, List<Pair> pairs) {
        Map<Long, Run> bySeed = new HashMap<>(); // asked, never walked through
        theirs.forEach(run -> bySeed.put(run.trial().seed(), run));
        int before = pairs.size();
        for (Run run : ours) {
            Run found = bySeed.get(run.trial().seed());
            if (found != null) {
                pairs.add(new Pair(key, run, found, true));
            }
        }
        return pairs.size() > before;
    }

    private static void takeIndependent(RunCells.Key key, List<Run> ours, List<Run> theirs, List<Pair> pairs) {
        Map<Integer, Run> byBlock = new LinkedHashMap<>();
        theirs.forEach(run -> byBlock.put(run.block(), run));
        List<Run> left = new ArrayList<>();
        for (Run run : ours) {
            Run found = byBlock.remove(run.block());
            if (found == null) {
                left.add(run);
            } else {
                pairs.add(new Pair(key, run, found, false));
            }
        }
        Iterator<Run> rest = byBlock.values().iterator();
        for (Run run : left) {
            if (rest.hasNext()) {
                pairs.add(new Pair(key, run, rest.next(), false));
            }
        }
    }
}
