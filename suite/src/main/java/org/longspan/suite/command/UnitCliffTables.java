package org.longspan.suite.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.longspan.harness.record.ProbeFinding;
import org.longspan.probes.Table;
import org.longspan.probes.UnitCliff;
import org.longspan.probes.UnitCliff.Axis;
import org.longspan.probes.UnitCliff.Point;
import org.longspan.reports.phenomena.UnitCliffFigure;

/** The cliff of one unit as reports draw it: they see records, and no probe. */
final class UnitCliffTables {

    private static final Axis WEIGHTS = new Axis(4.2, 5.8, 61);
    private static final Axis BIASES = new Axis(-3.1, -1.9, 61);
    private static final double RATE = 0.03;
    private static final int UPDATES = 500;

    private UnitCliffTables() {}

    /** Returns the tables of {@link UnitCliffFigure}: the published range, and descents from (5, -2.55). */
    static List<ProbeFinding.Table> all() {
        UnitCliff unit = UnitCliff.OF_FIFTY_STEPS;
        Point start = unit.at(5, -2.55);
        Table surface = unit.surface(WEIGHTS, BIASES);
        return List.of(
                named(UnitCliffFigure.SURFACE, surface),
                named(UnitCliffFigure.UNCLIPPED, unit.path(start, RATE, Double.POSITIVE_INFINITY, UPDATES)),
                named(UnitCliffFigure.CLIPPED, unit.path(start, RATE, 1, UPDATES)),
                wall(surface.column("w")));
    }

    private static ProbeFinding.Table named(String name, Table table) {
        return new ProbeFinding.Table(name, table.columns());
    }

    private static ProbeFinding.Table wall(double[] weights) {
        List<Double> w = new ArrayList<>();
        List<Double> b = new ArrayList<>();
        for (int i = 0; i < weights.length; i += BIASES.count()) { // the grid has each w once for every b
            w.add(weights[i]);
            b.add(UnitCliff.wall(weights[i]));
        }
        return new ProbeFinding.Table(UnitCliffFigure.WALL, Map.of("w", w, "b", b));
    }
}
