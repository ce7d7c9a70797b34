package org.longspan.reports.figure;

import java.util.ArrayList;
import java.util.List;

/** A line without the points that nobody would miss, by the algorithm of Douglas and Peucker 1973. */
public final class Simplified {

    /** In pixels: what is left out lies nearer than this to the line that is drawn. */
    public static final double TOLERANCE = 0.5;

    private Simplified() {}

    /** Returns the first and the last of {@code points}, and of the others those that the line needs. */
    public static List<double[]> of(List<double[]> points) {
        if (points.size() < 3) {
            return points;
        }
        List<double[]> kept = new ArrayList<>();
        kept.add(points.get(0));
        between(points, 0, points.size() - 1, kept);
        return kept;
    }

    /** Adds what is needed behind {@code from}, up to {@code to} and with it. */
    private static void between(List<double[]> points, int from, int to, List<double[]> kept) {
        int farthest = from;
        double most = TOLERANCE;
        for (int i = from + 1; i < to; i++) {
            double distance = distance(points.get(i), points.get(from), points.get(to));
            if (distance > most) {
                most = distance;
                farthest = i;
            }
        }
        if (farthest > from) {
            between(points, from, farthest, kept);
            between(points, farthest, to, kept);
        } else {
            kept.add(points.get(to));
        }
    }

    /** The distance of {@code p} from the line through a and b, or from a where these are one point. */
    private static double distance(double[] p, double[] a, double[] b) {
        double x = b[0] - a[0];
        double y = b[1] - a[1];
        double length = StrictMath.hypot(x, y);
        return length == 0
                ? StrictMath.hypot(p[0] - a[0], p[1] - a[1])
                : Math.abs(x * (p[1] - a[1]) - y * (p[0] - a[0])) / length;
    }
}
