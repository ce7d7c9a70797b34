package org.longspan.reports.figure;

import java.util.List;

/** What one path draws, in few characters: lines, crosses and boxes. Many marks of one look are one element by it. */
final class Trace {

    private final StringBuilder d = new StringBuilder();

    /** Adds a line through points {@code {x, y}}; nothing for one point or none. */
    Trace line(List<double[]> points) {
        if (points.size() < 2) {
            return this;
        }
        char command = 'M';
        long x = 0;
        long y = 0;
        for (double[] p : points) {
            long px = Math.round(p[0] * 10);
            long py = Math.round(p[1] * 10);
            d.append(command).append(Svg.tenths(px - x)).append(py - y < 0 ? "" : " ");
            d.append(Svg.tenths(py - y));
            x = px;
            y = py;
            command = 'l';
        }
        return this;
    }

    /** Adds a line from (x1, y1) to (x2, y2). */
    Trace line(double x1, double y1, double x2, double y2) {
        return line(List.of(new double[] {x1, y1}, new double[] {x2, y2}));
    }

    /** Adds a small diagonal cross, {@code r} to each side. */
    Trace cross(double x, double y, double r) {
        return line(x - r, y - r, x + r, y + r).line(x + r, y - r, x - r, y + r);
    }

    /** Adds a box with its upper left corner at (x, y). */
    Trace box(double x, double y, double w, double h) {
        d.append('M').append(Svg.num(x)).append(' ').append(Svg.num(y));
        d.append('h').append(Svg.num(w)).append('v').append(Svg.num(h));
        d.append('h').append(Svg.num(-w)).append('z');
        return this;
    }

    boolean isEmpty() {
        return d.isEmpty();
    }

    /** Returns it as a path's {@code d}. */
    @Override
    public String toString() {
        return d.toString();
    }
}
