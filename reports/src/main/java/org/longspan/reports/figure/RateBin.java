package org.longspan.reports.figure;

import java.util.ArrayList;
import java.util.List;

/**
 * Runs whose learning rates lie in one part of a range: blocks draw rates of their own, so no two are equal.
 *
 * @param from lower end
 * @param to upper end
 * @param points in it
 */
record RateBin(double from, double to, List<RatePoint> points) {

    private static final int BINS = 12;

    /** Divides a range into equal parts on its logarithmic scale, and leaves out those without a point. */
    static List<RateBin> of(List<RatePoint> points, double[] range) {
        double low = StrictMath.log(range[0]);
        double width = (StrictMath.log(range[1]) - low) / BINS;
        List<RateBin> bins = new ArrayList<>();
        for (int b = 0; b < BINS; b++) {
            int bin = b;
            List<RatePoint> of = points.stream()
                    .filter(p -> bin
                            == Math.max(0, Math.min(BINS - 1, (int)
                                    Math.floor((StrictMath.log(p.rate()) - low) / width))))
                    .toList();
            if (!of.isEmpty()) {
                bins.add(new RateBin(StrictMath.exp(low + b * width), StrictMath.exp(low + (b + 1) * width), of));
            }
        }
        return bins;
    }

    double middle() {
        return Math.sqrt(from * to);
    }

    /** Returns the best result, infinite where all diverged. */
    double best() {
        return points.stream()
                .filter(p -> !p.diverged())
                .mapToDouble(RatePoint::result)
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    long solved() {
        return points.stream().filter(RatePoint::solved).count();
    }

    long diverged() {
        return points.stream().filter(RatePoint::diverged).count();
    }
}
