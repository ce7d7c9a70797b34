package org.longspan.reports.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.longspan.harness.record.Trial;
import org.longspan.reports.summary.ArrangedRun;
import org.longspan.reports.summary.CellResult;
import org.longspan.reports.summary.Run;

/**
 * The chosen settings where they were chosen and where they were judged. What they lose from one to the other is luck
 * that the choice had taken for skill.
 *
 * @param chosen number of chosen settings with a tuning run and an evaluation run
 * @param tuningSolved how many of their tuning runs solved
 * @param tuningScore mean score S of these
 * @param evaluationSolved how many of their evaluation runs solved
 * @param evaluationScore mean score S of these
 */
public record TuningNoise(
        int chosen, int tuningSolved, double tuningScore, int evaluationSolved, double evaluationScore) {

    private record Pair(Run tuning, Run evaluation) {}

    static Optional<TuningNoise> of(ArrangedRun run) {
        List<Pair> pairs = new ArrayList<>();
        for (CellResult cell : run.cells(CellResult::solvable)) {
            for (Run judged : cell.evaluation()) {
                cell.tuning().stream()
                        .filter(tried -> sameSettings(tried.trial(), judged.trial()))
                        .findFirst()
                        .ifPresent(tried -> pairs.add(new Pair(tried, judged)));
            }
        }
        return pairs.isEmpty() ? Optional.empty() : Optional.of(of(pairs));
    }

    private static TuningNoise of(List<Pair> pairs) {
        return new TuningNoise(
                pairs.size(),
                (int) pairs.stream().filter(pair -> pair.tuning().solved()).count(),
                pairs.stream().mapToDouble(pair -> pair.tuning().score()).sum() / pairs.size(),
                (int) pairs.stream().filter(pair -> pair.evaluation().solved()).count(),
                pairs.stream().mapToDouble(pair -> pair.evaluation().score()).sum() / pairs.size());
    }

    private static boolean sameSettings(Trial a, Trial b) {
        return a.replicate().block() == b.replicate().block()
                && a.optimizer().equals(b.optimizer())
                && a.clipping().equals(b.clipping())
                && a.schedule().equals(b.schedule())
                && a.nonFiniteGradient().equals(b.nonFiniteGradient());
    }
}
