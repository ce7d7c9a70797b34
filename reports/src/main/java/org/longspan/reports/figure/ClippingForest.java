package org.longspan.reports.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.longspan.reports.figure.EffectForest.Row;
import org.longspan.reports.finding.Conclusions;
import org.longspan.reports.inference.Effect;
import org.longspan.reports.inference.Factor;
import org.longspan.reports.inference.RankInterval;
import org.longspan.reports.summary.ArrangedRun;

/** What each clipping changes against none: over everything, and for each optimizer where that can be said. */
public final class ClippingForest {

    private static final double PLOT = 120;
    private static final double ROW = 17;
    private static final double HEAD = 24;
    private static final double FOOT = 22;

    private final Conclusions conclusions;
    private final ArrangedRun run;
    private final List<Effect> pooled;

    private ClippingForest(Conclusions conclusions) {
        this.conclusions = conclusions;
        this.run = conclusions.rows().run();
        this.pooled = conclusions.analysis().clippings().pooled().stream()
                .sorted(Comparator.comparingDouble(Effect::mean).reversed())
                .toList();
    }

    /** Returns the differences over all optimizers and problems, if the run compares any clipping with none and solved anything. */
    public static Optional<Figure> of(Conclusions conclusions) {
        ClippingForest forest = new ClippingForest(conclusions);
        return forest.pooled.isEmpty() || ScoreWords.nothingSolved(conclusions)
                ? Optional.empty()
                : Optional.of(forest.overAll());
    }

    /** Returns the differences for each optimizer, if the run is large enough to look at single ones. */
    public static Optional<Figure> perOptimizer(Conclusions conclusions) {
        return conclusions.analysis().clippings().perOptimizer().isEmpty()
                ? Optional.empty()
                : Optional.of(new ClippingForest(conclusions).single());
    }

    private String name(Effect effect) {
        return run.clippings().get(effect.contrast().of());
    }

    private String control() {
        return run.clippings().get(pooled.get(0).contrast().against());
    }

    private Row row(Effect effect) {
        return new Row(name(effect), "", effect, Tags.ofClipping(run, name(effect)));
    }

    private Figure overAll() {
        String id = "clipping-differences";
        String title = "What each clipping changes";
        EffectForest forest =
                new EffectForest(id, control(), pooled.stream().map(this::row).toList());
        String caption = String.format(
                Locale.ROOT,
                "Mean difference of the score of each clipping to %s, over %s of runs that differ in it alone, on all"
                        + " optimizers and problems; %s. %s %s",
                control(),
                pairs(pooled),
                ScoreWords.runs(conclusions),
                ScoreWords.correction(conclusions, Factor.CLIPPING),
                ScoreWords.score(run));
        return new Figure(id, title, forest.svg(title), caption, howToRead(), csv(pooled));
    }

    private static String pairs(List<Effect> effects) {
        return TextFormat.count(
                effects.stream().mapToInt(effect -> effect.counts().pairs()).sum(), "pair");
    }

    private String csv(List<Effect> effects) {
        return EffectForest.csv(conclusions.rows(), effects);
    }

    private List<String> howToRead() {
        return List.of(
                "Right of zero the clipping is better than " + control()
                        + ". A disc: shown, after the adjustment for the"
                        + " number of comparisons; a ring: not shown, even where the interval of 95 % leaves out zero. The"
                        + " shaded band holds differences that are too small to matter; that a difference is"
                        + " one of them is shown only where the verdict is “equivalent”.",
                "Pairs that differ: the share in which clipping did anything. In the others both runs are the same bit for"
                        + " bit, so the threshold was never reached; a clipping that seldom acts changes little.",
                "A ring without a line: too few runs differ for a test.");
    }

