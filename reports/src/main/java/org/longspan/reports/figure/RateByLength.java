package org.longspan.reports.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.longspan.reports.finding.Rate;
import org.longspan.reports.statistics.Interval;
import org.longspan.reports.summary.ArrangedRun;

/** Solved rate against length: a box an optimizer and task, in it a line a model, without clipping and with it. */
public final class RateByLength {

    private static final double WIDTH = 204;
    private static final double LEFT = 42;
    private static final double TOP = 40;
    private static final double BOTTOM = 148;
    private static final double HEIGHT = 168;
    private static final double ROOM = 5 * WIDTH + 4 * 18;

    /** Of one length there is nothing to follow. */
    private static final int LEAST_LENGTHS = 2;

    private final ArrangedRun run;
    private final List<String> tasks;

    private RateByLength(ArrangedRun run) {
        this.run = run;
        this.tasks = LengthLine.tasks(run, LEAST_LENGTHS);
    }

    /** Returns the figure, if runs were made that could solve a task of several lengths. */
    public static Optional<Figure> of(ArrangedRun run) {
        RateByLength figure = new RateByLength(run);
        return figure.runs() == 0 ? Optional.empty() : Optional.of(figure.figure());
    }

    private int runs() {
        return Rate.of(run.cells(c -> tasks.contains(c.problem().task()))).runs();
    }

    private Figure figure() {
        String caption = String.format(
                Locale.ROOT,
                "Share of evaluation runs solved against the length T (logarithmic), by optimizer, model and task, %s."
                        + " Bars: 95 %% Wilson intervals, as if runs were independent. %s in all. Solved means, on %s."
                        + " Budget: %s.",
                Pooling.marks(run, "ring, dashed", "disc, solid"),
                TextFormat.count(runs(), "run"),
                String.join(
                        "; on ",
                        tasks.stream()
                                .map(task -> task + ", " + SolvedCriterion.of(run.entries(task)))
                                .toList()),
                CostProfile.budget(run));
        List<String> how = List.of(
                "Follow a line to the right: every step is a longer lag between what must be remembered and when it is"
                        + " asked for. The length at which a line crosses 50 % is T50.",
                (Pooling.schemes(run).size() > 1
                                ? "Solid lines pool all clipping schemes and may stand on more runs than dashed ones,"
                                        + " hence their shorter bars. "
                                : "")
                        + "Points are set a little apart so that bars do not hide each other.");
        return new Figure("rate-by-length", "Solved rate against length", svg(), caption, how, csv());
    }

    private String svg() {
        Flow flow = new Flow(18, 18);
        for (String task : tasks) {
            for (String optimizer : run.optimizers()) {
                flow.add(WIDTH, HEIGHT, svg -> box(svg, task, optimizer));
            }
        }
        double room = flow.room(ROOM);
        Legend legend = new Legend(room).models(run, 18, (svg, x, y) -> svg.line(x, y, x + 18, y, "thick"));
        if (!Pooling.schemes(run).isEmpty()) {
            legend.key(24, "with clipping", (svg, x, y) -> svg.line(x, y, x + 24, y, "neutral thick"));
        }
        if (run.unclipped().isPresent()) {
            legend.key(24, "without clipping", (svg, x, y) -> svg.line(x, y, x + 24, y, "neutral thick dash"));
        }
        return flow.picture(
                "length",
                "Solved rate against length",
                "Line charts, one for each optimizer and task, falling as tasks grow longer. Numbers in the CSV.",
                legend,
                room);
    }

    private void box(Svg svg, String task, String optimizer) {
        Axis across = LengthLine.axis(run, task, LEFT, WIDTH);
        Axis up = Axis.linear(0, 1, BOTTOM, TOP);
        svg.open("", "", Tags.ofOptimizer(run, optimizer));
        svg.heading(WIDTH, optimizer, run.solvableTaskNames().size() > 1 ? task : "");
        for (double share : new double[] {0, 0.5, 1}) {
            svg.line(LEFT, up.at(share), WIDTH, up.at(share), share == 0 ? "axis" : "grid");
            svg.text(LEFT - 6, up.at(share) + 4, "end small soft", TextFormat.percent(share));
        }
        LengthLine.labels(svg, run.lengths(task), across, BOTTOM + 16);
        List<String> models = run.modelNames();
        for (int m = 0; m < models.size(); m++) {
            for (boolean clipped : new boolean[] {false, true}) {
                double dodge = (m - (models.size() - 1) / 2.0) * 6 + (clipped ? 1.5 : -1.5);
                line(svg, new LengthLine.Of(task, models.get(m), optimizer, clipped), across, up, dodge);
            }
        }
        svg.close();
    }

    private void line(Svg svg, LengthLine.Of of, Axis across, Axis up, double dodge) {
        LengthLine line = LengthLine.of(run, of);
        List<double[]> points = new ArrayList<>();
        List<double[]> bars = new ArrayList<>();
        for (int i = 0; i < line.lengths().size(); i++) {
            double x = across.at(line.lengths().get(i)) + dodge;
            Interval interval = line.rates().get(i).interval();
            points.add(new double[] {x, up.at(line.rates().get(i).share())});
            bars.add(new double[] {x, up.at(interval.low()), up.at(interval.high())});
        }
        if (points.isEmpty()) {
            return;
        }
        int model = run.modelNames().indexOf(of.model());
        int clipping = of.clipped()
                ? Tags.ANY
                : run.clippings().indexOf(run.unclipped().orElseThrow());
        Tags tags = new Tags(Tags.ANY, clipping, model, run.taskNames().indexOf(of.task()), Tags.ANY);
        svg.open(Colour.ofModel(model), of.model() + (of.clipped() ? " with clipping" : " without clipping"), tags);
        svg.bars(bars, "whisker").polyline(points, of.clipped() ? "thick" : "thick dash");
        if (of.clipped()) {
            svg.dots(points, "dots");
        } else {
            svg.rings(points, 3, "ring");
        }
        svg.close();
    }

    private String csv() {
        Csv csv = new Csv(
                "task", "length", "model", "optimizer", "clipped", "runs", "solved", "wilson_low", "wilson_high");
        for (String task : tasks) {
            for (String model : run.modelNames()) {
                for (String optimizer : run.optimizers()) {
                    for (boolean clipped : new boolean[] {false, true}) {
                        rows(csv, new LengthLine.Of(task, model, optimizer, clipped));
                    }
                }
            }
        }
        return csv.toString();
    }

    private void rows(Csv csv, LengthLine.Of of) {
        LengthLine line = LengthLine.of(run, of);
        for (int i = 0; i < line.lengths().size(); i++) {
            Rate rate = line.rates().get(i);
            csv.row(
                    of.task(),
                    line.lengths().get(i),
                    of.model(),
                    of.optimizer(),
                    of.clipped(),
                    rate.runs(),
                    rate.solved(),
                    rate.interval().low(),
                    rate.interval().high());
        }
    }
}
