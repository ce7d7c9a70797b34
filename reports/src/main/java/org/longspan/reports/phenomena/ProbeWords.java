package org.longspan.reports.phenomena;

import java.util.ArrayList;
import java.util.List;
import org.longspan.harness.record.Outcome;
import org.longspan.reports.figure.Outcomes;
import org.longspan.reports.figure.TextFormat;
import org.longspan.reports.summary.Run;

/** Puts one training run and what probes found in it into sentences: numbers, and no more than they say. */
public final class ProbeWords {

    private final Run run;
    private final Probed probed;
    private final ProbeAnswers found;

    /** Puts what probes found in {@code run} into sentences. */
    public ProbeWords(Run run, Probed probed) {
        this.run = run;
        this.probed = probed;
        this.found = new ProbeAnswers(probed);
    }

    /** Returns how the training ended. */
    public String outcome() {
        long updates = run.stored().result().costs().updates();
        String to = TextFormat.count(updates, "update");
        if (run.outcome() instanceof Outcome.Solved solved) {
            return "The " + probed.model() + " learned " + probed.on() + " in " + to + ": on test sequences its "
                    + run.problem().entry().measure() + " is " + TextFormat.precise(solved.testMeasure()) + ".";
        }
        if (run.outcome() instanceof Outcome.Diverged diverged) {
            return "The " + probed.model() + " diverged on " + probed.on() + " at update "
                    + TextFormat.count(diverged.update()) + ": " + Outcomes.cause(diverged.cause()) + ".";
        }
        if (run.outcome() instanceof Outcome.Skipped skipped) {
            return "Nothing was trained: " + skipped.reason() + ".";
        }
        if (run.outcome() instanceof Outcome.Failed failed) {
            return "The training failed: " + failed.error() + ".";
        }
        Double loss = run.last() == null ? null : run.last().validationLoss();
        return "The " + probed.model() + " did not learn " + probed.on() + " in " + to + ": its validation loss is "
                + (loss == null ? "not finite" : TextFormat.precise(loss)) + ", chance "
                + TextFormat.precise(run.chance()) + ".";
    }

    /** Returns how the training ended, and what a class should remember of what probes found. */
    public String headline() {
        List<String> sentences = new ArrayList<>(List.of(outcome()));
        sentences.addAll(found.remembered());
        return String.join(" ", sentences);
    }

    /** Returns the answers, in the order of the page; none where a probe measured nothing. */
    public List<ProbeAnswers.Said> answers() {
        return found.all();
    }
}
