package org.longspan.reports.figure;

import java.util.Optional;
import org.longspan.reports.inference.Effect;
import org.longspan.reports.inference.Verdict;
import org.longspan.reports.statistics.Interval;

/** How a difference is marked: by colour and by a disc where it is shown, by a ring where it is not. */
enum Look {
    BETTER("better"),
    WORSE("worse"),
    OPEN("undecided");

    private static final double KEY = 30;

    private final String classes;

    Look(String classes) {
        this.classes = classes;
    }

    static Look of(Effect effect) {
        return effect.verdict() == Verdict.BETTER ? BETTER : effect.verdict() == Verdict.WORSE ? WORSE : OPEN;
    }

    /** Says in {@code legend} what the looks mean, of differences to {@code than}. */
    static Legend explain(Legend legend, String than) {
        return legend.key(KEY, "shown better than " + than, BETTER::key)
                .key(KEY, "shown worse", WORSE::key)
                .key(KEY, "not shown", OPEN::key);
    }

    /** Returns the classes of the group that its mark stands in. */
    String classes() {
        return classes;
    }

    boolean filled() {
        return this != OPEN;
    }

    private void key(Svg svg, double x, double y) {
        Forest forest = new Forest(Axis.linear(0, 1, x, x + KEY), 1, false);
        svg.open(classes);
        forest.row(svg, y, 0.5, Optional.of(new Interval(0.1, 0.9)), filled());
        svg.close();
    }
}
