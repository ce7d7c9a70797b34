package org.longspan.reports.inference;

import org.longspan.reports.statistics.Interval;

/**
 * Where an optimizer may stand among N: its best rank is 1 + the number shown better, its worst N - the number shown
 * worse.
 *
 * <p>Al Mohamad, Goeman, van Zwet 2019, An improvement of Tukey's HSD with application to ranking institutions; the
 * intervals of all optimizers hold together with the level of the pairs' family. Not a rank with an error bar: ranks of
 * methods that were not told apart overlap.
 *
 * @param optimizer its index
 * @param best best possible rank
 * @param worst worst possible rank
 * @param score mean over its blocks of the block's mean S, each clipping of equal weight
 * @param interval of 95 % for that mean over these problems
 */
public record RankInterval(int optimizer, int best, int worst, double score, Interval interval) {}
