package org.longspan.reports.figure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.longspan.reports.finding.Conclusions;
import org.longspan.reports.finding.ScoreText;
import org.longspan.reports.inference.Effect;
import org.longspan.reports.inference.Evidence;
import org.longspan.reports.inference.RankInterval;
import org.longspan.reports.statistics.Interval;
import org.longspan.reports.summary.Arm;
import org.longspan.reports.summary.ArrangedRun;

/**
 * The picture that carries a run: the mean score of each arm, optimizers down and clippings across, both sorted; at the
 * right how sure the order of optimizers is, at the foot what each clipping changes against none.
 */
public final class ScoreMatrix {

    private static final String ID = "score-matrix";
    private static final double ROW = 20;
    private static final double NARROWEST = 24;
    private static final double WIDEST = 36;
    private static final double APART = 10; // between the control and the clippings
    private static final double FOREST = 170;
    private static final double TO_FOREST = 30;
    private static final double WORDS = 92; // of a rank and a score
    private static final double FOOT = 104;
    private static final double FOOT_WORDS = 108;
    private static final double TO_FOOT = 14;

    private final Conclusions conclusions;
    private final ArrangedRun run;
    private final MatrixOrder order;
    private final Map<Arm, ArmScore> scores;
    private final ScoreCell cell;
    private final double left;
    private final double pitch;
    private final double head;

    private ScoreMatrix(Conclusions conclusions) {
        this.conclusions = conclusions;
        this.run = conclusions.rows().run();
        this.scores = ArmScore.of(run);
        this.order = MatrixOrder.of(conclusions, scores);
        this.left = 14 + Math.max(TextFormat.widest(order.optimizers(), 12), FOOT_WORDS);
        double free = Flow.PAGE - left - APART - TO_FOREST - FOREST - WORDS;
        this.pitch = Math.max(
                NARROWEST, Math.min(WIDEST, Math.floor(free / order.clippings().size())));
        this.head = 16 + TextFormat.widest(order.clippings(), 11) * Math.sqrt(0.5);
        this.cell = new ScoreCell(run, scores, pitch, ROW);
    }

    /** Returns the figure, if the run has a score for more than one arm, and not all are 0. */
    public static Optional<Figure> of(Conclusions conclusions) {
        ScoreMatrix matrix = new ScoreMatrix(conclusions);
        return matrix.scores.size() < 2 || ScoreWords.nothingSolved(conclusions)
                ? Optional.empty()
                : Optional.of(matrix.figure());
    }

    private Figure figure() {
        ScoreMatrixWords words = new ScoreMatrixWords(conclusions, scores, order);
        return new Figure(ID, "Which optimizer, which clipping", svg(), words.caption(), words.howToRead(), csv());
    }

    private String svg() {
        double columns = columnX(order.clippings().size());
        double width = columns + (alone() ? head - APART : TO_FOREST + FOREST + WORDS);
        Legend legend = legend(width);
        double top = legend.height() + head;
        double bottom = top + order.optimizers().size() * ROW;
        double height = bottom + (order.effects().isEmpty() ? 26 : TO_FOOT + FOOT + 12);
        Svg svg = new Svg(
                ID,
                Math.max(width, legend.width()),
                height,
                "Mean score of every optimizer with every clipping",
                "A matrix with forest plots at its right and foot. Its numbers are in the CSV and in the tables of"
                        + " optimizers and clippings.");
        legend.draw(svg);
        names(svg, top);
        cells(svg, top);
        if (!alone()) {
            optimizers(svg, columns + TO_FOREST, top, bottom);
        }
        Optional<Forest> foot = foot(bottom + TO_FOOT);
        foot.ifPresent(forest -> clippings(svg, forest));
        stuck(svg, top, height, foot);
        return svg.end();
    }

    private Legend legend(double width) {
        Legend legend = new Legend(width);
        String low = "mean score 0";
        double at = TextFormat.width(low, 12);
        legend.key(at + 11 * 14, ArmScore.brief(cell.deepest()), (svg, x, y) -> {
            svg.text(x, y + 4, "", low);
            for (int step = 0; step <= 10; step++) {
                svg.open("q" + step)
                        .rect(x + at + step * 14, y - 7, 14, 14, 0, "")
                        .close();
            }
        });
        if (scores.size() < order.optimizers().size() * order.clippings().size()) {
            legend.key(
                    24,
                    "not run",
                    (svg, x, y) -> svg.open("void")
                            .rect(x + 0.5, y - 6.5, 23, 13, 2, "")
                            .close());
        }
        if (!order.effects().isEmpty()) {
            Look.explain(legend, order.control().orElseThrow());
        }
        return legend;
    }

    /** An optimizer without another to rank it by has no right margin. */
    private boolean alone() {
        return order.ranks().size() < 2;
    }

    private double columnX(int column) {
        return left + column * pitch + (column > 0 && order.control().isPresent() ? APART : 0);
    }

    private double middle(int column) {
        return columnX(column) + (pitch - ScoreCell.GAP) / 2;
    }

