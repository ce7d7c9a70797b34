package org.longspan.reports.phenomena;

import java.util.ArrayList;
import java.util.List;
import org.longspan.reports.figure.Axis;
import org.longspan.reports.figure.Svg;
import org.longspan.reports.figure.Tags;
import org.longspan.reports.figure.TextFormat;
import org.longspan.reports.figure.Trace;

/**
 * Draws the gradients of one run.
 *
 * @param updates the axis to the right, its pixels any
 * @param norms the axis of norms, its pixels any
 * @param losses the axis of losses after a step, its pixels any
 */
record NormsBox(Axis updates, Axis norms, Axis losses) {

    static final double WIDTH = 340;

    private static final double LEFT = 44;
    private static final double RIGHT = WIDTH - 4;
    private static final double NORMS_TOP = 66;
    private static final double NORMS_BOTTOM = NORMS_TOP + 130;
    private static final double RAISED_TOP = NORMS_BOTTOM + 10;
    private static final double RAISED_BOTTOM = RAISED_TOP + 22;
    private static final double STEPS = RAISED_BOTTOM + 58;
    private static final double STEPS_HEIGHT = 84;
    private static final double BETWEEN = 42;
    private static final int COLUMN = 2; // pixels of the updates that are drawn as one
    private static final double NUMBER = 12; // pixels that a number over a cliff takes

    static double height(boolean stepped) {
        return stepped ? STEPS + 2 * STEPS_HEIGHT + BETWEEN + 20 : RAISED_BOTTOM + 22;
    }

    void draw(Svg svg, Norms run) {
        svg.open("", "", run.run().tags());
        svg.heading(WIDTH, run.run().model(), run.run().arm());
        svg.text(0, 46, "small soft", tail(run));
        gradients(svg, run);
        List<Norms.Cliff> cliffs = run.tried();
        if (!cliffs.isEmpty()) {
            losses(svg, cliffs, "loss of the batch after", STEPS, true);
            losses(svg, cliffs, "validation loss after", STEPS + STEPS_HEIGHT + BETWEEN, false);
        }
        svg.close();
    }

    private static String tail(Norms run) {
        double alpha = run.found().number("tail index");
        String cliffs = TextFormat.count(run.cliffs().size(), "cliff");
        if (!Double.isFinite(alpha)) {
            return cliffs;
        }
        return cliffs + "; α = " + TextFormat.precise(alpha) + " (2.5 %: "
                + TextFormat.precise(run.found().number("tail index of 2.5 percent")) + ", 10 %: "
                + TextFormat.precise(run.found().number("tail index of 10 percent")) + ")";
    }

    private void gradients(Svg svg, Norms run) {
        Chart chart = new Chart(
                Axis.linear(updates.from(), updates.to(), LEFT, RIGHT),
                Axis.log(norms.from(), norms.to(), NORMS_BOTTOM, NORMS_TOP));
        chart.rows(svg, chart.up().rounds(), Axis::decade);
        List<Norms.Bin> bins = run.bins((int) ((RIGHT - LEFT) / COLUMN));
        envelope(svg, chart, bins);
        svg.open("c1");
        svg.polyline(trailing(chart, bins, 1), "medium").polyline(trailing(chart, bins, 10), "medium dash");
        svg.close();
        cliffs(svg, chart, run);
        raised(svg, chart, run, bins);
    }

    private static void envelope(Svg svg, Chart chart, List<Norms.Bin> bins) {
        List<double[]> around = new ArrayList<>();
        List<double[]> middle = new ArrayList<>();
        for (Norms.Bin bin : bins) {
            around.add(chart.at(middle(bin), bin.greatest()));
            middle.add(chart.at(middle(bin), bin.median()));
        }
        for (int i = bins.size() - 1; i >= 0; i--) {
            around.add(chart.at(middle(bins.get(i)), bins.get(i).least()));
        }
        svg.open("c0").trace(new Trace().line(around), "spread", "", Tags.NONE);
        svg.polyline(middle, "thick").close();
    }

    private static double middle(Norms.Bin bin) {
        return (bin.from() + bin.to()) / 2;
    }

