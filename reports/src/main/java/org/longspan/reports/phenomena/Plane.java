package org.longspan.reports.phenomena;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.longspan.harness.record.ProbeFinding.Measured;
import org.longspan.harness.record.ProbeFinding.Table;

/**
 * The loss on a plane at the highest cliff of one run, and the paths across it.
 *
 * @param run whose it is
 * @param found by the probe
 * @param land the loss over a and b
 * @param own the run's path: {@code a}, {@code b}, {@code share outside}
 * @param pair the path of its pair
 * @param pairClips whether the pair clips, and the run does not
 */
record Plane(Probed run, Measured found, Landscape land, Table own, Table pair, boolean pairClips) {

    /** Name of the probe. */
    static final String PROBE = "slice";

    private static final String OWN = "path";
    private static final String CLIPPED = "clipped path";
    private static final String UNCLIPPED = "unclipped path";

    /** Returns those of the runs that have one, in their order. */
    static List<Plane> of(List<Probed> runs) {
        List<Plane> planes = new ArrayList<>();
        for (Probed run : runs) {
            run.last(PROBE).flatMap(look -> of(run, (Measured) look.finding())).ifPresent(planes::add);
        }
        return planes;
    }

    private static Optional<Plane> of(Probed run, Measured found) {
        Optional<Table> clipped = found.table(CLIPPED);
        Optional<Table> pair = clipped.or(() -> found.table(UNCLIPPED));
        return found.table("grid")
                .filter(grid -> grid.rows() > 0)
                .map(grid -> new Plane(
                        run,
                        found,
                        Landscape.of(grid, "a", "b", "loss"),
                        found.table(OWN).orElseThrow(),
                        pair.orElseThrow(),
                        clipped.isPresent()));
    }

    /** Returns how high its cliff stands over the trailing median. */
    double height() {
        return found.number("gradient norm") / found.number("trailing median");
    }

    /** Returns every finite loss on the plane. */
    double[] losses() {
        return Arrays.stream(land.heights())
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .toArray();
    }

    /** Returns the median share of the ways of a path that lies outside of the plane. */
    static double outside(Table path) {
        return Middle.of(Arrays.stream(path.column("share outside")).boxed().toList())
                .median();
    }
}
