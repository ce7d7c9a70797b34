package org.longspan.reports.figure;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.longspan.reports.summary.ArrangedRun;
import org.longspan.reports.summary.CellResult;
import org.longspan.reports.summary.Problem;
import org.longspan.reports.summary.Run;

/**
 * Which clippings the curves of a problem show at first: more than six lines hide each other, so the others wait for a
 * click. The choice describes the runs that are drawn; it is no finding.
 *
 * @param first in the plan's order
 * @param others in the plan's order
 * @param byEffect whether the first are the control and those that differ most from it, not the first of the plan
 */
record FirstClippings(List<String> first, List<String> others, boolean byEffect) {

    private static final int MOST = 6;

    /** Two runs are a pair if only their clipping differs. */
    private record Pair(String optimizer, int block, String schedule, String policy) {

        static Pair of(Run one) {
            return new Pair(
                    one.arm().optimizer(),
                    one.block(),
                    one.trial().schedule().name(),
                    one.trial().nonFiniteGradient().name());
        }
    }

    static FirstClippings of(ArrangedRun run, Problem problem) {
        List<String> all = run.clippings();
        if (all.size() <= MOST) {
            return new FirstClippings(all, List.of(), false);
        }
        String control = run.manifest().tuning().control();
        Map<String, Double> effects = effects(run, problem, control);
        boolean byEffect = all.contains(control) && effects.values().stream().anyMatch(e -> e > 0);
        List<String> largest = all.stream()
                .filter(clipping -> !clipping.equals(control))
                .sorted(Comparator.comparing(effects::get, Comparator.reverseOrder()))
                .limit(MOST - 1)
                .toList();
        List<String> first = byEffect
                ? all.stream()
                        .filter(c -> c.equals(control) || largest.contains(c))
                        .toList()
                : all.subList(0, MOST);
        return new FirstClippings(
                first, all.stream().filter(c -> !first.contains(c)).toList(), byEffect);
    }

    /** The size of the mean difference of S from the control, over pairs of runs; 0 where there are none. */
    private static Map<String, Double> effects(ArrangedRun run, Problem problem, String control) {
        Map<Pair, Double> controls = new HashMap<>();
        runs(run, problem, control).forEach(one -> controls.put(Pair.of(one), one.score()));
        Map<String, Double> effects = new HashMap<>();
        for (String clipping : run.clippings()) {
            double mean = runs(run, problem, clipping).stream()
                    .filter(one -> controls.containsKey(Pair.of(one)))
                    .mapToDouble(one -> one.score() - controls.get(Pair.of(one)))
                    .average()
                    .orElse(0);
            effects.put(clipping, Math.abs(mean));
        }
        return effects;
    }

    private static List<Run> runs(ArrangedRun run, Problem problem, String clipping) {
        return run
                .cells(c -> c.problem().equals(problem) && c.arm().clipping().equals(clipping) && c.solvable())
                .stream()
                .map(CellResult::evaluation)
                .flatMap(List::stream)
                .toList();
    }

    /** Says which these are, in a sentence behind a space; nothing where there are no others. */
    String said(String control) {
        if (others.isEmpty()) {
            return "";
        }
        String which = byEffect
                ? control + " and the " + (first.size() - 1)
                        + " clippings whose score here differs most from its, in the"
                        + " mean over pairs of runs of one optimizer and block"
                : "the first " + first.size() + " clippings of the plan";
        return " Shown at first: " + which + "; the other " + others.size() + " at a click.";
    }
}