    private static List<double[]> trailing(Chart chart, List<Norms.Bin> bins, double factor) {
        return bins.stream()
                .filter(bin -> bin.trailing() > 0)
                .map(bin -> chart.at(bin.to(), factor * bin.trailing()))
                .toList();
    }

    /** A ring at each cliff; over those at which steps were tried their numbers, side by side. */
    private static void cliffs(Svg svg, Chart chart, Norms run) {
        double[] norms = run.norms();
        List<double[]> rings = new ArrayList<>();
        for (int cliff : run.cliffs()) {
            rings.add(chart.at(cliff, Double.isNaN(norms[cliff]) ? Double.MAX_VALUE : norms[cliff]));
        }
        svg.open("c2").rings(rings, 3.2, "ring").close();
        List<Norms.Cliff> tried = run.tried();
        double last = LEFT - NUMBER;
        for (int n = 0; n < tried.size(); n++) {
            double[] at = chart.at(tried.get(n).update(), tried.get(n).norm());
            double room = RIGHT - 4 - (tried.size() - 1 - n) * NUMBER;
            last = Math.min(room, Math.max(last + NUMBER, at[0]));
            svg.line(last, NORMS_TOP - 5, at[0], at[1] - 4, "thin");
            svg.text(last, NORMS_TOP - 7, "mid small", String.valueOf(n + 1));
        }
    }

    private static void raised(Svg svg, Chart chart, Norms run, List<Norms.Bin> bins) {
        List<double[]> bars = new ArrayList<>();
        for (Norms.Bin bin : bins) {
            if (bin.raised() > 0) {
                double height = bin.raised() * (RAISED_BOTTOM - RAISED_TOP);
                bars.add(new double[] {
                    Math.rint(chart.at(middle(bin), 1)[0]), RAISED_BOTTOM, RAISED_BOTTOM - Math.max(1, height)
                });
            }
        }
        svg.open("c8").bars(bars, "bars").close();
        svg.line(LEFT, RAISED_BOTTOM, RIGHT, RAISED_BOTTOM, "axis");
        double share = run.found().number("share that raise their loss");
        svg.text(LEFT - 6, RAISED_BOTTOM, "end small soft", Double.isNaN(share) ? "" : TextFormat.percent(share));
        svg.text(LEFT, RAISED_BOTTOM + 15, "small soft", "raised the loss of their batch");
        svg.text(
                RIGHT,
                RAISED_BOTTOM + 15,
                "end small soft",
                TextFormat.count((long) chart.across().to() + 1, "update"));
    }

    private void losses(Svg svg, List<Norms.Cliff> cliffs, String name, double top, boolean ofBatch) {
        Chart chart = new Chart(
                Axis.linear(0, Math.max(cliffs.size(), 3), LEFT, RIGHT),
                Axis.log(losses.from(), losses.to(), top + STEPS_HEIGHT, top));
        svg.text(0, top - 10, "small soft", name);
        chart.rows(svg, chart.up().rounds(), Axis::decade);
        Trace before = new Trace();
        for (int n = 0; n < cliffs.size(); n++) {
            svg.text(chart.at(n + 0.5, 1)[0], chart.bottom() + 15, "mid small soft", String.valueOf(n + 1));
            if (ofBatch && cliffs.get(n).before() > 0) {
                double[] from = chart.at(n + 0.1, cliffs.get(n).before());
                before.line(from[0], from[1], chart.at(n + 0.9, 1)[0], from[1]);
            }
        }
        svg.trace(before, "ref", "", Tags.NONE);
        for (StepKind kind : StepKind.values()) {
            List<double[]> marks = new ArrayList<>();
            for (int n = 0; n < cliffs.size(); n++) {
                double[] after = ofBatch ? cliffs.get(n).batch() : cliffs.get(n).validation();
                double loss = after[kind.ordinal()];
                double x = n + 0.2 + 0.2 * kind.ordinal();
                marks.add(chart.at(x, Double.isFinite(loss) ? loss : Double.MAX_VALUE));
            }
            kind.mark(svg, marks);
        }
    }
}
