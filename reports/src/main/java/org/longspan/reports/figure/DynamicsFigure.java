package org.longspan.reports.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.longspan.reports.summary.ArrangedRun;
import org.longspan.reports.summary.Problem;
import org.longspan.reports.summary.Run;

/**
 * What the steps on one problem were like, against updates: the share of steps that were clipped, the gradient's norm
 * before and after clipping, and the norm of the update; a box an optimizer, runs without clipping and with it.
 */
public final class DynamicsFigure {

    private static final double HEIGHT = 62;
    private static final double FIRST = 42;
    private static final double BAND = HEIGHT + 26;
    private static final double GAP = 15;
    private static final double ROW_GAP = 20;
    private static final String BARE = "c0";
    private static final String CLIPPED = "c1";

    private final ArrangedRun run;
    private final Problem problem;
    private final String id;
    private final List<Dynamics> all = new ArrayList<>();
    private final double[] gradients;
    private final double[] updates;

    private DynamicsFigure(ArrangedRun run, Problem problem, String id, Order order) {
        this.run = run;
        this.problem = problem;
        this.id = id;
        for (String optimizer : order.optimizers(run.optimizersOf(problem.model()))) {
            for (boolean clipped : new boolean[] {false, true}) {
                Dynamics.of(run, problem, optimizer, clipped).ifPresent(all::add);
            }
        }
        this.gradients = Dynamics.range(all, Dynamics::before, Dynamics::after);
        this.updates = Dynamics.range(all, Dynamics::update, Dynamics::update);
    }

    /** Returns the figure of one problem, {@code id} being unique in the page, if a run of it made a step. */
    public static Optional<Figure> of(ArrangedRun run, Problem problem, String id, Order order) {
        DynamicsFigure figure = new DynamicsFigure(run, problem, id, order);
        return figure.all.isEmpty() ? Optional.empty() : Optional.of(figure.figure());
    }

    private Figure figure() {
        String caption = String.format(
                Locale.ROOT,
                "%s: steps between two looks, against updates, a box an optimizer. Above: the share of steps that were"
                        + " clipped; middle: ‖g‖, the norm of the gradient, before and after clipping; below: ‖Δθ‖, the"
                        + " norm of the update. Shares are means over runs, norms are medians, of %s, %s. Budget: %s.",
                problem,
                TextFormat.count(all.stream().mapToInt(of -> of.runs().size()).sum(), "evaluation run"),
                Pooling.marks(run, "dark", "blue"),
                TextFormat.count(run.manifest().rules().budget().updates(), "update"));
        List<String> how = List.of(
                "Of the steps between two looks each run stores its share of clipped steps and its median norms. A line"
                        + " shows the runs that still train, and ends where half of them have ended. All axes of a kind are the same, the norms' are logarithmic; an optimizer that makes"
                        + " few updates has a shorter axis of them.",
                "The gap between the dashed and the full blue line is what clipping takes away from the gradient. Where"
                        + " the share of clipped steps is near 100 %, clipping sets the length of every step; where it"
                        + " is near 0 %, it does nothing most of the time.",
                "The norm of the weights is not recorded, so the update cannot be set in proportion to them: ‖Δθ‖ stands"
                        + " alone. An optimizer that scales its steps can make long updates of short gradients.");
        return new Figure(id, problem.toString(), svg(), caption, how, csv());
    }

    private String svg() {
        Legend legend = legend();
        Flow flow = new Flow(GAP, ROW_GAP);
        all.stream()
                .map(Dynamics::optimizer)
                .distinct()
                .forEach(o -> flow.add(UpdatePlot.BOX, FIRST + 3 * BAND - 6, svg -> box(svg, o)));
        Svg svg = new Svg(
                id,
                Math.max(Flow.PAGE, legend.width()),
                legend.height() + flow.height(Flow.PAGE),
                "Steps: " + problem,
                "Share of clipped steps, norm of the gradient and norm of the update against updates, one box for each"
                        + " optimizer. Numbers in the CSV.");
        legend.draw(svg);
        flow.draw(svg, legend.height(), Flow.PAGE);
        return svg.end();
    }

    private Legend legend() {
        Legend legend = new Legend(Flow.PAGE);
        if (all.stream().anyMatch(of -> !of.clipped())) {
            key(legend, "without clipping", BARE, "thick");
        }
        if (all.stream().anyMatch(Dynamics::clipped)) {
            key(legend, "with clipping", CLIPPED, "thick");
            key(legend, "‖g‖ before it was clipped", CLIPPED, "thick dash");
        }
        return legend;
    }

    private static void key(Legend legend, String words, String colour, String line) {
        legend.key(
                24,
                words,
                (svg, x, y) -> svg.open(colour).line(x, y, x + 24, y, line).close());
    }

    private void box(Svg svg, String optimizer) {
        List<Dynamics> its =
                all.stream().filter(of -> of.optimizer().equals(optimizer)).toList();
        List<Run> runs = its.stream().flatMap(of -> of.runs().stream()).toList();
        svg.open("", "", Tags.ofOptimizer(run, optimizer).on(run, problem));
        svg.text(0, 12, "strong", optimizer);
        UpdatePlot share = plot(svg, 0, "clipped steps", runs, up(0, 1, 0, false));
        share.frame(svg, List.of(0.0, 0.5, 1.0), TextFormat::percent);
        UpdatePlot gradient = plot(svg, 1, "‖g‖", runs, up(gradients[0], gradients[1], 1, true));
        gradient.frame(svg, gradient.up().decades(), Axis::decade);
        UpdatePlot update = plot(svg, 2, "‖Δθ‖", runs, up(updates[0], updates[1], 2, true));
        update.frame(svg, update.up().decades(), Axis::decade).updates(svg);
        for (Dynamics of : its) {
            svg.open(of.clipped() ? CLIPPED : BARE);
            svg.polyline(share.line(of.updates(), of.share()), "thick");
            if (of.clipped()) {
                svg.polyline(gradient.line(of.updates(), of.before()), "thick dash");
            }
            svg.polyline(gradient.line(of.updates(), of.after()), "thick");
            svg.polyline(update.line(of.updates(), of.update()), "thick");
            svg.close();
        }
        svg.close();
    }

    private static Axis up(double from, double to, int band, boolean logarithmic) {
        double top = FIRST + band * BAND;
        return new Axis(logarithmic, from, to, top + HEIGHT, top);
    }

    private UpdatePlot plot(Svg svg, int band, String name, List<Run> runs, Axis up) {
        svg.text(0, FIRST + band * BAND - 9, "small soft", name);
        return UpdatePlot.of(run.manifest().rules().budget().updates(), runs, up);
    }

    private String csv() {
        Csv csv = new Csv(
                "optimizer",
                "clipped",
                "runs",
                "update",
                "clipped_share",
                "gradient_norm",
                "clipped_norm",
                "update_norm");
        for (Dynamics of : all) {
            for (int i = 0; i < of.updates().length; i++) {
                if (!Double.isNaN(of.share()[i])) {
                    csv.row(
                            of.optimizer(),
                            of.clipped(),
                            of.runs().size(),
                            of.updates()[i],
                            of.share()[i],
                            known(of.before()[i]),
                            known(of.after()[i]),
                            known(of.update()[i]));
                }
            }
        }
        return csv.toString();
    }

    private static Object known(double value) {
        return Double.isNaN(value) ? "" : value;
    }
}
