package org.longspan.reports.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.longspan.reports.figure.OptimizerForest;
import org.longspan.reports.figure.Tags;
import org.longspan.reports.figure.TextFormat;
import org.longspan.reports.finding.Conclusions;
import org.longspan.reports.finding.Ease;
import org.longspan.reports.finding.ScoreText;
import org.longspan.reports.inference.RankInterval;
import org.longspan.reports.inference.Tries;
import org.longspan.reports.page.Block;
import org.longspan.reports.page.Material;
import org.longspan.reports.page.Part;
import org.longspan.reports.page.Section;
import org.longspan.reports.page.Table;
import org.longspan.reports.statistics.Interval;
import org.longspan.reports.summary.ArrangedRun;

/** Which optimizer: ranks with what the comparisons leave open, and how easily each solves. */
final class OptimizerSection implements Section {

    @Override
    public Optional<Part> of(Material material) {
        Conclusions conclusions = material.conclusions();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Words("The score of a run is the share of its budget that was left when it solved, 0 if it"
                + " did not. A rank interval holds every rank that the comparisons leave open: its best is 1 + the"
                + " number of optimizers shown better. Two forms of one method enter once. Tries: settings to be drawn"
                + " until one solves."));
        blocks.addAll(material.drawing(OptimizerForest.of(conclusions)));
        List<Table.Row> rows = rows(conclusions);
        if (!rows.isEmpty()) {
            Table table = Table.of(
                    "optimizer-table",
                    "Ranks of optimizers",
                    "Optimizer",
                    "Rank",
                    "Score, 95 %",
                    "Runs solved",
                    "#Diverged",
                    "Tries, 95 %",
                    "#Median final loss over chance");
            blocks.add(new Block.Fold(
                    "The numbers",
                    TextFormat.count(rows.size(), "optimizer"),
                    false,
                    List.of(new Block.Listing(table.with(rows)))));
        }
        blocks.add(new Block.Words(EffectTable.HOW));
        blocks.addAll(new EffectTable(conclusions.rows())
                .fold(
                        "optimizer-pairs",
                        "Pair by pair",
                        conclusions.analysis().optimizers().pairs()));
        return Optional.of(new Part("optimizers", "Optimizers", "Optimizers", blocks));
    }

    private static List<Table.Row> rows(Conclusions conclusions) {
        ArrangedRun run = conclusions.rows().run();
        List<Ease> rest = new ArrayList<>(conclusions.ease());
        List<Table.Row> rows = new ArrayList<>();
        for (RankInterval rank : conclusions.analysis().optimizers().ranks()) {
            Ease ease = conclusions.ease().get(rank.optimizer());
            rows.add(row(run, ease, ScoreText.ranks(rank), ScoreText.score(rank.score(), rank.interval())));
            rest.remove(ease);
        }
        List<Integer> aliasOf = conclusions.rows().design().aliasOf();
        for (Ease ease : rest) {
            int alias = aliasOf.get(run.optimizers().indexOf(ease.optimizer()));
            boolean itself = run.optimizers().get(alias).equals(ease.optimizer());
            rows.add(row(
                    run, ease, itself ? Table.NOTHING : "as " + run.optimizers().get(alias), Table.NOTHING));
        }
        return rows;
    }

    private static Table.Row row(ArrangedRun run, Ease ease, String rank, String score) {
        return Table.row(
                Tags.ofOptimizer(run, ease.optimizer()),
                ease.optimizer(),
                rank,
                score,
                ease.solved() + " of " + ease.runs(),
                TextFormat.count(ease.diverged()),
                ease.tries().map(OptimizerSection::tries).orElse(Table.NOTHING),
                ease.finalLoss().map(l -> TextFormat.precise(l.overChance())).orElse(Table.NOTHING));
    }

    private static String tries(Tries tries) {
        Interval i = tries.interval();
        return tries.value().isPresent()
                ? tries.words() + " [" + TextFormat.precise(i.low()) + ", " + TextFormat.precise(i.high()) + "]"
                : tries.words();
    }
}
