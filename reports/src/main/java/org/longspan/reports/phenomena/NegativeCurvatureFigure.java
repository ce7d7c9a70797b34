package org.longspan.reports.phenomena;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.longspan.harness.record.ProbeFinding.Measured;
import org.longspan.harness.record.ProbeLook;
import org.longspan.reports.figure.Axis;
import org.longspan.reports.figure.Colour;
import org.longspan.reports.figure.Csv;
import org.longspan.reports.figure.Figure;
import org.longspan.reports.figure.Flow;
import org.longspan.reports.figure.Legend;
import org.longspan.reports.figure.Svg;
import org.longspan.reports.figure.Tags;
import org.longspan.reports.figure.TextFormat;
import org.longspan.reports.figure.Trace;

/**
 * The spectrum of the Hessian in the weights against the loss: its ends, and the share of its weight under 0; a box a
 * model, in it a mark a run and moment.
 */
public final class NegativeCurvatureFigure {

    /** Name of the probe. */
    static final String PROBE = "negative-curvature";

    private static final double WIDTH = 340;
    private static final double LEFT = 48;
    private static final double TOP = 46;
    private static final double MIDDLE = TOP + 170;
    private static final double SHARES = MIDDLE + 30;
    private static final double SHARES_END = SHARES + 60;
    private static final double HEIGHT = SHARES_END + 36;

    /** More paths of runs would be a thicket. */
    private static final int MOST_PATHS = 12;

    /** A mark. */
    private record Mark(Probed run, ProbeLook look, Measured found) {

        double loss() {
            return found.number("loss");
        }

        double least() {
            return found.number("least");
        }

        double greatest() {
            return found.number("greatest");
        }

        /** Returns the share of the curvature that is negative. */
        double share() {
            return found.number("curvature below zero");
        }
    }

    private final Family family;
    private final List<Mark> marks = new ArrayList<>();
    private final Axis across;
    private final MirroredAxis up;
    private final Axis shares = Axis.linear(0, 1, SHARES_END, SHARES);

    private NegativeCurvatureFigure(Family family, List<Probed> probed) {
        this.family = family;
        for (Probed run : probed) {
            for (ProbeLook look : run.looks()) {
                if (look.probe().equals(family.probe())
                        && look.finding() instanceof Measured found
                        && found.number("loss") > 0) {
                    marks.add(new Mark(run, look, found));
                }
            }
        }
        double least = marks.stream().mapToDouble(Mark::loss).min().orElse(1);
        double greatest = marks.stream().mapToDouble(Mark::loss).max().orElse(1);
        this.across = Axis.rounded(least / 1.05, greatest * 1.05, LEFT, WIDTH - 6);
        List<Double> ends = new ArrayList<>();
        marks.forEach(mark -> ends.addAll(List.of(mark.least(), mark.greatest())));
        this.up = MirroredAxis.holding(ends, MIDDLE, TOP);
    }

    /** Returns the figure of the runs on one task of one length, if any was measured. */
    public static Optional<Figure> of(List<Probed> probed) {
        NegativeCurvatureFigure figure = new NegativeCurvatureFigure(Family.of(PROBE, probed), probed);
        return figure.marks.isEmpty() ? Optional.empty() : Optional.of(figure.figure());
    }

    private Figure figure() {
        String caption =
                family.on() + ": the Hessian of the validation loss in the weights, against that loss; a mark a"
                        + " run and moment. Above: its least and its greatest eigenvalue, as found by Lanczos's process, joined"
                        + " by a bar; logarithmic to both sides of 0. Below: the share of all curvature that is negative, the"
                        + " mean of |λ| over eigenvalues λ under 0 over that of all; 0 where no direction curves downwards, 1"
                        + " where all do." + paths() + family.counted()
                        + family.lacking();
        List<String> how = List.of(
                "Where a bar reaches under 0, the surface curves downwards in some direction: θ is not near a minimum,"
                        + " and a method that divides by the curvature is drawn to a saddle unless it handles the sign."
                        + " How far it reaches, against how far it reaches up, says how much that matters.",
                "Where up and down are alike, the share is one half; at a minimum it is 0. A share that stays high while"
                        + " the loss no longer falls says saddle.",
                "Each eigenvalue counts by its size, because most of them lie so near to 0 that their sign is chance."
                        + " The CSV has the plain share of the spectrum under 0 too. Few products find the ends of a"
                        + " spectrum well and its middle roughly, and the share is an estimate from one random"
                        + " direction.");
        return new Figure(family.id(), "Negative curvature: " + family.on(), svg(), caption, how, csv());
    }

