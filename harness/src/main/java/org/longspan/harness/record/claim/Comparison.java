package org.longspan.harness.record.claim;

import java.util.List;
import java.util.Set;

/** What a claim compares. The kinds are closed: {@code reports.claim} has a class for each. */
public sealed interface Comparison {

    /** Returns the runs that are looked at. */
    Side of();

    /** Returns all runs that are looked at: the first side, then what it is compared with. */
    default List<Side> sides() {
        return List.of(of());
    }

    /**
     * The mean difference of two sides, paired in everything that is not compared: arms on one problem in one block, or
     * models on one task.
     *
     * @param of the first side
     * @param with the side that is taken from it
     * @param compared axes on which they differ
     */
    record Sides(Side of, Side with, Set<Axis> compared) implements Comparison {

        public Sides {
            compared = Set.copyOf(compared);
        }

        @Override
        public List<Side> sides() {
            return List.of(of, with);
        }
    }

    /**
     * As {@link Sides}, where the second side's optimizer is the one that does best: chosen on each half of the blocks, and
     * compared on the other half.
     */
    record Best(Side of, Side with, Set<Axis> compared) implements Comparison {

        public Best {
            compared = Set.copyOf(compared);
        }

        @Override
        public List<Side> sides() {
            return List.of(of, with);
        }
    }

    /** The mean of the endpoint, against a bound or an interval. */
    record Bound(Side of) implements Comparison {}

    /** The mean difference of two numbers of the same run: the endpoint less {@code to}. */
    record SameRun(Side of, Quantity to) implements Comparison {}

    /**
     * The share of looks at which the endpoint lies between two numbers, against a bound.
     *
     * @param above the number lies above it; -∞ for any
     * @param below the number lies below it; ∞ for any
     */
    record Share(Side of, double above, double below) implements Comparison {}

    /** How the endpoint follows the length of the task, within a block. */
    record Lengths(Side of, Fit fit) implements Comparison {}

    /** What is asked of a course over lengths. */
    enum Fit {
        /** The slope of the endpoint for every doubling of the length. */
        PER_DOUBLING,
        /**
         * How much better an exponential fits than a power: R² of log y on T less R² of log y on log T. Above 0 it is the
         * exponential.
         */
        EXPONENTIAL
    }
}
