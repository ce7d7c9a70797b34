package org.longspan.reports.figure;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.longspan.reports.figure.EffectForest.Row;
import org.longspan.reports.finding.Conclusions;
import org.longspan.reports.finding.IndexedRun;
import org.longspan.reports.inference.Contrast;
import org.longspan.reports.inference.Effect;

/** Differences between models, schedules, or policies for gradients that are not finite, where a run has several. */
public final class ContrastForest {

    private ContrastForest() {}

    /** Returns the differences between all pairs of models. */
    public static Optional<Figure> models(Conclusions conclusions) {
        return of(conclusions, "model", "Which model", conclusions.analysis().models());
    }

    /** Returns the differences of the schedules to the first. */
    public static Optional<Figure> schedules(Conclusions conclusions) {
        return of(
                conclusions,
                "schedule",
                "Which schedule",
                conclusions.analysis().schedules());
    }

    /** Returns the differences of the policies to the first. */
    public static Optional<Figure> policies(Conclusions conclusions) {
        return of(
                conclusions,
                "policy",
                "Which policy for gradients that are not finite",
                conclusions.analysis().policies());
    }

    private static Optional<Figure> of(Conclusions conclusions, String kind, String title, List<Effect> unsorted) {
        if (unsorted.isEmpty() || ScoreWords.nothingSolved(conclusions)) {
            return Optional.empty();
        }
        List<Effect> effects = unsorted.stream()
                .sorted(Comparator.comparingDouble(Effect::mean).reversed())
                .toList();
        IndexedRun rows = conclusions.rows();
        String id = kind + "-differences";
        EffectForest forest = new EffectForest(
                id, "", effects.stream().map(effect -> row(rows, effect)).toList());
        String caption = String.format(
                Locale.ROOT,
                "Mean difference of the score between levels of the %s, over %s of runs that differ in it alone; %s. %s"
                        + " %s",
                kind,
                TextFormat.count(
                        effects.stream().mapToInt(e -> e.counts().pairs()).sum(), "pair"),
                ScoreWords.runs(conclusions),
                ScoreWords.correction(conclusions, effects.get(0).contrast().factor()),
                ScoreWords.score(rows.run()));
        List<String> how =
                List.of("Right of zero the one named first is better. A disc: shown, after the adjustment for"
                        + " the number of comparisons; a ring: not shown. The shaded band holds differences that are too small to"
                        + " matter. A ring without a line: too few runs differ for a test.");
        return Optional.of(new Figure(id, title, forest.svg(title), caption, how, EffectForest.csv(rows, effects)));
    }

    private static Row row(IndexedRun rows, Effect effect) {
        Contrast contrast = effect.contrast();
        return new Row(
                rows.name(contrast.factor(), contrast.of()),
                "against " + rows.name(contrast.factor(), contrast.against()),
                effect,
                Tags.NONE);
    }
}
