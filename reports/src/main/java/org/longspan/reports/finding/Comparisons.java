package org.longspan.reports.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.longspan.harness.record.Outcome;
import org.longspan.reports.statistics.Holm;
import org.longspan.reports.statistics.PairedEffect;
import org.longspan.reports.statistics.RunScore;
import org.longspan.reports.statistics.SignFlip;
import org.longspan.reports.summary.Arm;
import org.longspan.reports.summary.ArrangedRun;
import org.longspan.reports.summary.CellResult;
import org.longspan.reports.summary.Run;

/**
 * The declared family of comparisons: within a problem, each clipping against none under the same optimizer,
 * paired by seed. Holm's adjustment runs over the family of one problem.
 */
public final class Comparisons {

    private static final double LEVEL = 0.05;

    private Comparisons() {}

    /** Returns all clip-against-none comparisons of {@code run}; none if the plan has no such clipping. */
    public static List<Comparison> clippingAgainstNone(ArrangedRun run) {
        Optional<String> none = run.unclipped();
        if (none.isEmpty()) {
            return List.of();
        }
        Map<String, List<CellResult>> byProblem = new TreeMap<>();
        run.cells()
                .forEach(c -> byProblem
                        .computeIfAbsent(c.problem().toString(), key -> new ArrayList<>())
                        .add(c));
        List<Comparison> all = new ArrayList<>();
        byProblem.values().forEach(cells -> all.addAll(family(run, cells, none.get())));
        return List.copyOf(all);
    }

    private static List<Comparison> family(ArrangedRun run, List<CellResult> cells, String none) {
        List<Comparison> raw = new ArrayList<>();
        for (CellResult cell : cells) {
            if (run.clips(cell.arm().clipping()) && !cell.leftOut()) {
                Arm bare = new Arm(cell.arm().optimizer(), none);
                raw.add(compare(run, cell, run.cell(bare, cell.problem())));
            }
        }
        double[] adjusted = Holm.adjust(raw.stream()
                .filter(c -> c.p().isPresent())
                .mapToDouble(c -> c.p().orElseThrow())
                .toArray());
        List<Comparison> family = new ArrayList<>();
        int next = 0;
        for (Comparison c : raw) {
            family.add(c.p().isPresent() ? judged(c, adjusted[next++]) : c);
        }
        return family;
    }

    /** Compares two cells without an adjustment: effect always, p only where a claim may be made. */
    static Comparison compare(ArrangedRun run, CellResult a, CellResult b) {
        List<RunScore[]> pairs = pairs(a, b);
        RunScore[] as = pairs.stream().map(pair -> pair[0]).toArray(RunScore[]::new);
        RunScore[] bs = pairs.stream().map(pair -> pair[1]).toArray(RunScore[]::new);
        boolean claims = Claims.refusal(run.manifest(), pairs.size()).isEmpty();
        return new Comparison(
                a.problem(),
                a.arm(),
                b.arm(),
                pairs.size(),
                pairs.isEmpty() ? Optional.empty() : Optional.of(PairedEffect.of(as, bs)),
                claims ? Optional.of(SignFlip.ofPairs(as, bs)) : Optional.empty(),
                Optional.empty(),
                "no claim");
    }

    private static List<RunScore[]> pairs(CellResult a, CellResult b) {
        Map<Integer, RunScore> byRepetition = new TreeMap<>();
        b.evaluation().stream()
                .filter(run -> !(run.outcome() instanceof Outcome.Skipped))
                .forEach(run -> byRepetition.put(run.trial().repetition(), run.score()));
        List<RunScore[]> pairs = new ArrayList<>();
        for (Run run : a.evaluation()) {
            RunScore other = byRepetition.get(run.trial().repetition());
            if (other != null) {
                pairs.add(new RunScore[] {run.score(), other});
            }
        }
        return pairs;
    }

    private static Comparison judged(Comparison c, double adjusted) {
        double effect = c.effect().orElseThrow().probability();
        String verdict = adjusted > LEVEL || effect == 0.5 ? "inconclusive" : effect > 0.5 ? "better" : "worse";
        return new Comparison(
                c.problem(), c.arm(), c.against(), c.seeds(), c.effect(), c.p(), Optional.of(adjusted), verdict);
    }
}
