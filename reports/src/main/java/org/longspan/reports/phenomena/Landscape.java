package org.longspan.reports.phenomena;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.longspan.harness.record.ProbeFinding.Table;
import org.longspan.reports.figure.Simplified;
import org.longspan.reports.figure.Trace;

/**
 * Heights on a grid. What lies at a level or above is one area, bounded by contours from marching squares: a map of n
 * tones is n areas over each other, not a rectangle a place.
 *
 * <p>W. E. Lorensen and H. E. Cline (1987), Marching cubes, SIGGRAPH, in the plane.
 *
 * @param across places from left to right, ascending
 * @param up places from bottom to top, ascending
 * @param heights at them, place across by place up; NaN counts as endlessly high
 */
record Landscape(double[] across, double[] up, double[][] heights) {

    /** Outside of the grid all is lower than any level, so every contour closes. */
    private static final double OUTSIDE = Double.NEGATIVE_INFINITY;

    /** Reads a table of a grid, {@code across} by {@code up}. */
    static Landscape of(Table table, String across, String up, String height) {
        double[] x = Arrays.stream(table.column(across)).distinct().sorted().toArray();
        double[] y = Arrays.stream(table.column(up)).distinct().sorted().toArray();
        double[] height0 = table.column(height);
        double[] xs = table.column(across);
        double[] ys = table.column(up);
        double[][] heights = new double[x.length][y.length];
        for (double[] column : heights) {
            Arrays.fill(column, Double.NaN);
        }
        for (int row = 0; row < height0.length; row++) {
            heights[Arrays.binarySearch(x, xs[row])][Arrays.binarySearch(y, ys[row])] = height0[row];
        }
        return new Landscape(x, y, heights);
    }

    /** Returns every second place of it, the first ones among them. */
    Landscape thinned() {
        double[][] half = new double[(across.length + 1) / 2][];
        for (int i = 0; i < half.length; i++) {
            half[i] = thinned(heights[2 * i]);
        }
        return new Landscape(thinned(across), thinned(up), half);
    }

    private static double[] thinned(double[] values) {
        double[] half = new double[(values.length + 1) / 2];
        Arrays.setAll(half, i -> values[2 * i]);
        return half;
    }

    /** Returns the place of {@code value} among {@code places}, a whole number at each of them. */
    static double place(double[] places, double value) {
        int next = Arrays.binarySearch(places, value);
        if (next >= 0) {
            return next;
        }
        int i = Math.max(1, Math.min(places.length - 1, -next - 1));
        return i - 1 + (value - places[i - 1]) / (places[i] - places[i - 1]);
    }

    /**
     * Returns the border of all that lies at {@code level} or above, closed lines in a box from (left, top) of that width
     * and height, in which places stand at equal distances. An area inside another one is a hole in it.
     */
    Trace atLeast(double level, double left, double top, double width, double height) {
        Trace trace = new Trace();
        for (List<double[]> loop : loops(level)) {
            List<double[]> pixels = loop.stream()
                    .map(p -> new double[] {
                        left + width * p[0] / (across.length - 1), top + height * (1 - p[1] / (up.length - 1))
                    })
                    .toList();
            trace.line(Simplified.of(pixels));
        }
        return trace;
    }

    /** Returns the borders as closed lines through places, the first of each also its last; what is high on the left. */
    List<List<double[]>> loops(double level) {
        Map<Edge, Edge> next = new HashMap<>();
        List<Edge> starts = new ArrayList<>();
        for (int i = -1; i < across.length; i++) {
            for (int j = -1; j < up.length; j++) {
                cross(i, j, level, next, starts);
            }
        }
        List<List<double[]>> loops = new ArrayList<>();
        for (Edge start : starts) {
            List<double[]> loop = new ArrayList<>();
            Edge edge = start;
            while (next.containsKey(edge)) {
                loop.add(crossing(edge, level));
                edge = next.remove(edge);
            }
            if (!loop.isEmpty()) {
                loop.add(crossing(edge, level));
                loops.add(loop);
            }
        }
        return loops;
    }

    /** A side of a square: from (i, j) to the right or up. */
    private record Edge(int i, int j, boolean right) {

        /** Returns side {@code k} of the square whose lower left corner is (i, j), counter-clockwise from the bottom. */
        static Edge of(int i, int j, int k) {
            return new Edge(k == 1 ? i + 1 : i, k == 2 ? j + 1 : j, k % 2 == 0);
        }
    }

    /** Adds the lines through a square: each from where one leaves the high ground to where one came into it. */
    private void cross(int i, int j, double level, Map<Edge, Edge> next, List<Edge> starts) {
        double[] corner = {at(i, j), at(i + 1, j), at(i + 1, j + 1), at(i, j + 1)};
        for (int k = 0; k < 4; k++) {
            if (corner[k] >= level && corner[(k + 1) % 4] < level) {
                int came = k;
                while (corner[came] >= level) {
                    came = (came + 3) % 4;
                }
                starts.add(Edge.of(i, j, k));
                next.put(Edge.of(i, j, k), Edge.of(i, j, came));
            }
        }
    }

    private double[] crossing(Edge edge, double level) {
        double from = at(edge.i, edge.j);
        double to = at(edge.right ? edge.i + 1 : edge.i, edge.right ? edge.j : edge.j + 1);
        double share = from == OUTSIDE ? 1 : to == OUTSIDE ? 0 : (level - from) / (to - from);
        double u = Double.isFinite(share) ? share : 0.5;
        return new double[] {edge.i + (edge.right ? u : 0), edge.j + (edge.right ? 0 : u)};
    }

    private double at(int i, int j) {
        if (i < 0 || j < 0 || i >= across.length || j >= up.length) {
            return OUTSIDE;
        }
        return Double.isNaN(heights[i][j]) ? Double.POSITIVE_INFINITY : heights[i][j];
    }
}
