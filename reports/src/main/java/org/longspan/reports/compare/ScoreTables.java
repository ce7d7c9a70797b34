package org.longspan.reports.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.longspan.reports.compare.ScoreRow.Level;
import org.longspan.reports.figure.TextFormat;
import org.longspan.reports.finding.ScoreText;
import org.longspan.reports.inference.Counts;
import org.longspan.reports.page.Table;

/** Tables of the differences of the score. */
final class ScoreTables {

    private static final List<String> NUMBERS = List.of(
            "Verdict",
            "#Difference",
            "Interval of 95 %",
            "#Score, base",
            "#Score, run",
            "#Solved, base",
            "#Solved, run",
            "#Pairs",
            "Won / lost / tied",
            "#Identical",
            "#Adjusted p",
            "#Cost, base",
            "#Cost, run");

    private final Names names;
    private final CompareTags tags;

    ScoreTables(Names names, CompareTags tags) {
        this.names = names;
        this.tags = tags;
    }

    /** Returns the table of the rows of a level. */
    Table of(String id, String title, String head, List<ScoreRow> rows) {
        List<String> heads = new ArrayList<>(List.of(head));
        heads.addAll(NUMBERS);
        return Table.of(id, title, heads.toArray(String[]::new))
                .with(rows.stream().map(this::row).toList());
    }

    private Table.Row row(ScoreRow row) {
        Counts counts = row.effect().counts();
        return Table.row(
                tags.of(row),
                row.level() == Level.RUN ? "everything" : CompareWords.subject(names, row),
                CompareWords.verdictOrBlocks(row),
                ScoreText.signed(row.effect().mean(), 3),
                ScoreText.interval(row.effect()),
                score(row.base().score()),
                score(row.other().score()),
                TextFormat.count(row.base().solved()),
                TextFormat.count(row.other().solved()),
                TextFormat.count(counts.pairs()),
                counts.wins() + " / " + counts.losses() + " / " + counts.ties(),
                TextFormat.count(counts.identical()),
                row.effect()
                        .evidence()
                        .map(evidence -> TextFormat.precise(evidence.adjusted()))
                        .orElse(Table.NOTHING),
                TextFormat.count(Math.round(row.base().cost())),
                TextFormat.count(Math.round(row.other().cost())));
    }

    private static String score(double score) {
        return String.format(Locale.ROOT, "%.3f", score);
    }
}