    /** The names of clippings over their columns. */
    private void names(Svg svg, double top) {
        for (int column = 0; column < order.clippings().size(); column++) {
            String clipping = order.clippings().get(column);
            boolean control = order.control().filter(clipping::equals).isPresent();
            svg.open("", "", Tags.ofClipping(run, clipping));
            svg.rising(middle(column) + 3, top - 8, control ? "small strong" : "small", clipping);
            svg.close();
        }
    }

    private void cells(Svg svg, double top) {
        for (int row = 0; row < order.optimizers().size(); row++) {
            for (int column = 0; column < order.clippings().size(); column++) {
                Arm arm = new Arm(order.optimizers().get(row), order.clippings().get(column));
                cell.draw(svg, arm, columnX(column), top + row * ROW);
            }
        }
    }

    private void optimizers(Svg svg, double x, double top, double bottom) {
        List<Interval> intervals =
                order.ranks().values().stream().map(RankInterval::interval).toList();
        Forest forest = Forest.across(Forest.hull(intervals, 0, 0.1), 6, x, x + FOREST);
        forest.grid(svg, top - 3, bottom).labels(svg, bottom + 14, forest::plain);
        svg.text(x, top - 10, "small soft", "mean score");
        svg.text(x + FOREST + WORDS, top - 10, "end small soft", "rank");
        for (int row = 0; row < order.optimizers().size(); row++) {
            optimizer(svg, order.optimizers().get(row), top + row * ROW + ROW / 2 - 1, forest);
        }
    }

    private void optimizer(Svg svg, String optimizer, double y, Forest forest) {
        double right = forest.axis().end() + WORDS;
        RankInterval rank = order.ranks().get(optimizer);
        if (rank == null) {
            svg.open("", "", Tags.ofOptimizer(run, optimizer));
            svg.text(right, y + 4, "end small soft", order.alias(optimizer)).close();
            return;
        }
        String tip = optimizer + ": score " + ScoreText.score(rank.score(), rank.interval()) + ", rank "
                + OptimizerForest.rank(rank) + " of " + order.ranks().size();
        svg.open("", tip, Tags.ofOptimizer(run, optimizer));
        forest.row(svg, y, rank.score(), Optional.of(rank.interval()), true);
        svg.text(forest.axis().end() + 34, y + 4, "end small", ArmScore.brief(rank.score()));
        svg.text(right, y + 4, "end small", OptimizerForest.rank(rank)).close();
    }

    /** The axis of the differences, if clippings are compared with the control. */
    private Optional<Forest> foot(double top) {
        List<Interval> intervals = order.effects().values().stream()
                .flatMap(effect -> effect.evidence().stream())
                .map(Evidence::interval)
                .toList();
        return order.effects().isEmpty()
                ? Optional.empty()
                : Optional.of(Forest.upright(Forest.hull(intervals, -0.04, 0.04), 6, top + FOOT, top));
    }

    private void clippings(Svg svg, Forest forest) {
        forest.grid(svg, left, columnX(order.clippings().size()) - ScoreCell.GAP);
        for (int column = 0; column < order.clippings().size(); column++) {
            String clipping = order.clippings().get(column);
            Effect effect = order.effects().get(clipping);
            if (effect != null) {
                Look look = Look.of(effect);
                String tip = clipping + ": " + ScoreText.difference(effect) + ", " + ScoreText.verdict(effect);
                svg.open(look.classes(), tip, Tags.ofClipping(run, clipping));
                Optional<Interval> interval = effect.evidence().map(Evidence::interval);
                forest.row(svg, middle(column), effect.mean(), interval, look.filled());
                svg.close();
            }
        }
    }

    /** What the page's script keeps in view while one scrolls sideways. */
    private void stuck(Svg svg, double top, double height, Optional<Forest> foot) {
        svg.open("stick").rect(0, top - 4, left - 4, height - top + 4, 0, "ground");
        for (int row = 0; row < order.optimizers().size(); row++) {
            String optimizer = order.optimizers().get(row);
            svg.open("", "", Tags.ofOptimizer(run, optimizer));
            svg.text(left - 10, top + row * ROW + ROW / 2 + 3, "end", optimizer).close();
        }
        foot.ifPresent(forest -> {
            forest.labels(svg, left - 10, forest::signed);
            svg.text(0, forest.axis().end() + 4, "small soft", "difference");
            svg.text(
                    0,
                    forest.axis().end() + 18,
                    "small soft",
                    "to " + order.control().orElseThrow());
            svg.text(0, forest.axis().end() + 36, "small soft", "↑ better");
        });
        svg.close();
    }

    private String csv() {
        Csv csv = new Csv("optimizer", "clipping", "mean_score", "problems", "runs");
        for (String optimizer : order.optimizers()) {
            for (String clipping : order.clippings()) {
                ArmScore score = scores.get(new Arm(optimizer, clipping));
                csv.row(
                        optimizer,
                        clipping,
                        score == null ? null : score.mean(),
                        score == null ? 0 : score.problems(),
                        score == null ? 0 : score.runs());
            }
        }
        return csv.toString();
    }
}
