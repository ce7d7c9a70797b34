package org.longspan.reports.finding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.longspan.reports.inference.ClippingAnswers;
import org.longspan.reports.inference.Contrast;
import org.longspan.reports.inference.Effect;
import org.longspan.reports.inference.Verdict;

/** Says which clippings are shown to help or to harm, and whom. */
final class ClippingWords {

    private static final int FEW = 3;

    private final Conclusions conclusions;
    private final ClippingAnswers answers;
    private final String control;

    private ClippingWords(Conclusions conclusions) {
        this.conclusions = conclusions;
        this.answers = conclusions.analysis().clippings();
        Contrast first = answers.pooled().get(0).contrast();
        this.control = conclusions.rows().name(first.factor(), first.against());
    }

    /** Returns the sentences, none where there is no clipping to compare. */
    static List<String> of(Conclusions conclusions) {
        if (conclusions.analysis().clippings().pooled().isEmpty()) {
            return List.of();
        }
        ClippingWords words = new ClippingWords(conclusions);
        List<String> sentences = new ArrayList<>();
        sentences.add(words.better());
        words.higher().ifPresent(sentences::add);
        words.of(Verdict.WORSE, "worse than " + words.control).ifPresent(sentences::add);
        words.of(Verdict.EQUIVALENT, "equivalent to " + words.control).ifPresent(sentences::add);
        sentences.add(words.whom());
        words.positiveControl().ifPresent(sentences::add);
        return sentences;
    }

    private String better() {
        return of(Verdict.BETTER, "better than " + control).orElseGet(() -> {
            Effect highest = answers.pooled().stream()
                    .max(Comparator.comparingDouble(Effect::mean))
                    .orElseThrow();
            int size = answers.pooled().size();
            return (size == 1 ? "It is not" : "None of " + size + " is") + " shown to be better than " + control + ": "
                    + (size == 1 ? "" : "the highest estimate is ") + one(highest) + ", "
                    + ScoreText.verdictOrBlocks(highest) + ".";
        });
    }

    /** An estimate that is higher than all that are shown would be missed. */
    private Optional<String> higher() {
        return answers.pooled().stream()
                .max(Comparator.comparingDouble(Effect::mean))
                .filter(highest -> highest.verdict() != Verdict.BETTER)
                .filter(highest -> answers.pooled().stream().anyMatch(one -> one.verdict() == Verdict.BETTER))
                .map(highest ->
                        "The highest estimate, " + one(highest) + ", is " + ScoreText.verdictOrBlocks(highest) + ".");
    }

    private Optional<String> of(Verdict verdict, String what) {
        List<Effect> found = answers.pooled().stream()
                .filter(effect -> effect.verdict() == verdict)
                .sorted(Comparator.comparingDouble((Effect effect) -> Math.abs(effect.mean()))
                        .reversed())
                .toList();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        String named = found.stream()
                .limit(FEW)
                .map(effect -> one(effect) + underTuned(effect))
                .collect(Collectors.joining("; "));
        String more = found.size() > FEW ? " and " + (found.size() - FEW) + " more" : "";
        return Optional.of("Shown to be " + what + ", " + found.size() + " of "
                + answers.pooled().size() + ": " + named + more + ".");
    }

    private String one(Effect effect) {
        Contrast contrast = effect.contrast();
        return conclusions.rows().name(contrast.factor(), contrast.of()) + " " + ScoreText.difference(effect);
    }

    /** A method worse than its special case could have been set to it. */
    private String underTuned(Effect effect) {
        boolean found = conclusions.analysis().underTuned().stream()
                .anyMatch(one -> one.effect().equals(effect));
        return found ? " (under-tuned: its settings include " + control + ", and tuning missed it)" : "";
    }

    private String whom() {
        if (answers.blocksForOptimizers() > 0) {
            int blocks = conclusions.rows().run().manifest().tuning().blocks();
            return "Whom it helps cannot be said: this run has " + ScoreText.count(blocks, "block")
                    + " (independent repetitions) of each clipping, and that takes " + answers.blocksForOptimizers()
                    + ".";
        }
        List<Effect> shown = answers.perOptimizer().stream()
                .filter(Effect::shown)
                .sorted(Comparator.comparingDouble((Effect effect) -> Math.abs(effect.mean()))
                        .reversed())
                .toList();
        return shown.isEmpty()
                ? "On no single optimizer is an effect shown."
                : "On single optimizers " + shown.size() + " effects are shown, the largest: "
                        + shown.stream()
                                .limit(FEW)
                                .map(e -> one(e) + " on "
                                        + conclusions
                                                .rows()
                                                .kin()
                                                .get(e.contrast().kin()))
                                .collect(Collectors.joining("; "))
                        + ".";
    }

    /** Whether small differences may be called equivalent, where the plan asks for it. */
    private Optional<String> positiveControl() {
        return conclusions
                .positiveControlShown()
                .map(shown -> "The positive control "
                        + conclusions
                                .rows()
                                .run()
                                .manifest()
                                .tuning()
                                .instruments()
                                .positiveControl()
                                .orElseThrow()
                        + (shown
                                ? " is shown to harm by two margins or more."
                                : " is not shown to harm by two margins, so nothing is called equivalent."));
    }
}
