package org.longspan.reports.phenomena;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.longspan.reports.figure.Axis;
import org.longspan.reports.figure.Figure;
import org.longspan.reports.figure.Flow;
import org.longspan.reports.figure.Legend;
import org.longspan.reports.figure.TextFormat;

/**
 * The gradient of every update, its cliffs, and what each kind of step did at the first of them; a box a run, at most six.
 */
public final class GradientNormsFigure {

    /** Norms and losses of more decades than these are cut off at the foot or the top. */
    private static final double DECADES = 10;

    private static final double LOSS_DECADES = 6;

    private final List<Norms> all;
    private final Chosen<Norms> chosen;
    private final String on;
    private final String id;

    private GradientNormsFigure(List<Norms> all, Family family) {
        this.all = all;
        this.chosen = Chosen.of(all, norms -> norms.run().model(), Norms::worth);
        this.on = family.on();
        this.id = family.id();
    }

    /** Returns the figure of the runs on one task of one length, if the gradients of any were watched. */
    public static Optional<Figure> of(List<Probed> runs) {
        List<Norms> all = Norms.of(runs);
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(new GradientNormsFigure(all, Family.of(Norms.PROBE, runs)).figure());
    }

    private Figure figure() {
        long updates = all.stream().mapToLong(norms -> norms.updates().rows()).sum();
        int cliffs = all.stream().mapToInt(norms -> norms.cliffs().size()).sum();
        String caption = on + ": ‖g‖, the norm of the gradient before any clipping, of every update, on a logarithmic"
                + " axis. " + TextFormat.count(all.size(), "run") + " of " + TextFormat.count(updates, "update")
                + " in all, with " + TextFormat.count(cliffs, "cliff")
                + ": updates whose ‖g‖ is over 10 times the median of the 101 before them, those within 20 updates"
                + " counted as one. Below: how often a step raised the loss of its own batch"
                + (stepped()
                        ? ", and at the first cliffs, numbered, the losses after each kind of step that the run could"
                                + " have taken there."
                        : ".")
                + chosen.said(
                        "with the highest ‖g‖ over its median, runs that lost their way last; the CSV sums up the others");
        List<String> how = List.of(
                "The shade reaches from the least to the greatest of the updates that share two pixels, the thick line is"
                        + " their median. The thin line is the trailing median, the dashed one ten times that: what"
                        + " stands over it is a cliff. α is Hill's index of the tail of ‖g‖ over its trailing median, from"
                        + " the greatest 5 % of the updates (from 2.5 and 10 % in brackets): under 2 the variance of ‖g‖"
                        + " has no bound, under 1 its mean.",
                "At a cliff the run was copied and took four steps: its own; the same without clipping; with the gradient"
                        + " clipped to the trailing median; and in a random direction of that length. A mark is the loss"
                        + " after it, on the batch and on validation sequences, where the copy alone was looked at; the"
                        + " short line is the loss of the batch before. A mark at the top means a loss beyond the axis or"
                        + " not finite.",
                "A cliff that throws the parameters shows as a cross far above the disc. Where all marks lie together,"
                        + " clipping made no difference.");
        return new Figure(
                id, "Gradients of every update: " + on, svg(), caption, how, new NormsCsv(all, chosen.shown()).text());
    }

    private boolean stepped() {
        return chosen.shown().stream().anyMatch(norms -> !norms.tried().isEmpty());
    }

    private String svg() {
        boolean stepped = stepped();
        double[] norms = range(chosen.shown().stream().flatMapToDouble(one -> Arrays.stream(one.norms())), DECADES, 10);
        double[] losses = range(
                chosen.shown().stream()
                        .flatMap(one -> one.tried().stream())
                        .flatMapToDouble(cliff -> DoubleStream.concat(
                                DoubleStream.of(cliff.before()),
                                DoubleStream.concat(Arrays.stream(cliff.batch()), Arrays.stream(cliff.validation())))),
                LOSS_DECADES,
                3);
        double longest = chosen.shown().stream()
                .mapToDouble(one -> one.updates().rows())
                .max()
                .orElse(1);
        NormsBox box = new NormsBox(
                Axis.linear(0, Math.max(1, longest - 1), 0, 1),
                Axis.log(norms[0], norms[1], 0, 1),
                Axis.log(losses[0], losses[1], 0, 1));
        Flow flow = new Flow(28, 26);
        for (Norms one : chosen.shown()) {
            flow.add(NormsBox.WIDTH, NormsBox.height(!one.tried().isEmpty()), svg -> box.draw(svg, one));
        }
        return flow.picture(
                id,
                "Gradients of every update: " + on,
                "Line charts, one for each run: the norm of the gradient against updates, and the losses after each kind"
                        + " of step at the first cliffs. Numbers in the CSV.",
                legend(stepped),
                Flow.PAGE);
    }

    private Legend legend(boolean stepped) {
        Legend legend = new Legend(Flow.PAGE)
                .key(
                        24,
                        "‖g‖: least, median, greatest",
                        (svg, x, y) -> svg.open("c0")
                                .rect(x, y - 6, 24, 12, 0, "spread")
                                .line(x, y, x + 24, y, "thick")
                                .close())
                .key(
                        24,
                        "trailing median",
                        (svg, x, y) ->
                                svg.open("c1").line(x, y, x + 24, y, "medium").close())
                .key(
                        24,
                        "ten times that",
                        (svg, x, y) -> svg.open("c1")
                                .line(x, y, x + 24, y, "medium dash")
                                .close())
                .key(
                        10,
                        "cliff",
                        (svg, x, y) -> svg.open("c2")
                                .rings(List.of(new double[] {x + 5, y}), 3.2, "ring")
                                .close());
        if (stepped) {
            StepKind.keys(legend);
            legend.key(16, "loss of the batch before", (svg, x, y) -> svg.line(x, y, x + 16, y, "ref"));
        }
        return legend;
    }

    /** Returns the ends of a logarithmic axis that holds what is positive, of at most so many decades. */
    private static double[] range(DoubleStream values, double decades, double ratio) {
        double[] positive =
                values.filter(v -> v > 0 && Double.isFinite(v)).sorted().toArray();
        if (positive.length == 0) {
            return new double[] {0.1, 1};
        }
        double least = positive[0] / 1.3;
        double most = positive[positive.length - 1] * 1.3;
        double tenth = StrictMath.pow(10, decades);
        double low = positive[positive.length / 2]; // an explosion is cut off, not what is usual
        return most > least * tenth
                ? new double[] {
                    Math.max(least, low / StrictMath.sqrt(tenth)), Math.min(most, low * StrictMath.sqrt(tenth))
                }
                : new double[] {least, Math.max(most, ratio * least)};
    }
}
