package org.longspan.reports.figure;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.longspan.reports.finding.Rate;
import org.longspan.reports.statistics.HalfLength;
import org.longspan.reports.summary.ArrangedRun;

/** T50, the length learned half of the time, of each optimizer: a box a task and model, without clipping and with it. */
public final class HalfLengthFigure {

    private static final double WIDTH = 340;
    private static final double ROOM = 3 * WIDTH + 2 * 30;
    private static final double ROW = 22;
    private static final double TOP = 46;
    private static final double BELOW = 38;

    /** Fewer determine no curve. */
    private static final int LEAST_LENGTHS = 3;

    private final ArrangedRun run;
    private final List<String> tasks;
    private final List<String> optimizers;

    private HalfLengthFigure(ArrangedRun run) {
        this.run = run;
        this.tasks = LengthLine.tasks(run, LEAST_LENGTHS).stream()
                .filter(task -> rate(task, null).runs() > 0)
                .toList();
        this.optimizers = run.optimizers().stream()
                .filter(optimizer ->
                        tasks.stream().anyMatch(task -> rate(task, optimizer).runs() > 0))
                .sorted(Comparator.comparing((String optimizer) -> -tasks.stream()
                        .mapToDouble(task -> rate(task, optimizer).share())
                        .sum()))
                .toList();
    }

    /** Returns the figure, if a task with a solved criterion was run at three lengths and anything solved it. */
    public static Optional<Figure> of(ArrangedRun run) {
        HalfLengthFigure figure = new HalfLengthFigure(run);
        boolean solved =
                figure.tasks.stream().anyMatch(task -> figure.rate(task, null).solved() > 0);
        return solved ? Optional.of(figure.figure()) : Optional.empty();
    }

    /** Over all models and lengths, of one optimizer if given. */
    private Rate rate(String task, String optimizer) {
        return Rate.of(run.cells(c -> c.problem().task().equals(task)
                && (optimizer == null || c.arm().optimizer().equals(optimizer))));
    }

    private Figure figure() {
        int runs = tasks.stream().mapToInt(task -> rate(task, null).runs()).sum();
        String caption = "T50, the length that is learned half of the time within the budget of "
                + CostProfile.budget(run) + ", by optimizer, " + Pooling.marks(run, "ring", "disc") + ". "
                + TextFormat.count(runs, "evaluation run")
                + ". A logistic curve in log T with Firth's penalty; bars are"
                + " 95 % intervals of its profile likelihood, as if runs were independent, and missing where it does not"
                + " bound T50. An arrowhead at an edge: T50 lies beyond the lengths that were run. Sorted by the share"
                + " of all runs solved.";
        List<String> how = List.of(
                "The further right, the longer the lag that an optimizer still learns to bridge. A disc to the right of"
                        + " its ring: clipping lengthened it.",
                "Runs of one block share their data and initial weights, so the true intervals are wider than those"
                        + " drawn. Where an optimizer did better at longer lengths than at shorter ones there is no T50,"
                        + " and no mark; its tip says so.",
                "The table below has the T50 of every arm.");
        return new Figure("t50", "T50, the length learned half of the time", svg(), caption, how, csv());
    }

    private String svg() {
        Flow flow = new Flow(30, 26);
        for (String task : tasks) {
            for (String model : run.modelsOf(task)) {
                flow.add(WIDTH, TOP + optimizers.size() * ROW + BELOW, svg -> box(svg, task, model));
            }
        }
        double room = flow.room(ROOM);
        Legend legend = BareAndClipped.legend(run, room);
        return flow.picture(
                "t50",
                "T50 by optimizer, model and task",
                "Dot plots with intervals, a row an optimizer. Numbers in the CSV.",
                legend,
                room);
    }

    private void box(Svg svg, String task, String model) {
        double left = BareAndClipped.left(optimizers);
        Axis x = LengthLine.axis(run, task, left, WIDTH - 8);
        double bottom = TOP + optimizers.size() * ROW;
        svg.heading(WIDTH, model, task);
        svg.lines(run.lengths(task).stream().map(x::at).toList(), TOP - 4, bottom, "grid");
        LengthLine.labels(svg, run.lengths(task), x, bottom + 16);
        svg.text((x.start() + x.end()) / 2, bottom + 33, "mid small soft", "length T");
        for (int row = 0; row < optimizers.size(); row++) {
            row(svg, new LengthLine.Of(task, model, optimizers.get(row), false), x, TOP + (row + 0.5) * ROW);
        }
    }

