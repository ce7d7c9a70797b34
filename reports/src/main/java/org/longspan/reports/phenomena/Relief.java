package org.longspan.reports.phenomena;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.longspan.reports.figure.Svg;
import org.longspan.reports.figure.Tags;
import org.longspan.reports.figure.Trace;

/**
 * A landscape as a wire frame, seen from above its front side, the lowest places up. Its strips are drawn
 * the farthest first, and each hides what lies behind it.
 *
 * @param land what is drawn
 * @param rise turns a height into what is drawn, 0 at the floor and 1 at the top
 * @param width of the box that it stands in
 * @param height of that box
 */
record Relief(Landscape land, DoubleUnaryOperator rise, double width, double height) {

    private static final double LEFT = 22;
    private static final double BOTTOM = 26;
    private static final double SHEAR = 0.2; // how far the back stands to the right, of the width
    private static final double DEPTH = 0.36; // how far the back stands up, of the height
    private static final double RISE = 0.5; // of the height
    private static final int WIRES = 30; // at most, each way

    /** Returns the pixel of {@code value} above place (i, j), which need not be whole. */
    double[] at(double i, double j, double value) {
        double u = i / (land.across().length - 1);
        double back = 1 - j / (land.up().length - 1); // a high second coordinate stands in front
        double x = LEFT + (width - LEFT) * (u * (1 - SHEAR) + back * SHEAR);
        double y = height - BOTTOM - height * (back * DEPTH + rise.applyAsDouble(value) * RISE);
        return new double[] {x, y};
    }

    private double[] at(int i, int j) {
        return at(i, j, land.heights()[i][j]);
    }

    /** Draws the wires. */
    Relief draw(Svg svg) {
        int along = land.across().length - 1;
        int deep = land.up().length - 1;
        int step = Math.max(1, (deep + WIRES - 1) / WIRES);
        for (int j = 0; j < deep; j += step) {
            svg.trace(strip(along, j, Math.min(deep, j + step)), "wire", "", Tags.NONE);
        }
        return this;
    }

    private Trace strip(int along, int back, int front) {
        List<double[]> outline = new ArrayList<>();
        for (int i = 0; i <= along; i++) {
            outline.add(at(i, back));
        }
        for (int i = along; i >= 0; i--) {
            outline.add(at(i, front));
        }
        outline.add(at(0, back));
        Trace strip = new Trace().line(outline);
        int step = Math.max(1, (along + WIRES - 1) / WIRES);
        for (int i = step; i < along; i += step) {
            strip.line(List.of(at(i, back), at(i, front)));
        }
        return strip;
    }
}
