package org.longspan.reports.inference;

import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * How many blocks find an effect with probability {@value #POWER}: with the standard deviation σ between clusters, c
 * clusters a block and the level α that a test is held against,
 *
 * <pre>  clusters n = (σ (z(1-α/2) + z({@value #POWER})) / effect)²,  blocks = ⌈n / c⌉</pre>
 *
 * <p>The normal approximation of the power of a test of a mean, as in Cohen 1988, Statistical Power Analysis for the
 * Behavioral Sciences, §2. Never fewer clusters than can reach α by flips, where p is at least 2/2ⁿ, and never fewer
 * than {@value SignFlip#FEWEST}.
 *
 * @param deviation σ
 * @param clustersPerBlock c
 * @param level α
 */
public record BlocksToDetect(double deviation, double clustersPerBlock, double level) {

    /** The probability with which the effect is to be found. */
    public static final double POWER = 0.8;

    /** Deviation between clusters of clipping minus none, as seen over the luck of single runs. */
    public static final double CLIPPINGS = 0.2;

    /** Deviation between clusters of one optimizer minus another. */
    public static final double OPTIMIZERS = 0.4;

    public BlocksToDetect {
        if (!(deviation >= 0 && clustersPerBlock > 0 && level > 0 && level < 1)) {
            throw new IllegalArgumentException("deviation " + deviation + ", clusters a block " + clustersPerBlock
                    + ", level " + level + "; expected none negative, some clusters, a level between 0 and 1");
        }
    }

    /** Returns the question for an effect that was tested, at the deviation seen and the level it was held against. */
    public static BlocksToDetect asSeen(Effect effect) {
        Evidence evidence = effect.evidence()
                .orElseThrow(() -> new IllegalArgumentException("an effect without a test, expected a tested one"));
        return new BlocksToDetect(effect.deviation(), effect.counts().clustersPerBlock(), evidence.level());
    }

    /**
     * Returns the question for a clipping against none before any run, at the usual deviation.
     *
     * @param share of {@link Design#LEVEL}: one over the number of families, a quarter of it where every clipping runs in
     *     every block
     */
    public static BlocksToDetect ofClippings(int kin, int clippings, int problems, double share) {
        return new BlocksToDetect(CLIPPINGS, kin * problems, Design.LEVEL * share / Math.max(1, clippings - 1));
    }

    /** Returns the question for two of so many optimizers before any run; {@code share} is one over the families. */
    public static BlocksToDetect ofOptimizers(int optimizers, int problems, double share) {
        int pairs = Math.max(1, optimizers * (optimizers - 1) / 2);
        return new BlocksToDetect(OPTIMIZERS, problems, Design.LEVEL * share / pairs);
    }

    /** Returns the number of blocks that find {@code effect}. */
    public int of(double effect) {
        if (!(effect > 0)) {
            throw new IllegalArgumentException("effect " + effect + ", expected a positive difference of S");
        }
        double root = deviation * (quantile(1 - level / 2) + quantile(POWER)) / effect;
        double blocks = Math.max(root * root, fewestClusters(level)) / clustersPerBlock;
        return (int) Math.min(Integer.MAX_VALUE, Math.ceil(blocks - 1e-9));
    }

    /** Returns the number of blocks with which any effect can reach {@code level}. */
    static int thatOpen(double clustersPerBlock, double level) {
        return new BlocksToDetect(0, clustersPerBlock, level).of(1);
    }

    /** Returns the number of clusters with which p can be as small as {@code level}. */
    static int fewestClusters(double level) {
        int n = SignFlip.FEWEST;
        while (Math.scalb(2.0, -n) > level) {
            n++;
        }
        return n;
    }

    private static double quantile(double probability) {
        return new NormalDistribution(null, 0, 1).inverseCumulativeProbability(probability);
    }
}
