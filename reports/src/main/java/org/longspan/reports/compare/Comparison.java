package org.longspan.reports.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.longspan.harness.record.StoredResult;
import org.longspan.numerics.random.Seed;

/**
 * Runs held against the first of them. It is a function of their records alone: made again, it is the same.
 *
 * <pre>{@code
 * Comparison comparison = Comparison.of(List.of(yesterday, today), List.of(NameMatch.EQUAL));
 * comparison.against().get(0).trials().counts().equalInAll();
 * }</pre>
 *
 * @param names of models and tasks
 * @param base the first run
 * @param against the others, in their order
 * @param families number of families of comparisons, which share the level
 */
public record Comparison(Names names, ComparedRun base, List<Against> against, int families) {

    public Comparison {
        against = List.copyOf(against);
    }

    /**
     * Compares runs.
     *
     * @param sources the base first, at least two
     * @param matches whose names mean the same: one for each run behind the base
     */
    public static Comparison of(List<RunSource> sources, List<NameMatch> matches) {
        if (sources.size() < 2 || matches.size() != sources.size() - 1) {
            throw new IllegalArgumentException(sources.size() + " runs and " + matches.size()
                    + " matches, expected at least two runs and a match for each but the first");
        }
        List<RunSource> others = sources.subList(1, sources.size());
        List<SharedTrials.Reading> shared =
                others.stream().map(SharedTrials.Reading::new).toList();
        ComparedRun base = ComparedRun.read(sources.get(0), result -> shared.forEach(reading -> reading.take(result)));
        List<ComparedRun> runs = others.stream()
                .map(other -> ComparedRun.read(other, Comparison::passOver))
                .toList();
        List<PairedRuns> pairs = IntStream.range(0, runs.size())
                .mapToObj(i -> PairedRuns.of(base, runs.get(i), matches.get(i)))
                .toList();
        List<ScoreRows> scores = IntStream.range(0, runs.size())
                .mapToObj(i -> new ScoreRows(base, runs.get(i), i + 1, pairs.get(i)))
                .toList();
        int families = scores.stream().mapToInt(ScoreRows::families).sum();
        Seed seed = Seed.root(base.run().manifest().rules().seed()).with("compare", 0);
        List<Against> against = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            against.add(new Against(
                    runs.get(i),
                    matches.get(i),
                    Changes.of(base, runs.get(i), matches.get(i)),
                    shared.get(i).end(),
                    scores.get(i).judged(1.0 / Math.max(1, families), seed),
                    new Against.Alone(pairs.get(i).baseAlone(), pairs.get(i).otherAlone()),
                    RunCells.shared(base, runs.get(i), matches.get(i)),
                    OnlyOne.of(base, runs.get(i), matches.get(i))));
        }
        List<ComparedRun> all = new ArrayList<>(List.of(base));
        all.addAll(runs);
        return new Comparison(Names.of(all), base, against, families);
    }

    private static void passOver(StoredResult result) {
        // trials that both have were compared while the base was read
    }

    /** Returns all runs, the base first. */
    public List<ComparedRun> runs() {
        List<ComparedRun> all = new ArrayList<>(List.of(base));
        against.forEach(other -> all.add(other.run()));
        return all;
    }
}
