package org.longspan.tasks.latch;

import org.longspan.task.Measure;
import org.longspan.task.Variant;

/**
 * One form of the two-sequence problem.
 *
 * @param variant its name, summary and source
 * @param noisyElements whether the informative elements carry noise
 * @param noisyTargets whether the targets of training carry noise
 * @param first the target of the class that begins with 1
 * @param second the target of the class that begins with -1
 * @param tolerance the greatest error of a sequence that counts as right
 */
record TwoSequenceForm(
        Variant variant, boolean noisyElements, boolean noisyTargets, double first, double second, double tolerance) {

    private static final String CITATION =
            "Hochreiter, Schmidhuber (1997). Long Short-Term Memory. Neural Computation 9(8), experiment 3";

    private static final int SHORTEST = LatchProvider.MOST_INFORMATIVE + 1; // some noise must follow

    /** The largest number with four decimals below 1/256. */
    private static final double NONE_OF_256 = 0.0039;

    /**
     * For 1, 2 and 3 noisy elements: the largest number with four decimals up to 5/256 above the best guess's share,
     * which {@link TwoSequence} derives.
     */
    private static final double[] FIVE_OF_256_MORE = {0.0465, 0.0211, 0.0196};

    static final TwoSequenceForm A = new TwoSequenceForm(
            new Variant(
                    "hochreiter97-3a",
                    "The first elements are 1 or -1, then noise of variance 0.2; the target at the last step is 1"
                            + " or 0. T is the shortest length, 1.1 T the longest. Solved when fewer than one sequence"
                            + " in 256 is off by more than 0.2.",
                    CITATION + "a.",
                    SHORTEST),
            false,
            false,
            1,
            0,
            0.2);

    static final TwoSequenceForm B = new TwoSequenceForm(
            new Variant(
                    "hochreiter97-3b",
                    "The first elements are 1 or -1 plus noise of variance 0.2, then comes the noise alone, so that"
                            + " even the best guess is sometimes off; the target at the last step is 1 or 0. T is the"
                            + " shortest length, 1.1 T the longest. Solved when no more than five sequences in 256 are"
                            + " off by more than 0.2 beside those of the best guess: 4.65, 2.11 or 1.96 % for 1, 2 or 3"
                            + " first elements.",
                    CITATION + "b.",
                    SHORTEST),
            true,
            false,
            1,
            0,
            0.2);

    static final TwoSequenceForm C = new TwoSequenceForm(
            new Variant(
                    "hochreiter97-3c",
                    "The first elements are 1 or -1, then noise of variance 0.2; the target at the last step is 0.2"
                            + " or 0.8, in training plus noise of variance 0.1. T is the"
                            + " shortest length, 1.1 T the longest. Solved when fewer than one sequence in 256 is off by"
                            + " more than 0.1 from the target without noise.",
                    CITATION + "c.",
                    SHORTEST),
            false,
            true,
            0.2,
            0.8,
            0.1);

    /** Returns the variance of the target without noise. */
    double chance() {
        return (first - second) * (first - second) / 4;
    }

    String chanceFormula() {
        return "(" + first + " - " + second + ")^2 / 4";
    }

    Measure measure() {
        return new Measure.SequencesBeyond(tolerance);
    }

    /** Returns the greatest share of wrong sequences of a solved trial. */
    double solvedAtMost(int informative) {
        return noisyElements ? FIVE_OF_256_MORE[informative - 1] : NONE_OF_256;
    }
}