    private Figure single() {
        List<Effect> effects = conclusions.analysis().clippings().perOptimizer();
        List<Integer> kin = kin(effects);
        List<Effect> shown = effects.stream().filter(Effect::shown).toList();
        String caption = String.format(
                Locale.ROOT,
                "Mean difference of the score to %s for each optimizer, of the %s whose effect over all or whose"
                        + " difference between optimizers is shown: %s of %s are shown, over %s of runs. %s %s",
                control(),
                TextFormat.count(effects.stream().map(this::name).distinct().count(), "clipping"),
                TextFormat.count(shown.size()),
                TextFormat.count(effects.size(), "difference"),
                pairs(effects),
                ScoreWords.correction(conclusions, Factor.CLIPPING),
                ScoreWords.score(run));
        return new Figure(
                "clipping-optimizers",
                "What each clipping changes for each optimizer",
                boxes(effects, kin),
                caption,
                howToRead().subList(0, 1),
                csv(effects));
    }

    /** The kin in the order of their optimizers' scores; every box has the same clippings in the same order. */
    private List<Integer> kin(List<Effect> effects) {
        List<Integer> ranked = new ArrayList<>();
        for (RankInterval rank : conclusions.analysis().optimizers().ranks()) {
            ranked.add(conclusions.rows().design().kin().get(rank.optimizer()));
        }
        return ranked.stream()
                .distinct()
                .filter(one -> effects.stream().anyMatch(e -> e.contrast().kin() == one))
                .toList();
    }

    private String boxes(List<Effect> effects, List<Integer> kin) {
        List<Row> rows = pooled.stream()
                .flatMap(parent -> effects.stream()
                        .filter(e -> e.contrast().of() == parent.contrast().of()))
                .map(this::row)
                .toList();
        List<String> clippings = rows.stream().map(Row::name).distinct().toList();
        double left = 12 + TextFormat.widest(clippings, 11);
        Forest forest = Forest.across(EffectForest.range(rows), 5, left, left + PLOT);
        double width = left + PLOT + 12;
        double height = HEAD + clippings.size() * ROW + FOOT;
        Flow flow = new Flow(24, 22);
        for (int one : kin) {
            List<Row> of = rows.stream()
                    .filter(row -> row.effect().contrast().kin() == one)
                    .toList();
            flow.add(width, height, svg -> box(svg, one, of, clippings, forest));
        }
        Legend legend = Look.explain(new Legend(Flow.PAGE), control());
        Svg svg = new Svg(
                "clipping-optimizers",
                Flow.PAGE,
                legend.height() + flow.height(Flow.PAGE) + 4,
                "Differences of the score by clipping and optimizer",
                "Forest plots, one for each optimizer. Numbers in the CSV.");
        legend.draw(svg);
        flow.draw(svg, legend.height(), Flow.PAGE);
        return svg.end();
    }

    private void box(Svg svg, int kin, List<Row> rows, List<String> clippings, Forest forest) {
        double bottom = HEAD + clippings.size() * ROW;
        svg.open("", "", tags(kin));
        svg.text(forest.axis().start(), 13, "strong", conclusions.rows().kin().get(kin));
        forest.shade(svg, EffectForest.MARGIN, HEAD - 2, bottom)
                .grid(svg, HEAD - 2, bottom)
                .labels(svg, bottom + 14, forest::signed);
        for (Row row : rows) {
            double y = HEAD + clippings.indexOf(row.name()) * ROW + ROW / 2;
            svg.open(Look.of(row.effect()).classes(), row.tip(), row.tags());
            svg.text(forest.axis().start() - 8, y + 4, "end small", row.name());
            EffectForest.mark(svg, forest, row.effect(), y);
            svg.close();
        }
        svg.close();
    }

    /** Kin of several names pool them, and so belong to none. */
    private Tags tags(int kin) {
        List<Integer> kinOf = conclusions.rows().design().kin();
        List<Integer> of = IntStream.range(0, kinOf.size())
                .filter(optimizer -> kinOf.get(optimizer) == kin)
                .boxed()
                .toList();
        return of.size() == 1 ? Tags.ofOptimizer(run, run.optimizers().get(of.get(0))) : Tags.NONE;
    }
}