    private void row(Svg svg, LengthLine.Of of, Axis x, double y) {
        LengthLine bare = LengthLine.of(run, of);
        LengthLine clipped = LengthLine.of(run, clipped(of));
        if (bare.lengths().isEmpty() && clipped.lengths().isEmpty()) {
            return;
        }
        String optimizer = of.optimizer();
        int model = run.modelNames().indexOf(of.model());
        int task = run.taskNames().indexOf(of.task());
        String tip = optimizer + words(", no clipping ", bare) + words(", with clipping ", clipped);
        svg.open("", tip, new Tags(run.optimizers().indexOf(optimizer), Tags.ANY, model, task, Tags.ANY));
        BareAndClipped.name(svg, optimizer, x, y);
        svg.line(x.start(), y, x.end(), y, "grid");
        if (!bare.lengths().isEmpty()) {
            svg.open("c0", "", Tags.ofClipping(run, run.unclipped().orElseThrow()));
            mark(svg, bare, x, y - 4, "ring").close();
        }
        if (!clipped.lengths().isEmpty()) {
            svg.open("c1");
            mark(svg, clipped, x, y + 4, "disc").close();
        }
        svg.close();
    }

    private static LengthLine.Of clipped(LengthLine.Of of) {
        return new LengthLine.Of(of.task(), of.model(), of.optimizer(), true);
    }

    private static String words(String before, LengthLine line) {
        return line.lengths().isEmpty() ? "" : before + line.half().verdict();
    }

    private static Svg mark(Svg svg, LengthLine line, Axis x, double y, String classes) {
        HalfLength half = line.half();
        half.interval().ifPresent(i -> svg.line(x.at(i.low()), y, x.at(i.high()), y, "whisker"));
        double at = half.length().orElseGet(() -> outside(line));
        if (at <= x.from()) {
            return chevron(svg, x.start(), y, 4);
        }
        if (at >= x.to()) {
            return chevron(svg, x.end(), y, -4);
        }
        return Double.isNaN(at) ? svg : svg.circle(x.at(at), y, 3.4, classes);
    }

    /** Where T50 lies if it is not determined: below all lengths, above them, or nowhere that can be said. */
    private static double outside(LengthLine line) {
        boolean enough = line.lengths().size() >= LEAST_LENGTHS;
        if (enough && line.rates().stream().allMatch(rate -> rate.solved() == 0)) {
            return 0;
        }
        boolean all = line.rates().stream().allMatch(rate -> rate.solved() == rate.runs());
        return enough && all ? Double.POSITIVE_INFINITY : Double.NaN;
    }

    /** An arrowhead with its tip at x, open to the side of {@code aside}. */
    private static Svg chevron(Svg svg, double x, double y, double aside) {
        return svg.polyline(
                List.of(new double[] {x + aside, y - 4}, new double[] {x, y}, new double[] {x + aside, y + 4}),
                "cross");
    }

    private String csv() {
        Csv csv = new Csv(
                "task", "model", "optimizer", "clipped", "runs", "solved", "t50", "low_95", "high_95", "verdict");
        for (String task : tasks) {
            for (String model : run.modelsOf(task)) {
                for (String optimizer : optimizers) {
                    LengthLine.Of of = new LengthLine.Of(task, model, optimizer, false);
                    csvRow(csv, of);
                    csvRow(csv, clipped(of));
                }
            }
        }
        return csv.toString();
    }

    private void csvRow(Csv csv, LengthLine.Of of) {
        LengthLine line = LengthLine.of(run, of);
        if (line.lengths().isEmpty()) {
            return;
        }
        HalfLength half = line.half();
        csv.row(
                of.task(),
                of.model(),
                of.optimizer(),
                of.clipped(),
                line.rates().stream().mapToInt(Rate::runs).sum(),
                line.rates().stream().mapToInt(Rate::solved).sum(),
                half.length().orElse(null),
                half.interval().map(i -> i.low()).orElse(null),
                half.interval().map(i -> i.high()).orElse(null),
                half.verdict());
    }
}
