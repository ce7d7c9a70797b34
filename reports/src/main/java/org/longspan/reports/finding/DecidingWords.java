package org.longspan.reports.finding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.longspan.reports.inference.Analysis;
import org.longspan.reports.inference.Contrast;
import org.longspan.reports.inference.Effect;
import org.longspan.reports.inference.VarianceComponents;
import org.longspan.reports.inference.VarianceComponents.Component;
import org.longspan.reports.inference.VarianceComponents.Source;

/** Says what decides the score: shares of its variance, and differences between models, schedules and policies. */
final class DecidingWords {

    private static final int FEW = 3;
    private static final Set<Source> MAIN = EnumSet.of(Source.PROBLEM, Source.OPTIMIZER, Source.CLIPPING);
    private static final Set<Source> LUCK = EnumSet.of(Source.LUCK, Source.LUCK_BETWEEN, Source.LUCK_WITHIN);

    private DecidingWords() {}

    /** Returns the sentences, none where neither is known. */
    static List<String> of(Conclusions conclusions) {
        List<String> sentences = new ArrayList<>();
        conclusions.variance().map(DecidingWords::shares).ifPresent(sentences::add);
        Analysis analysis = conclusions.analysis();
        contrasts(conclusions, "Models", analysis.models(), sentences);
        contrasts(conclusions, "Schedules", analysis.schedules(), sentences);
        contrasts(conclusions, "Policies for gradients that are not finite", analysis.policies(), sentences);
        return sentences;
    }

    private static String shares(VarianceComponents variance) {
        List<String> parts = new ArrayList<>();
        variance.components().stream()
                .filter(c -> MAIN.contains(c.source()))
                .forEach(c -> parts.add("the " + c.source().label() + " " + ScoreText.percent(c.share()) + " ["
                        + ScoreText.percent(c.interval().low()) + ", "
                        + ScoreText.percent(c.interval().high()) + "]"));
        double luck = share(variance, LUCK);
        parts.add("how they combine " + ScoreText.percent(1 - share(variance, MAIN) - luck));
        parts.add("luck " + ScoreText.percent(luck));
        return "Of the variance of the score between these runs: " + String.join(", ", parts) + ".";
    }

    private static double share(VarianceComponents variance, Set<Source> sources) {
        return variance.components().stream()
                .filter(c -> sources.contains(c.source()))
                .mapToDouble(Component::share)
                .sum();
    }

    private static void contrasts(Conclusions conclusions, String title, List<Effect> effects, List<String> sentences) {
        if (effects.isEmpty()) {
            return;
        }
        String said = effects.stream()
                .sorted(Comparator.comparing(Effect::shown)
                        .thenComparingDouble(e -> Math.abs(e.mean()))
                        .reversed())
                .limit(FEW)
                .map(effect -> one(conclusions, effect))
                .collect(Collectors.joining("; "));
        String more = effects.size() > FEW ? "; and " + (effects.size() - FEW) + " more comparisons" : "";
        sentences.add(title + ", by score: " + said + more + ".");
    }

    private static String one(Conclusions conclusions, Effect effect) {
        Contrast contrast = effect.contrast();
        return conclusions.rows().name(contrast.factor(), contrast.of()) + " against "
                + conclusions.rows().name(contrast.factor(), contrast.against()) + " "
                + ScoreText.difference(effect) + ", " + ScoreText.verdictOrBlocks(effect);
    }
}
