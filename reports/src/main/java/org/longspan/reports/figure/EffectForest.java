package org.longspan.reports.figure;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.longspan.reports.finding.IndexedRun;
import org.longspan.reports.finding.ScoreText;
import org.longspan.reports.inference.Contrast;
import org.longspan.reports.inference.Counts;
import org.longspan.reports.inference.Design;
import org.longspan.reports.inference.Effect;
import org.longspan.reports.inference.Evidence;
import org.longspan.reports.statistics.Interval;

/**
 * Differences of the mean score, a row each: a name, the difference with its interval, both in numbers, the verdict, in
 * how many pairs clipping did anything, and which side won how many.
 *
 * @param id of the figure
 * @param against the control that all differences are to, empty if each row says to what
 * @param rows of the forest, from top to bottom
 */
record EffectForest(String id, String against, List<Row> rows) {

    /** Differences under it do not matter. */
    static final Interval MARGIN = new Interval(-Design.MARGIN, Design.MARGIN);

    private static final double PLOT = 330;
    private static final double DIFFERENCE = 160;
    private static final double ACTED = 86;
    private static final double OUTCOMES = 110;
    private static final double HEAD = 24;
    private static final double ONE_LINE = 22;
    private static final double TWO_LINES = 36;

    /**
     * A difference.
     *
     * @param name its first line
     * @param below its second line, perhaps empty
     * @param effect what it says
     * @param verdict the verdict in a word or two
     * @param tags of what the filter hides
     */
    record Row(String name, String below, Effect effect, String verdict, Tags tags) {

        Row(String name, String below, Effect effect, Tags tags) {
            this(name, below, effect, ScoreText.verdict(effect), tags);
        }

        /** Returns what a pointer shows. */
        String tip() {
            return name + (below.isEmpty() ? "" : " " + below) + ": " + ScoreText.difference(effect) + ", " + verdict
                    + ScoreText.blocks(effect);
        }
    }

    /**
     * Where the columns stand.
     *
     * @param plot left end of the plot
     * @param difference right end of the differences in numbers; the verdicts begin behind it
     * @param acted right end of the shares
     * @param width right end of all
     */
    private record Columns(double plot, double difference, double acted, double width) {

        double verdict() {
            return difference + 18;
        }
    }

    private Columns columns() {
        List<String> verdicts = rows.stream().map(Row::verdict).toList();
        double plot = left() + 22;
        double difference = plot + PLOT + DIFFERENCE;
        double acted = difference + 26 + Math.max(54, TextFormat.widest(verdicts, 11)) + (ofControl() ? ACTED : 0);
        return new Columns(plot, difference, acted, acted + OUTCOMES);
    }

    private double left() {
        return 14
                + TextFormat.widest(
                        rows.stream()
                                .flatMap(row -> Stream.of(row.name(), row.below()))
                                .toList(),
                        12);
    }

    private boolean ofControl() {
        return !against.isEmpty();
    }

    /** Draws the forest. */
    String svg(String title) {
        Columns columns = columns();
        Legend legend = legend(columns.width());
        double top = legend.height() + HEAD;
        double bottom = top + rows.size() * pitch();
        double width = Math.max(columns.width(), legend.width());
        Svg svg = new Svg(id, width, bottom + 24, title, "A forest plot. Numbers in the CSV.");
        legend.draw(svg);
        Forest forest = Forest.across(range(rows), 9, columns.plot(), columns.plot() + PLOT);
        forest.shade(svg, MARGIN, top - 4, bottom).grid(svg, top - 4, bottom).labels(svg, bottom + 15, forest::signed);
        heads(svg, columns, top - 10);
        for (int i = 0; i < rows.size(); i++) {
            row(svg, rows.get(i), top + i * pitch() + pitch() / 2 - 1, columns, forest);
        }
        stuck(svg, top, bottom);
        return svg.end();
    }

    private void heads(Svg svg, Columns columns, double y) {
        svg.text(columns.plot(), y, "small soft", "difference of the mean score, 95 % interval");
        svg.text(columns.verdict(), y, "small soft", "verdict");
        if (ofControl()) {
            svg.text(columns.acted(), y, "end small soft", "pairs that differ");
        }
        svg.text(columns.width(), y, "end small soft", "won / lost / tied");
    }

