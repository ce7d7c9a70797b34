package org.longspan.reports.page;

import java.util.List;
import java.util.stream.Collectors;
import org.longspan.reports.figure.ScoreMatrix;
import org.longspan.reports.finding.Answers;
import org.longspan.reports.summary.ArrangedRun;

/**
 * What stands above the sections of a page and below them.
 *
 * @param head title, and whose the page is
 * @param said what came out, in sentences
 * @param opening stands below the sentences
 */
public record Cover(Page.Head head, Page.Said said, List<Block> opening) {

    private static final String SCORE =
            "The score of a run is the share of its budget that was left when it solved its task, 0 if it did not."
                    + " Brackets are intervals of 95 %, each for itself; what is shown, or told apart, is so after the"
                    + " adjustment for all comparisons.";

    private static final String NOTHING =
            "Nothing can be concluded: no evaluation run of a task with a solved criterion has ended.";

    public Cover {
        opening = List.copyOf(opening);
    }

    /** Returns the cover of a run's report. */
    public static Cover ofReport(Material material) {
        ArrangedRun run = material.run();
        String plan = run.manifest().provenance().plan();
        Page.Head head = new Page.Head(
                plan,
                "Longspan report · plan " + plan,
                Title.of(run),
                byline(run),
                "Made from the run's records alone; made again, it is the same.");
        return new Cover(head, said(material), material.drawing(ScoreMatrix.of(material.conclusions())));
    }

    private static Page.Said said(Material material) {
        List<Page.Reply> replies = Answers.of(material.conclusions()).stream()
                .map(answer -> new Page.Reply(answer.question(), answer.text(), answer.topic()))
                .toList();
        return replies.isEmpty()
                ? new Page.Said(Headline.of(material.run()), NOTHING, "", "", replies)
                : new Page.Said("", "", "Answers", SCORE, replies);
    }

    private static String byline(ArrangedRun run) {
        return run.manifest().provenance().head().authors().stream()
                .map(author -> author.affiliation().isEmpty()
                        ? author.name()
                        : author.name() + " (" + author.affiliation() + ")")
                .collect(Collectors.joining(", "));
    }
}
