package org.longspan.reports.section;

import java.util.List;
import org.longspan.reports.figure.Tags;
import org.longspan.reports.figure.TextFormat;
import org.longspan.reports.finding.IndexedRun;
import org.longspan.reports.finding.ScoreText;
import org.longspan.reports.inference.Contrast;
import org.longspan.reports.inference.Design;
import org.longspan.reports.inference.Effect;
import org.longspan.reports.inference.Evidence;
import org.longspan.reports.inference.Factor;
import org.longspan.reports.page.Block;
import org.longspan.reports.page.Table;

/** Comparisons as a table, folded where there are many. */
final class EffectTable {

    /** What a reader of any of these tables must know. */
    static final String HOW = "An interval is for one comparison, a verdict is adjusted for all of its family: an"
            + " interval that leaves out 0 can stand beside “inconclusive”. Blocks to decide: so many would find a"
            + " difference of the margin, " + Design.MARGIN + ", four times in five, at the spread seen here.";

    private static final int FEW = 8;

    private final IndexedRun rows;

    EffectTable(IndexedRun rows) {
        this.rows = rows;
    }

    /** Returns the fold of these comparisons, or nothing where there are none. */
    List<Block> fold(String id, String title, List<Effect> effects) {
        if (effects.isEmpty()) {
            return List.of();
        }
        Table table = Table.of(
                id,
                title,
                "Comparison",
                "Verdict",
                "#Difference",
                "95 %",
                "#p, adjusted",
                "#Blocks to decide",
                "#Pairs",
                "Wins / losses / ties",
                "#Identical",
                "Clusters that differ");
        String count = TextFormat.count(effects.size(), "comparison");
        return List.of(new Block.Fold(
                title,
                count,
                effects.size() <= FEW,
                List.of(new Block.Listing(
                        table.with(effects.stream().map(this::row).toList())))));
    }

    private Table.Row row(Effect effect) {
        return Table.row(
                tags(effect.contrast()),
                what(effect.contrast()),
                ScoreText.verdict(effect),
                ScoreText.signed(effect.mean(), 3),
                ScoreText.interval(effect),
                effect.evidence()
                        .map(Evidence::adjusted)
                        .map(TextFormat::precise)
                        .orElse(Table.NOTHING),
                effect.blocks() == 0 ? Table.NOTHING : TextFormat.count(effect.blocks()),
                effect.counts().pairs(),
                effect.counts().wins() + " / " + effect.counts().losses() + " / "
                        + effect.counts().ties(),
                effect.counts().identical(),
                effect.counts().nonZero() + " of " + effect.counts().clusters());
    }

    /** Against the control, a comparison is of one clipping; between two, of neither alone. */
    private Tags tags(Contrast contrast) {
        boolean ofControl = contrast.factor() == Factor.CLIPPING
                && contrast.against() == rows.design().control();
        return ofControl ? Tags.ofClipping(rows.run(), rows.name(Factor.CLIPPING, contrast.of())) : Tags.NONE;
    }

    private String what(Contrast contrast) {
        String said = rows.name(contrast.factor(), contrast.of()) + " against "
                + rows.name(contrast.factor(), contrast.against());
        String kin = contrast.kin() == Contrast.ALL ? "" : ", " + rows.kin().get(contrast.kin());
        String problem = contrast.problem() == Contrast.ALL ? "" : ", " + rows.problem(contrast.problem());
        return said + kin + problem;
    }
}
