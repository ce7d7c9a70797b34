package org.longspan.reports.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.longspan.reports.finding.Rate;
import org.longspan.reports.statistics.Interval;
import org.longspan.reports.summary.ArrangedRun;
import org.longspan.reports.summary.CellResult;

/** Solved rate against length: a column an optimizer, a row a task, a line a model, clipped or not. */
public final class LengthFigure {

    private static final double PANEL_WIDTH = 186;
    private static final double PANEL_HEIGHT = 132;
    private static final double BETWEEN = 30;
    private static final double LEFT = 46;

    private final ArrangedRun run;
    private final int across;

    private LengthFigure(ArrangedRun run) {
        this.run = run;
        this.across = Math.min(run.optimizers().size(), 5);
    }

    /** Returns the figure. */
    public static Figure of(ArrangedRun run) {
        LengthFigure figure = new LengthFigure(run);
        String caption = String.format(
                Locale.ROOT,
                "Share of evaluation runs solved against the length T (logarithmic), by optimizer, model and task, %s."
                        + " Bars: intervals of 95 %% over blocks, whose runs share their luck. %s in all.",
                Pooling.marks(run, "dashed", "solid"),
                TextFormat.count(Rate.of(run.cells()).runs(), "run"));
        if (run.solvableTaskNames().isEmpty()) {
            caption = SolvedCriterion.NONE;
        }
        List<String> how = List.of(
                "Follow a line to the right: every step is a longer lag between what must be remembered and when it is "
                        + "asked for. The length at which a line crosses 50 % is T50.",
                (Pooling.schemes(run).size() > 1
                                ? "Solid lines pool all clipping schemes and so stand on more runs than dashed ones, "
                                        + "hence their shorter bars. "
                                : "")
                        + "Points are set a little apart so that bars do not hide each other.",
                "The table of T50 below fits each arm alone: a logistic curve in log T with Firth's penalty, which "
                        + "exists where the lengths separate solved from unsolved runs too, and the interval of its "
                        + "profile likelihood. Where nothing was solved, or everything, it says beyond which length "
                        + "T50 lies.");
        return new Figure("length", "Solved rate against length", figure.svg(), caption, how, figure.csv());
    }

    private String svg() {
        int bands = (run.optimizers().size() + across - 1)
                / across
                * run.solvableTaskNames().size();
        double band = PANEL_HEIGHT + 92;
        double width = LEFT + across * (PANEL_WIDTH + BETWEEN);
        Legend legend = legend(width);
        Svg svg = new Svg(
                "length",
                Math.max(width, legend.width()),
                legend.height() + bands * band,
                "Solved rate against length",
                "Line charts, one for each optimizer and task, falling as tasks grow longer. Numbers in the CSV.");
        legend.draw(svg);
        double top = legend.height();
        for (String task : run.solvableTaskNames()) {
            for (int first = 0; first < run.optimizers().size(); first += across) {
                svg.text(0, top + 14, "h", task);
                for (int i = first; i < Math.min(run.optimizers().size(), first + across); i++) {
                    double x = LEFT + (i - first) * (PANEL_WIDTH + BETWEEN);
                    panel(svg, task, run.optimizers().get(i), x, top + 54, i == first);
                }
                top += band;
            }
        }
        return svg.end();
    }

    private Legend legend(double width) {
        Legend legend = new Legend(width).models(run, 18, (svg, x, y) -> svg.line(x, y, x + 18, y, "thick"));
        if (!Pooling.schemes(run).isEmpty()) {
            legend.key(24, "with clipping", (svg, x, y) -> svg.line(x, y, x + 24, y, "neutral thick"));
        }
        if (run.unclipped().isPresent()) {
            legend.key(24, "without clipping", (svg, x, y) -> svg.line(x, y, x + 24, y, "neutral thick dash"));
        }
        return legend;
    }

    private void panel(Svg svg, String task, String optimizer, double x, double top, boolean labels) {
        List<Integer> lengths = run.lengths(task);
        Axis across = Axis.log(lengths.get(0) / 1.25, lengths.get(lengths.size() - 1) * 1.25, x, x + PANEL_WIDTH);
        Axis up = Axis.linear(0, 1, top + PANEL_HEIGHT, top);
        svg.text(x, top - 10, "strong", optimizer);
        for (double share : new double[] {0, 0.5, 1}) {
            svg.line(x, up.at(share), x + PANEL_WIDTH, up.at(share), share == 0 ? "axis" : "grid");
            if (labels) {
                svg.text(x - 8, up.at(share) + 4, "end small soft", TextFormat.percent(share));
            }
        }
        double free = Double.NEGATIVE_INFINITY;
        for (int length : lengths) {
            double half = TextFormat.width("" + length, 11) / 2;
            if (across.at(length) - half >= free) { // lengths that lie close share the label of the first
                svg.text(across.at(length), top + PANEL_HEIGHT + 16, "mid small soft", "" + length);
                free = across.at(length) + half + 4;
            }
        }
        for (int m = 0; m < run.modelNames().size(); m++) {
            for (boolean clipped : new boolean[] {false, true}) {
                double dodge = (m - (run.modelNames().size() - 1) / 2.0) * 6 + (clipped ? 1.5 : -1.5);
                line(svg, new Line(task, optimizer, m, clipped), across, up, dodge);
            }
        }
    }

    private record Line(String task, String optimizer, int model, boolean clipped) {}

    private void line(Svg svg, Line line, Axis across, Axis up, double dodge) {
        List<double[]> points = new ArrayList<>();
        svg.open(Colour.ofModel(line.model()));
        for (int length : run.lengths(line.task())) {
            Rate rate = rate(line, length);
            if (rate.runs() > 0) {
                double x = across.at(length) + dodge;
                Interval i = rate.interval();
                svg.line(x, up.at(i.low()), x, up.at(i.high()), "whisker");
                svg.circle(x, up.at(rate.share()), 2.8, line.clipped() ? "disc" : "ring");
                points.add(new double[] {x, up.at(rate.share())});
            }
        }
        svg.polyline(points, line.clipped() ? "thick" : "thick dash").close();
    }

    private Rate rate(Line line, int length) {
        List<CellResult> cells = run.cells(c -> c.problem().task().equals(line.task())
                && c.problem().length() == length
                && c.problem().model().equals(run.modelNames().get(line.model()))
                && c.arm().optimizer().equals(line.optimizer())
                && run.clips(c.arm().clipping()) == line.clipped());
        return Rate.of(cells);
    }

    private String csv() {
        Csv csv = new Csv(
                "task", "length", "model", "optimizer", "clipped", "runs", "solved", "interval_low", "interval_high");
        for (String task : run.solvableTaskNames()) {
            for (int length : run.lengths(task)) {
                for (int m = 0; m < run.modelNames().size(); m++) {
                    for (String optimizer : run.optimizers()) {
                        for (boolean clipped : new boolean[] {false, true}) {
                            row(csv, new Line(task, optimizer, m, clipped), length);
                        }
                    }
                }
            }
        }
        return csv.toString();
    }

    private void row(Csv csv, Line line, int length) {
        Rate r = rate(line, length);
        if (r.runs() > 0) {
            csv.row(
                    line.task(),
                    length,
                    run.modelNames().get(line.model()),
                    line.optimizer(),
                    line.clipped(),
                    r.runs(),
                    r.solved(),
                    TextFormat.precise(r.interval().low()),
                    TextFormat.precise(r.interval().high()));
        }
    }
}
