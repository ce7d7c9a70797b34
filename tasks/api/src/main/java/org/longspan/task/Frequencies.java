package org.longspan.task;

/** Counts of classes, and the scores of predictors that know only these: chance of a task without a formula. */
public final class Frequencies {

    private final long[] counts;
    private long total;

    /** Creates counts of 0. */
    public Frequencies(int classes) {
        this.counts = new long[classes];
    }

    /** Counts a class once more. */
    public void add(int target) {
        counts[target]++;
        total++;
    }

    /** Returns the entropy -Σ p ln p in nats: the cross-entropy of predicting these shares p at every step. */
    public double entropy() {
        double entropy = 0;
        for (long count : counts) {
            double share = (double) count / total;
            entropy -= count == 0 ? 0 : share * StrictMath.log(share);
        }
        return entropy;
    }

    /** Returns the share of wrong answers when always predicting the most frequent class. */
    public double errorOfTheMostFrequent() {
        long most = 0;
        for (long count : counts) {
            most = Math.max(most, count);
        }
        return 1 - (double) most / total;
    }
}
