package org.longspan.reports.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.longspan.harness.record.CurvePoint;
import org.longspan.reports.finding.GoodWidth;
import org.longspan.reports.summary.ArrangedRun;
import org.longspan.reports.summary.CellResult;
import org.longspan.reports.summary.Problem;
import org.longspan.reports.summary.RateRange;
import org.longspan.reports.summary.Run;

/**
 * How wide the good region of each optimizer's learning rate is, in decades, without clipping and with it. On a task with
 * a solved criterion a tuning run is good if it solved; on another, if its last validation loss is at most {@value
 * #FACTOR} times the least of any tuning run on the problem.
 */
public final class GoodRegion {

    private static final double FACTOR = 1.1;
    private static final double WIDTH = 340;
    private static final double BETWEEN = 30;
    private static final double ROOM = 3 * WIDTH + 2 * BETWEEN;
    private static final double ROW = 22;
    private static final double BAND = 18;
    private static final double TOP = 46;
    private static final double BELOW = 36;

    /** With more problems there is only the box in which they are pooled. */
    private static final int MOST_PROBLEMS = 6;

    private final ArrangedRun run;
    private final List<Problem> problems;
    private final List<String> optimizers;
    private final Map<Problem, Double> least = new HashMap<>();

    private GoodRegion(ArrangedRun run) {
        this.run = run;
        this.problems = run.problems().stream()
                .filter(problem -> run.cells(c -> c.problem().equals(problem)).stream()
                        .anyMatch(c -> !c.tuning().isEmpty()))
                .toList();
        for (CellResult cell : run.cells(c -> !c.solvable())) {
            cell.tuning().forEach(one -> least.merge(cell.problem(), loss(one), Math::min));
        }
        this.optimizers = run.optimizers().stream()
                .filter(optimizer -> RateRange.ofLearningRate(run, optimizer).isPresent())
                .filter(optimizer ->
                        bare(optimizer).isPresent() || clipped(optimizer).isPresent())
                .sorted(Comparator.comparing((String optimizer) -> -bare(optimizer)
                        .or(() -> clipped(optimizer))
                        .orElseThrow()
                        .width()))
                .toList();
    }

    /** Returns the figure, if learning rates were tuned and a tuning run was good. */
    public static Optional<Figure> of(ArrangedRun run) {
        if (!run.selects()) {
            return Optional.empty();
        }
        GoodRegion region = new GoodRegion(run);
        boolean any = region.optimizers.stream()
                .anyMatch(o -> region.bare(o).filter(w -> w.good() > 0).isPresent()
                        || region.clipped(o).filter(w -> w.good() > 0).isPresent());
        return any ? Optional.of(region.figure()) : Optional.empty();
    }

    private Figure figure() {
        int runs = optimizers.stream()
                .flatMap(o -> Stream.of(bare(o), clipped(o)))
                .flatMap(Optional::stream)
                .mapToInt(GoodWidth::runs)
                .sum();
        String caption = String.format(
                Locale.ROOT,
                "Width of the good region of the learning rate in decades: the tuned range's width times the share of"
                        + " its tuning runs that %s, %s. %s on %s, budget %s. Bars: 95 %% intervals over blocks of"
                        + " problems, where there are at least %d. The band is the tuned range.%s",
                good(),
                Pooling.marks(run, "ring", "disc"),
                TextFormat.count(runs, "tuning run"),
                TextFormat.count(problems.size(), "problem"),
                CostProfile.budget(run),
                GoodWidth.LEAST_CLUSTERS,
                withoutRate());
        List<String> how = List.of(
                "Rates are drawn evenly over the logarithm of their range, so the share of runs that are good, times"
                        + " the width of the range, is how many decades of it are good; a rate that is good half of the"
                        + " time counts half. The wider, the less an optimizer's result hangs on finding its rate.",
                "The other settings vary as they were drawn and are averaged over. The width depends on the budget, and"
                        + " cannot exceed the range, so an optimizer whose range is narrow or misplaced looks worse than"
                        + " it is.",
                "A disc far right of its ring: with clipping the optimizer forgives more rates. The two stand on the"
                        + " same rates in each block.",
                "An interval that reaches far from a point at 0 is no mistake: blocks are few, and where none of "
                        + GoodWidth.LEAST_CLUSTERS + " had a good run, "
                        + TextFormat.percent(1 - StrictMath.pow(0.025, 1.0 / GoodWidth.LEAST_CLUSTERS))
                        + " of the range may be good all the same. No interval leaves the range.");
        return new Figure("good-region", "Width of the good region", svg(), caption, how, csv());
    }

    private String good() {
        String close = "ended within " + FACTOR + " times the least validation loss of any on the problem";
        if (least.isEmpty()) {
            return "solved";
        }
        return run.solvableTaskNames().isEmpty() ? close : "solved or, on tasks without a criterion, " + close;
    }

    private String withoutRate() {
        List<String> without = run.optimizers().stream()
                .filter(o -> RateRange.ofLearningRate(run, o).isEmpty())
                .toList();
        return without.isEmpty() ? "" : " Without a learning rate to tune: " + String.join(", ", without) + ".";
    }

    private static double loss(Run one) {
        CurvePoint last = one.last();
        boolean known = last != null && last.validationLoss() != null && !one.diverged();
        return known ? last.validationLoss() : Double.POSITIVE_INFINITY;
    }

    private boolean isGood(Run one) {
        return one.problem().entry().solvable()
                ? one.solved()
                : Double.isFinite(loss(one)) && loss(one) <= FACTOR * least.get(one.problem());
    }

    private Optional<GoodWidth> bare(String optimizer) {
        return width(optimizer, false, c -> true);
    }

    private Optional<GoodWidth> clipped(String optimizer) {
        return width(optimizer, true, c -> true);
    }

