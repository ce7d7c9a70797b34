package org.longspan.reports.figure;

import java.util.List;

/** What one path draws, in few characters: lines, crosses and boxes. Many marks of one look are one element by it. */
public final class Trace {

    private final StringBuilder d = new StringBuilder();

    /** Adds a line through points {@code {x, y}}; nothing for one point or none. */
    public Trace line(List<double[]> points) {
        if (points.size() < 2) {
            return this;
        }
        long x = Math.round(points.get(0)[0] * 10);
        long y = Math.round(points.get(0)[1] * 10);
        d.append('M').append(Svg.tenths(x)).append(y < 0 ? "" : " ").append(Svg.tenths(y));
        for (double[] p : points.subList(1, points.size())) {
            long right = Math.round(p[0] * 10) - x;
            long down = Math.round(p[1] * 10) - y;
            if (down == 0) {
                d.append('h').append(Svg.tenths(right));
            } else if (right == 0) {
                d.append('v').append(Svg.tenths(down));
            } else {
                d.append('l').append(Svg.tenths(right)).append(down < 0 ? "" : " ");
                d.append(Svg.tenths(down));
            }
            x += right;
            y += down;
        }
        return this;
    }

    /** Adds a line from (x1, y1) to (x2, y2). */
    public Trace line(double x1, double y1, double x2, double y2) {
        return line(List.of(new double[] {x1, y1}, new double[] {x2, y2}));
    }

    /** Adds a small diagonal cross, {@code r} to each side. */
    public Trace cross(double x, double y, double r) {
        return line(x - r, y - r, x + r, y + r).line(x + r, y - r, x - r, y + r);
    }

    /** Adds a box with its upper left corner at (x, y). */
    public Trace box(double x, double y, double w, double h) {
        d.append('M').append(Svg.num(x)).append(' ').append(Svg.num(y));
        d.append('h').append(Svg.num(w)).append('v').append(Svg.num(h));
        d.append('h').append(Svg.num(-w)).append('z');
        return this;
    }

    /** Returns whether nothing was added. */
    public boolean isEmpty() {
        return d.isEmpty();
    }

    /** Returns it as a path's {@code d}. */
    @Override
    public String toString() {
        return d.toString();
    }
}
