package org.longspan.tasks.reber;

import org.longspan.numerics.random.RandomStream;

/**
 * The walk through Reber's automaton under the condition that it ends within a set range of moves.
 *
 * <pre>
 *   r(m, s) = P(the free walk, at state s after m moves, ends after least .. most moves)
 *   r(m, END) = 1 if least ≤ m ≤ most else 0,  r(m, s) = (r(m+1, s0) + r(m+1, s1)) / 2,  r(most, s) = 0
 *   P(branch 0 | m, s) = r(m+1, s0) / (r(m+1, s0) + r(m+1, s1))
 * </pre>
 *
 * <p>So strings are drawn exactly as by drawing free ones until one fits, at the cost of a single one. Only ratios
 * within a row of r matter, so rows before {@code least} are divided by their maximum: r falls as 0.73^m.
 */
final class ReberWalk {

    private final double[][] first; // (most, STATES - 1): the probability of branch 0
    private final int most;

    ReberWalk(int least, int most) {
        this.most = most;
        this.first = new double[most][ReberGrammar.END];
        double[] reach = new double[ReberGrammar.STATES];
        reach[ReberGrammar.END] = 1;
        for (int moves = most - 1; moves >= 0; moves--) {
            reach = before(moves, reach, moves >= least);
        }
    }

    /** Notes the branches after {@code moves} moves, and returns their row of r. */
    private double[] before(int moves, double[] after, boolean mayEnd) {
        double[] reach = new double[ReberGrammar.STATES];
        double greatest = 0;
        for (int state = 0; state < ReberGrammar.END; state++) {
            double zero = after[ReberGrammar.next(state, 0)];
            double both = zero + after[ReberGrammar.next(state, 1)];
            first[moves][state] = both == 0 ? 0 : zero / both;
            reach[state] = both / 2;
            greatest = Math.max(greatest, reach[state]);
        }
        for (int state = 0; !mayEnd && state < ReberGrammar.END; state++) {
            reach[state] /= greatest;
        }
        reach[ReberGrammar.END] = mayEnd ? 1 : 0;
        return reach;
    }

    /** Returns the greatest number of moves. */
    int most() {
        return most;
    }

    /** Draws the branch, 0 or 1, out of {@code state} after {@code moves} moves. */
    int branch(int moves, int state, RandomStream stream) {
        return stream.nextDouble() < first[moves][state] ? 0 : 1;
    }

    /** Returns the probability of that branch. */
    double probability(int moves, int state, int branch) {
        return branch == 0 ? first[moves][state] : 1 - first[moves][state];
    }
}