    private Optional<GoodWidth> width(String optimizer, boolean clipped, Predicate<CellResult> wanted) {
        double decades =
                RateRange.ofLearningRate(run, optimizer).map(RateRange::decades).orElse(0.0);
        List<CellResult> cells = run.cells(c ->
                c.arm().optimizer().equals(optimizer) && run.clips(c.arm().clipping()) == clipped && wanted.test(c));
        return GoodWidth.of(cells, decades, this::isGood);
    }

    private String svg() {
        double height = TOP + optimizers.size() * ROW + BELOW;
        Flow flow = new Flow(BETWEEN, 26);
        if (problems.size() > 1) {
            flow.add(WIDTH, height, svg -> box(svg, "all " + problems.size() + " problems", Optional.empty()));
        }
        if (problems.size() <= MOST_PROBLEMS) {
            problems.forEach(p -> flow.add(WIDTH, height, svg -> box(svg, p.toString(), Optional.of(p))));
        }
        double room = flow.room(ROOM);
        Legend legend = BareAndClipped.legend(run, room)
                .key(22, "tuned range", (svg, x, y) -> svg.rect(x, y - BAND / 2, 22, BAND, 2, "strip"));
        return flow.picture(
                "good-region",
                "Width of the good region of the learning rate, in decades",
                "Dot plots with intervals, a row an optimizer, the widest first. Numbers in the CSV.",
                legend,
                room);
    }

    private void box(Svg svg, String title, Optional<Problem> problem) {
        double widest = optimizers.stream()
                .mapToDouble(o -> RateRange.ofLearningRate(run, o).orElseThrow().decades())
                .max()
                .orElse(1);
        double left = BareAndClipped.left(optimizers);
        Axis x = Axis.linear(0, widest, left, WIDTH - 8);
        double bottom = TOP + optimizers.size() * ROW;
        svg.heading(
                WIDTH,
                problem.map(Problem::model).orElse(title),
                problem.map(Problem::on).orElse(""));
        List<Double> ticks = new ArrayList<>();
        for (double decade = 0; decade <= widest + 1e-9; decade++) {
            ticks.add(x.at(decade));
            svg.text(x.at(decade), bottom + 16, "mid small soft", TextFormat.precise(decade));
        }
        for (int row = 0; row < optimizers.size(); row++) {
            band(svg, optimizers.get(row), x, TOP + (row + 0.5) * ROW);
        }
        svg.lines(ticks, TOP, bottom, "hole");
        svg.text((x.start() + x.end()) / 2, bottom + 32, "mid small soft", "decades");
        for (int row = 0; row < optimizers.size(); row++) {
            row(svg, optimizers.get(row), problem, x, TOP + (row + 0.5) * ROW);
        }
    }

    /** The tuned range, which the lines of the grid cross. */
    private void band(Svg svg, String optimizer, Axis x, double y) {
        double range = RateRange.ofLearningRate(run, optimizer).orElseThrow().decades();
        svg.open("", "", Tags.ofOptimizer(run, optimizer));
        svg.rect(x.at(0), y - BAND / 2, x.at(range) - x.at(0), BAND, 2, "strip").close();
    }

    private void row(Svg svg, String optimizer, Optional<Problem> problem, Axis x, double y) {
        Predicate<CellResult> wanted = c -> problem.isEmpty() || c.problem().equals(problem.get());
        Optional<GoodWidth> bare = width(optimizer, false, wanted);
        Optional<GoodWidth> clipped = width(optimizer, true, wanted);
        Tags tags = Tags.ofOptimizer(run, optimizer);
        String tip = optimizer
                + bare.map(w -> ", no clipping " + words(w)).orElse("")
                + clipped.map(w -> ", with clipping " + words(w)).orElse("");
        svg.open("", tip, problem.map(p -> tags.on(run, p)).orElse(tags));
        BareAndClipped.name(svg, optimizer, x, y);
        bare.ifPresent(w -> mark(
                svg, w, x, y - 4, "c0", Tags.ofClipping(run, run.unclipped().orElseThrow())));
        clipped.ifPresent(w -> mark(svg, w, x, y + 4, "c1", Tags.NONE));
        svg.close();
    }

    private static String words(GoodWidth w) {
        return String.format(Locale.ROOT, "%.2f decades (%d of %d runs)", w.width(), w.good(), w.runs());
    }

    private static void mark(Svg svg, GoodWidth w, Axis x, double y, String colour, Tags tags) {
        svg.open(colour, "", tags);
        w.interval().ifPresent(i -> svg.line(x.at(i.low()), y, x.at(i.high()), y, "whisker"));
        svg.circle(x.at(w.width()), y, 3.4, colour.equals("c0") ? "ring" : "disc")
                .close();
    }

    private String csv() {
        Csv csv = new Csv(
                "problem", "optimizer", "clipped", "range", "runs", "good", "blocks", "width", "low_95", "high_95");
        for (String optimizer : optimizers) {
            for (boolean clipped : new boolean[] {false, true}) {
                width(optimizer, clipped, c -> true).ifPresent(w -> csvRow(csv, "all", optimizer, clipped, w));
                for (Problem problem : problems) {
                    width(optimizer, clipped, c -> c.problem().equals(problem))
                            .ifPresent(w -> csvRow(csv, problem.toString(), optimizer, clipped, w));
                }
            }
        }
        return csv.toString();
    }

    private static void csvRow(Csv csv, String problem, String optimizer, boolean clipped, GoodWidth w) {
        csv.row(
                problem,
                optimizer,
                clipped,
                w.decades(),
                w.runs(),
                w.good(),
                w.clusters(),
                w.width(),
                w.interval().map(i -> i.low()).orElse(null),
                w.interval().map(i -> i.high()).orElse(null));
    }
}
