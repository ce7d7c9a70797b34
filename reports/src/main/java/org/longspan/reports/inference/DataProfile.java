package org.longspan.reports.inference;

/**
 * The data profile d(κ): the share of all runs that solved at a cost of at most κ. A run that did not solve has an
 * infinite cost and stays in the denominator.
 *
 * <p>Moré and Wild 2009, Benchmarking derivative-free optimization algorithms, SIAM Journal on Optimization 20, with
 * costs in any one unit rather than in simplex gradients. The area under it up to the budget, over the budget, is the
 * mean score: the mean of max(0, 1 - cost/budget).
 */
public final class DataProfile {

    private DataProfile() {}

    /**
     * Returns the profile.
     *
     * @param costs of all runs, in any order and unit, infinite where a run did not solve
     * @throws IllegalArgumentException if there are none, or one is negative or not a number
     */
    public static StepFunction of(double[] costs) {
        for (double cost : costs) {
            if (!(cost >= 0)) {
                throw new IllegalArgumentException("cost " + cost + ", expected none under 0");
            }
        }
        return StepFunction.of(costs);
    }
}
