package org.longspan.reports.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.longspan.reports.finding.Conclusions;
import org.longspan.reports.inference.Effect;
import org.longspan.reports.inference.RankInterval;
import org.longspan.reports.summary.Arm;
import org.longspan.reports.summary.ArrangedRun;

/**
 * In what order a {@link ScoreMatrix} shows methods, and what its margins say of them.
 *
 * @param conclusions of the run
 * @param optimizers the highest mean score first
 * @param clippings the control first, if the run has one; then the greatest difference to it, or the highest mean score
 * @param control the clipping that is none, if there are others beside it
 * @param ranks of the optimizers that have one
 * @param effects of the clippings against the control
 */
record MatrixOrder(
        Conclusions conclusions,
        List<String> optimizers,
        List<String> clippings,
        Optional<String> control,
        Map<String, RankInterval> ranks,
        Map<String, Effect> effects) {

    static MatrixOrder of(Conclusions conclusions, Map<Arm, ArmScore> scores) {
        ArrangedRun run = conclusions.rows().run();
        Map<String, RankInterval> ranks = new LinkedHashMap<>();
        conclusions
                .analysis()
                .optimizers()
                .ranks()
                .forEach(rank -> ranks.put(run.optimizers().get(rank.optimizer()), rank));
        Map<String, Effect> effects = new LinkedHashMap<>();
        conclusions
                .analysis()
                .clippings()
                .pooled()
                .forEach(effect ->
                        effects.put(run.clippings().get(effect.contrast().of()), effect));
        List<String> optimizers = sorted(
                run.optimizers(),
                name -> ranks.containsKey(name)
                        ? ranks.get(name).score()
                        : mean(
                                scores,
                                run.clippings().stream()
                                        .map(c -> new Arm(name, c))
                                        .toList()));
        Optional<String> control = Optional.of(run.manifest().tuning().control())
                .filter(name ->
                        run.clippings().contains(name) && run.clippings().size() > 1);
        List<String> clippings = new ArrayList<>(sorted(
                run.clippings(),
                name -> effects.isEmpty()
                        ? mean(
                                scores,
                                run.optimizers().stream()
                                        .map(o -> new Arm(o, name))
                                        .toList())
                        : effects.containsKey(name) ? effects.get(name).mean() : Double.NEGATIVE_INFINITY));
        control.ifPresent(name -> {
            clippings.remove(name);
            clippings.add(0, name);
        });
        return new MatrixOrder(conclusions, optimizers, List.copyOf(clippings), control, ranks, effects);
    }

    private static List<String> sorted(List<String> names, ToDoubleFunction<String> score) {
        return names.stream()
                .sorted(Comparator.comparingDouble(score).reversed())
                .toList();
    }

    private static double mean(Map<Arm, ArmScore> scores, List<Arm> arms) {
        return ArmScore.mean(arms.stream()
                        .filter(scores::containsKey)
                        .map(scores::get)
                        .toList())
                .orElse(Double.NEGATIVE_INFINITY);
    }

    /** Returns why {@code optimizer} has no rank, in a word or two: it is another name for one that has. */
    String alias(String optimizer) {
        List<String> names = conclusions.rows().run().optimizers();
        int index = names.indexOf(optimizer);
        int first = conclusions.rows().design().aliasOf().get(index);
        return first == index ? "no run" : "as " + names.get(first);
    }
}
