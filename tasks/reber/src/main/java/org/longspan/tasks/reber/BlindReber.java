package org.longspan.tasks.reber;

/**
 * The mean targets of the embedded grammar and chance, computed from the automaton.
 *
 * <p>A sequence's loss is the mean over its own n steps, so the predictor that knows only the step t weighs each
 * sequence by 1/n: it predicts the weighted mean of the targets at t and leaves their weighted variance. Summed over
 * the steps and averaged over the outputs, that is chance:
 *
 * <pre>
 *   chance = sum over t, o of (E[p(t,o)²/n] - E[p(t,o)/n]² / E[1/n]) / 7,  E over the strings longer than t
 * </pre>
 *
 * <p>The walk is followed forward, f(m, s) = P(at s after m moves), and backward, w(m, s) = E[1/n | at s after m
 * moves].
 */
final class BlindReber {

    private final ReberWalk walk;
    private final double[] weight; // (T): E[w]
    private final double[][] mean; // (T, SYMBOLS): E[w p]
    private final double[] square; // (T): sum over o of E[w p²]

    private BlindReber(ReberWalk walk) {
        this.walk = walk;
        int steps = EmbeddedReber.steps(walk.most());
        this.weight = new double[steps];
        this.mean = new double[steps][ReberGrammar.SYMBOLS];
        this.square = new double[steps];
    }

    /** Returns the loss of the best predictor that knows only the step. */
    static double chance(ReberWalk walk) {
        BlindReber blind = new BlindReber(walk);
        blind.follow(true);
        double variance = 0;
        for (int t = 0; t < blind.weight.length; t++) {
            variance += blind.square[t];
            for (double m : blind.mean[t]) {
                variance -= m * m / blind.weight[t];
            }
        }
        return variance / ReberGrammar.SYMBOLS;
    }

    /** Returns the mean target of each output over all steps of all strings. */
    static float[] meanTarget(ReberWalk walk) {
        BlindReber blind = new BlindReber(walk);
        blind.follow(false);
        double[] sums = new double[ReberGrammar.SYMBOLS];
        double steps = 0;
        for (int t = 0; t < blind.weight.length; t++) {
            steps += blind.weight[t];
            for (int o = 0; o < sums.length; o++) {
                sums[o] += blind.mean[t][o];
            }
        }
        float[] target = new float[sums.length];
        for (int o = 0; o < sums.length; o++) {
            target[o] = (float) (sums[o] / steps);
        }
        return target;
    }

    private void follow(boolean overLength) {
        double[][] w = weights(overLength);
        add(0, w[0][ReberGrammar.START], ReberGrammar.T, ReberGrammar.P);
        add(1, w[0][ReberGrammar.START], ReberGrammar.B, ReberGrammar.B);
        double[] at = new double[ReberGrammar.STATES];
        at[ReberGrammar.START] = 1;
        for (int moves = 0; moves <= walk.most(); moves++) {
            end(moves, at[ReberGrammar.END] * w[moves][ReberGrammar.END]);
            at = move(moves, at, w[moves]);
        }
    }

    /** The three steps after the last move: E comes, then one of the outer symbols, equally often, then E. */
    private void end(int moves, double w) {
        add(moves + 2, w, ReberGrammar.E, ReberGrammar.E);
        add(moves + 3, w / 2, ReberGrammar.T, ReberGrammar.T);
        add(moves + 3, w / 2, ReberGrammar.P, ReberGrammar.P);
        add(moves + 4, w, ReberGrammar.E, ReberGrammar.E);
    }

    private double[] move(int moves, double[] at, double[] w) {
        double[] next = new double[ReberGrammar.STATES];
        for (int state = 0; state < ReberGrammar.END; state++) {
            if (at[state] == 0) {
                continue; // as are all states before the end after the last move, out of which no branch leads
            }
            add(moves + 2, at[state] * w[state], ReberGrammar.symbol(state, 0), ReberGrammar.symbol(state, 1));
            for (int branch = 0; branch < 2; branch++) {
                next[ReberGrammar.next(state, branch)] += at[state] * walk.probability(moves, state, branch);
            }
        }
        return next;
    }

    private double[][] weights(boolean overLength) {
        double[][] w = new double[walk.most() + 1][ReberGrammar.STATES];
        for (int moves = walk.most(); moves >= 0; moves--) {
            w[moves][ReberGrammar.END] = overLength ? 1.0 / EmbeddedReber.steps(moves) : 1;
            for (int state = 0; moves < walk.most() && state < ReberGrammar.END; state++) {
                for (int branch = 0; branch < 2; branch++) {
                    w[moves][state] +=
                            walk.probability(moves, state, branch) * w[moves + 1][ReberGrammar.next(state, branch)];
                }
            }
        }
        return w;
    }

    /** Adds strings in which one of two symbols, or the only one, comes next at step {@code t}. */
    private void add(int t, double w, int one, int other) {
        double p = EmbeddedReber.probability(one, other);
        weight[t] += w;
        mean[t][one] += w * p;
        square[t] += w * p;
        if (other != one) {
            mean[t][other] += w * p;
        }
    }
}
