package org.longspan.reports.inference;

import org.longspan.reports.statistics.Interval;

/**
 * The test of a difference and the intervals that invert it.
 *
 * @param p two-sided p of no difference
 * @param adjusted p after Holm's adjustment, for the family's share of the level
 * @param equivalence p of a difference beyond the margin, after Holm's adjustment
 * @param level what p was held against: the share of the level divided as Holm's step does
 * @param interval of 95 %
 * @param narrow interval of 90 %, which lies within the margin where one comparison alone would show equivalence
 * @param judged interval of 1 - {@code level}; it excludes 0 exactly where a difference is shown
 */
public record Evidence(
        double p,
        double adjusted,
        double equivalence,
        double level,
        Interval interval,
        Interval narrow,
        Interval judged) {

    Evidence under(double parentP) {
        return new Evidence(p, Math.max(adjusted, parentP), equivalence, level, interval, narrow, judged);
    }
}
