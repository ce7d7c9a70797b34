package org.longspan.reports.phenomena;

import java.util.List;
import org.longspan.reports.figure.Svg;

/** Marks that tell lines apart where colours do not. */
enum Shape {
    RING,
    TRIANGLE,
    CROSS,
    DISC;

    /** Returns the shape at {@code place} in a list; the fifth is the first again. */
    static Shape at(int place) {
        return values()[place % values().length];
    }

    /** Draws it at each point. */
    void draw(Svg svg, List<double[]> points) {
        switch (this) {
            case RING -> svg.rings(points, 3, "ring");
            case TRIANGLE -> svg.triangles(points, 3.8, "ring");
            case CROSS -> svg.crosses(points, 3, "run");
            case DISC -> svg.dots(points, "dots");
        }
    }
}