    private void row(Svg svg, Row row, double y, Columns columns, Forest forest) {
        Effect effect = row.effect();
        svg.open(Look.of(effect).classes(), row.tip(), row.tags());
        mark(svg, forest, effect, y);
        svg.text(columns.difference(), y + 4, "end small", ScoreText.difference(effect));
        svg.text(columns.verdict(), y + 4, effect.shown() ? "small strong" : "small", row.verdict());
        if (ofControl()) {
            svg.text(columns.acted(), y + 4, "end small", TextFormat.percent(acted(effect.counts())));
        }
        svg.text(columns.width(), y + 4, "end small", outcomes(effect.counts())).close();
    }

    private Legend legend(double width) {
        return Look.explain(new Legend(width), ofControl() ? against : "the other")
                .key(
                        22,
                        "smaller than matters: " + TextFormat.precise(Design.MARGIN),
                        (svg, x, y) -> svg.rect(x, y - 6, 22, 12, 0, "strip"));
    }

    private double pitch() {
        return rows.stream().allMatch(row -> row.below().isEmpty()) ? ONE_LINE : TWO_LINES;
    }

    /** Returns the values that a plot of {@code rows} must hold. */
    static Interval range(List<Row> rows) {
        List<Interval> intervals = rows.stream()
                .flatMap(row -> Stream.concat(
                        row.effect().evidence().map(Evidence::interval).stream(),
                        Stream.of(new Interval(row.effect().mean(), row.effect().mean()))))
                .toList();
        return Forest.hull(intervals, -2 * Design.MARGIN, 2 * Design.MARGIN);
    }

    /** Draws a difference in the row at {@code y}. */
    static void mark(Svg svg, Forest forest, Effect effect, double y) {
        Optional<Interval> interval = effect.evidence().map(Evidence::interval);
        forest.row(svg, y, effect.mean(), interval, Look.of(effect).filled());
    }

    /** Returns the share of pairs whose two runs were not the same bit for bit: in them the method did something. */
    static double acted(Counts counts) {
        return counts.pairs() == 0 ? 0 : 1 - (double) counts.identical() / counts.pairs();
    }

    private static String outcomes(Counts counts) {
        return counts.wins() + " / " + counts.losses() + " / " + counts.ties();
    }

    private void stuck(Svg svg, double top, double bottom) {
        double left = left();
        svg.open("stick").rect(0, top - 4, left, bottom - top + 28, 0, "ground");
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            double y = top + i * pitch() + pitch() / 2 + (row.below().isEmpty() ? 3 : -3);
            svg.open("", "", row.tags()).text(left - 8, y, "end", row.name());
            if (!row.below().isEmpty()) {
                svg.text(left - 8, y + 14, "end small soft", row.below());
            }
            svg.close();
        }
        svg.close();
    }

    /** Returns the numbers of {@code effects}. */
    static String csv(IndexedRun rows, List<Effect> effects) {
        Csv csv = new Csv(
                "of",
                "against",
                "kin",
                "problem",
                "pairs",
                "wins",
                "losses",
                "ties",
                "identical",
                "clusters",
                "clusters_that_differ",
                "mean_difference",
                "low",
                "high",
                "p",
                "adjusted_p",
                "verdict",
                "blocks_to_decide");
        for (Effect effect : effects) {
            Contrast contrast = effect.contrast();
            Counts counts = effect.counts();
            Optional<Evidence> evidence = effect.evidence();
            csv.row(
                    rows.name(contrast.factor(), contrast.of()),
                    rows.name(contrast.factor(), contrast.against()),
                    contrast.kin() == Contrast.ALL ? null : rows.kin().get(contrast.kin()),
                    contrast.problem() == Contrast.ALL
                            ? null
                            : rows.problem(contrast.problem()).toString(),
                    counts.pairs(),
                    counts.wins(),
                    counts.losses(),
                    counts.ties(),
                    counts.identical(),
                    counts.clusters(),
                    counts.nonZero(),
                    effect.mean(),
                    evidence.map(e -> e.interval().low()).orElse(null),
                    evidence.map(e -> e.interval().high()).orElse(null),
                    evidence.map(Evidence::p).orElse(null),
                    evidence.map(Evidence::adjusted).orElse(null),
                    ScoreText.verdict(effect),
                    effect.blocks() == 0 ? null : effect.blocks());
        }
        return csv.toString();
    }
}
