package org.longspan.reports.statistics;

import java.util.OptionalDouble;

/**
 * The expected cost of one solved run, when runs are repeated until one solves: the cost of <em>all</em> runs,
 * solved or not, over the number that solved. Nothing solved, no expected cost.
 *
 * <p>Auger and Hansen 2005, Performance evaluation of an advanced local search evolutionary algorithm, IEEE
 * Congress on Evolutionary Computation, under the name of success performance; later "expected running time".
 */
public final class ExpectedCost {

    private ExpectedCost() {}

    /** Returns {@code totalCost / solved}, or nothing if none solved. */
    public static OptionalDouble of(long totalCost, int solved) {
        return solved > 0 ? OptionalDouble.of((double) totalCost / solved) : OptionalDouble.empty();
    }
}
