package org.longspan.reports.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.longspan.reports.compare.ScoreRow.Level;
import org.longspan.reports.figure.Figure;
import org.longspan.reports.figure.RunForest;
import org.longspan.reports.figure.TextFormat;
import org.longspan.reports.finding.ScoreText;
import org.longspan.reports.inference.Effect;
import org.longspan.reports.inference.Insensitivity;
import org.longspan.reports.page.Block;

/** What the page says of the scores of one run against the base: a forest, and tables. */
final class ScoreBlocks {

    private static final int MOST_DRAWN = 40;

    private final Comparison comparison;
    private final CompareTags tags;
    private final Against against;
    private final int number;

    ScoreBlocks(Comparison comparison, CompareTags tags, Against against, int number) {
        this.comparison = comparison;
        this.tags = tags;
        this.against = against;
        this.number = number;
    }

    List<Block> blocks() {
        if (against.scores().isEmpty()) {
            return List.of(new Block.Words(CompareWords.sentence(CompareWords.whole(against))));
        }
        List<Block> blocks = new ArrayList<>(List.of(new Block.Words(said())));
        blocks.add(new Block.Drawing(forest()));
        ScoreTables tables = new ScoreTables(comparison.names(), tags);
        table(tables, blocks, Level.ARM, "Arms", "Arm", true);
        table(tables, blocks, Level.PROBLEM, "Problems", "Problem", true);
        table(tables, blocks, Level.CELL, "Arms on problems", "Arm, on problem", false);
        return blocks;
    }

    private void table(ScoreTables tables, List<Block> blocks, Level level, String title, String head, boolean open) {
        List<ScoreRow> rows = against.rows(level).toList();
        String id = level.word() + "s-" + number;
        Block listing = new Block.Listing(
                tables.of(id, title + " of " + against.run().name() + " against the base", head, rows));
        blocks.add(new Block.Fold(title, TextFormat.count(rows.size(), "row"), open, List.of(listing)));
    }

    private String said() {
        ScoreRow whole = against.rows(Level.RUN).findFirst().orElseThrow();
        String alone = against.alone().base() + against.alone().other() == 0
                ? ""
                : " Without a partner are " + TextFormat.count(against.alone().base(), "evaluation run")
                        + " of the base and " + TextFormat.count(against.alone().other()) + " of this run.";
        String lacking = whole.effect().insensitivity().isEmpty()
                ? ""
                : " A small difference would show no equivalence: "
                        + whole.effect().insensitivity().stream()
                                .map(ScoreBlocks::words)
                                .collect(Collectors.joining(", "))
                        + ".";
        return CompareWords.sentence(CompareWords.whole(against)) + alone + lacking;
    }

    private static String words(Insensitivity lack) {
        return ScoreText.words(lack);
    }

    private Figure forest() {
        List<ScoreRow> rows = against.overview(MOST_DRAWN);
        List<ScoreRow> drawn = rows.stream().limit(MOST_DRAWN).toList();
        String caption = "Mean difference of the score, " + against.run().name() + " less "
                + comparison.base().name() + ", over " + pairing()
                + "; intervals of 95 %, each for itself; verdicts after Holm's"
                + " adjustment over " + TextFormat.count(comparison.families(), "family", "families") + "."
                + (drawn.size() < rows.size()
                        ? " Of " + TextFormat.count(rows.size(), "row") + " these " + drawn.size()
                                + " are drawn: what is shown, then the largest differences."
                        : "");
        return RunForest.of(
                "differences-" + number,
                against.run().name() + " against the base",
                "the base",
                drawn.stream().map(this::row).toList(),
                caption);
    }

    private String pairing() {
        ScoreRow whole = against.rows(Level.RUN).findFirst().orElseThrow();
        return TextFormat.count(whole.effect().counts().pairs(), "pair") + " of evaluation runs of "
                + whole.pairing().words();
    }

    private RunForest.Row row(ScoreRow row) {
        Effect effect = row.effect();
        String name = row.arm()
                .map(arm -> arm.other().toString())
                .or(() -> row.place().map(comparison.names()::of))
                .orElse("everything that both have");
        String below = row.arm()
                .filter(arm -> !arm.base().equals(arm.other()))
                .map(arm -> "against " + arm.base())
                .orElse("");
        return new RunForest.Row(name, below, effect, CompareWords.verdict(row), tags.of(row));
    }
}
