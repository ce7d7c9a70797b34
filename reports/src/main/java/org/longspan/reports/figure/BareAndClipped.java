package org.longspan.reports.figure;

import java.util.List;
import org.longspan.reports.summary.ArrangedRun;

/**
 * What figures share that have a row an optimizer, its name at the left, and in it a ring for its runs without clipping
 * and a disc for those with it.
 */
final class BareAndClipped {

    private static final double SIZE = 12;
    private static final double GAP = 10;
    private static final double KEY = 30;

    private BareAndClipped() {}

    /** Returns a legend over something {@code room} wide, with a key for each of the two that the run has. */
    static Legend legend(ArrangedRun run, double room) {
        Legend legend = new Legend(room);
        if (run.unclipped().isPresent()) {
            key(legend, "no clipping", "c0", "ring");
        }
        if (!Pooling.schemes(run).isEmpty()) {
            key(legend, "with clipping", "c1", "disc");
        }
        return legend;
    }

    private static void key(Legend legend, String words, String colour, String mark) {
        legend.key(
                KEY,
                words,
                (svg, x, y) -> svg.open(colour)
                        .line(x, y, x + KEY, y, "whisker")
                        .circle(x + KEY / 2, y, 3.6, mark)
                        .close());
    }

    /** Returns where the axis begins, right of the names. */
    static double left(List<String> optimizers) {
        return Math.min(150, TextFormat.widest(optimizers, SIZE) + GAP + 6);
    }

    /** Writes the name of a row before the axis. */
    static void name(Svg svg, String optimizer, Axis x, double y) {
        svg.text(x.start() - GAP, y + 4, "end", TextFormat.within(optimizer, SIZE, x.start() - GAP));
    }
}
