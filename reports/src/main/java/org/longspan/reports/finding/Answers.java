package org.longspan.reports.finding;

import java.util.ArrayList;
import java.util.List;

/** Puts what a run says into three to six answers. A run that cannot say a thing says what it would take. */
public final class Answers {

    private Answers() {}

    /** Returns the answers, none where no evaluation run has a score. */
    public static List<Answer> of(Conclusions conclusions) {
        if (conclusions.rows().evaluations().isEmpty()) {
            return List.of();
        }
        List<Answer> answers = new ArrayList<>();
        add(answers, "optimizers", OptimizerWords.of(conclusions));
        add(answers, "clippings", ClippingWords.of(conclusions));
        add(answers, "arms", Combinations.best(conclusions.rows().run()));
        add(answers, "variance", DecidingWords.of(conclusions));
        add(answers, "divergences", DivergedTrials.in(conclusions.rows().run()));
        add(answers, "problems", TrustWords.of(conclusions));
        return List.copyOf(answers);
    }

    private static void add(List<Answer> answers, String topic, List<String> sentences) {
        if (!sentences.isEmpty()) {
            answers.add(new Answer(topic, String.join(" ", sentences)));
        }
    }
}
