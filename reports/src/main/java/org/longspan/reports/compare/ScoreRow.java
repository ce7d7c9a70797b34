package org.longspan.reports.compare;

import java.util.Optional;
import org.longspan.reports.inference.Effect;
import org.longspan.reports.summary.Arm;

/**
 * The difference of the score between the base and another run: of everything that both have, of one arm, on one problem,
 * or of one arm on one problem. A positive difference says that the other run is the better one.
 *
 * @param level of which kind it is
 * @param arm the arm, none where all are pooled
 * @param place the problem, none where all are pooled
 * @param base what the base's runs came to
 * @param other what the other run's came to
 * @param pairing how they are paired
 * @param effect the difference with its verdict
 */
public record ScoreRow(
        Level level,
        Optional<ArmPair> arm,
        Optional<Place> place,
        Side base,
        Side other,
        Pairing pairing,
        Effect effect) {

    /** What a difference is of. */
    public enum Level {
        /** Of everything that both runs have. */
        RUN("run"),
        /** Of one arm, over all problems. */
        ARM("arm"),
        /** On one problem, over all arms. */
        PROBLEM("problem"),
        /** Of one arm on one problem. */
        CELL("cell");

        private final String word;

        Level(String word) {
            this.word = word;
        }

        /** Returns the word for it in {@code compare.json}. */
        public String word() {
            return word;
        }
    }

    /**
     * An arm as each run names it.
     *
     * @param base its name in the base
     * @param other its name in the other run
     */
    public record ArmPair(Arm base, Arm other) {

        @Override
        public String toString() {
            return base.equals(other) ? base.toString() : other + " against " + base;
        }
    }

    /**
     * What the paired evaluation runs of one run came to.
     *
     * @param runs number of them
     * @param solved of them, under the budget that both runs have
     * @param score their mean S
     * @param cost their mean cost of training in sequence-forwards
     * @param seconds their mean wall time
     */
    public record Side(int runs, int solved, double score, double cost, double seconds) {}

    /** Returns whether every pair is one and the same run bit for bit. */
    public boolean identical() {
        return effect.counts().identical() == effect.counts().pairs();
    }
}