    private String paths() {
        boolean drawn = family.moments().size() > 1
                && family.models().stream().anyMatch(model -> paths(model).size() <= MOST_PATHS);
        return drawn ? " Thin lines join the moments of a run." : "";
    }

    private String svg() {
        Flow flow = new Flow(24, 24);
        List<String> models =
                marks.stream().map(mark -> mark.run().model()).distinct().toList();
        models.forEach(model -> flow.add(WIDTH, HEIGHT, svg -> box(svg, model)));
        double room = flow.room(Flow.PAGE);
        Legend legend = new Legend(room);
        for (String moment : family.moments()) {
            int place = family.moments().indexOf(moment);
            legend.key(10, family.words(moment), (svg, x, y) -> {
                svg.open("c0");
                Shape.at(place).draw(svg, List.of(new double[] {x + 5, y}));
                svg.close();
            });
        }
        return flow.picture(
                family.id(),
                "Negative curvature: " + family.on(),
                "Scatter charts, one for each model: the ends of the Hessian's spectrum and the share of negative curvature"
                        + " against the loss. Numbers in the CSV.",
                legend,
                room);
    }

    private List<Mark> marks(String model) {
        return marks.stream().filter(mark -> mark.run().model().equals(model)).toList();
    }

    /** Returns the marks of each run of a model. */
    private List<List<Mark>> paths(String model) {
        return List.copyOf(marks(model).stream()
                .collect(Collectors.groupingBy(mark -> mark.run().trial(), LinkedHashMap::new, Collectors.toList()))
                .values());
    }

    private void box(Svg svg, String model) {
        svg.open("", "", family.tags(model));
        svg.heading(WIDTH, model, "least and greatest eigenvalue");
        up.frame(svg, LEFT, WIDTH);
        svg.text(0, SHARES - 11, "small soft", "share of the curvature that is negative");
        for (double share : new double[] {0, 0.5, 1}) {
            svg.line(LEFT, shares.at(share), WIDTH, shares.at(share), share == 0 ? "axis" : "grid");
            svg.text(LEFT - 6, shares.at(share) + 4, "end small soft", TextFormat.precise(share));
        }
        for (double loss : across.rounds()) {
            svg.line(across.at(loss), SHARES_END, across.at(loss), SHARES_END + 4, "axis");
            svg.text(across.at(loss), SHARES_END + 17, "mid small soft", TextFormat.precise(loss));
        }
        svg.text((LEFT + WIDTH) / 2, SHARES_END + 32, "mid small soft", "validation loss");
        svg.open(Colour.ofModel(family.place(model)));
        svg.bars(
                marks(model).stream()
                        .map(mark -> new double[] {across.at(mark.loss()), up.at(mark.least()), up.at(mark.greatest())})
                        .toList(),
                "whisker");
        if (paths(model).size() <= MOST_PATHS) {
            Trace trace = new Trace();
            paths(model)
                    .forEach(path -> trace.line(path.stream()
                            .filter(mark -> Double.isFinite(mark.share()))
                            .map(mark -> at(mark, shares.at(mark.share())))
                            .toList()));
            svg.trace(trace, "thin", "", Tags.NONE);
        }
        for (String moment : family.moments()) {
            Shape shape = Shape.at(family.moments().indexOf(moment));
            List<double[]> points = new ArrayList<>();
            for (Mark mark : marks(model)) {
                if (mark.look().moment().equals(moment)) {
                    points.add(at(mark, up.at(mark.least())));
                    points.add(at(mark, up.at(mark.greatest())));
                    if (Double.isFinite(mark.share())) {
                        points.add(at(mark, shares.at(mark.share())));
                    }
                }
            }
            shape.draw(svg, points);
        }
        svg.close().close();
    }

    private double[] at(Mark mark, double y) {
        return new double[] {across.at(mark.loss()), y};
    }

    private String csv() {
        Csv csv = new Csv(
                "model",
                "optimizer",
                "clipping",
                "block",
                "moment",
                "updates",
                "loss",
                "gradient_norm",
                "least",
                "greatest",
                "share_negative_curvature",
                "share_under_0");
        for (Mark mark : marks) {
            csv.row(mark.run()
                    .row(
                            mark.look().moment(),
                            mark.look().updates(),
                            mark.loss(),
                            Csv.known(mark.found().number("gradient norm")),
                            mark.least(),
                            mark.greatest(),
                            Csv.known(mark.share()),
                            Csv.known(mark.found().number("share negative"))));
        }
        return csv.toString();
    }
}
