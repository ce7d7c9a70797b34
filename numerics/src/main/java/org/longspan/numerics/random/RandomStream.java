package org.longspan.numerics.random;

import org.apache.commons.rng.core.source64.L64X128Mix;

/**
 * A stream of random numbers: the generator L64X128Mix of Commons RNG. It can be reset to another stream in place, so
 * drawing sequence n of a split allocates nothing.
 */
public final class RandomStream extends L64X128Mix {

    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    private double spareNormal;
    private boolean hasSpareNormal;

    /** Creates the stream of {@code seed}. */
    public RandomStream(long seed) {
        super(0, 0, 0, 1);
        reset(seed);
    }

    /** Restarts as the stream of {@code seed}. */
    public void reset(long seed) {
        resetCachedState();
        hasSpareNormal = false;
        long z = seed + GOLDEN_GAMMA;
        la = Seed.mix(z) | 1L;
        z += GOLDEN_GAMMA;
        ls = Seed.mix(z);
        z += GOLDEN_GAMMA;
        x0 = Seed.mix(z);
        z += GOLDEN_GAMMA;
        x1 = Seed.mix(z);
        if ((x0 | x1) == 0) {
            x0 = GOLDEN_GAMMA;
        }
    }

    /** Restarts as the stream of {@code seed} and two numeric axes, such as a split and the number of a sequence. */
    public void reset(long seed, long first, long second) {
        reset(Seed.combine(Seed.combine(seed, first), second));
    }

    /** Returns a draw from the uniform distribution on [from, to). */
    public double uniform(double from, double to) {
        return from + (to - from) * nextDouble();
    }

    /**
     * Returns a draw from the standard normal distribution, by Marsaglia's polar method on {@link StrictMath}, so its
     * bits do not depend on the JVM.
     */
    public double normal() {
        if (hasSpareNormal) {
            hasSpareNormal = false;
            return spareNormal;
        }
        double u;
        double v;
        double s;
        do {
            u = 2 * nextDouble() - 1;
            v = 2 * nextDouble() - 1;
            s = u * u + v * v;
        } while (s >= 1 || s == 0);
        double factor = Math.sqrt(-2 * StrictMath.log(s) / s);
        spareNormal = v * factor;
        hasSpareNormal = true;
        return u * factor;
    }
}
