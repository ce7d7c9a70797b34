package org.longspan.numerics.random;

import java.nio.charset.StandardCharsets;

/**
 * A 64-bit seed derived from named axes, such as {@code Seed.root(0).with("task", "adding").with("repetition", 3)}.
 * Axes shared between arms give shared randomness, and any other axis makes it independent. 0 is an ordinary seed.
 *
 * @param value the derived seed
 */
public record Seed(long value) {

    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    /** Returns the seed of a root number. */
    public static Seed root(long root) {
        return new Seed(mix(root + GOLDEN_GAMMA));
    }

    /** Returns the seed with one more axis, whose coordinate is a name. */
    public Seed with(String axis, String coordinate) {
        return new Seed(hash(hash(value, axis), coordinate));
    }

    /** Returns the seed with one more axis, whose coordinate is a number. */
    public Seed with(String axis, long coordinate) {
        return new Seed(combine(hash(value, axis), coordinate));
    }

    /** Returns a stream of this seed. */
    public RandomStream stream() {
        return new RandomStream(value);
    }

    static long combine(long hash, long coordinate) {
        return mix(hash ^ mix(coordinate + GOLDEN_GAMMA));
    }

    private static long hash(long hash, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        long h = combine(hash, bytes.length);
        for (byte b : bytes) {
            h = combine(h, b);
        }
        return h;
    }

    /** Stafford's variant 13 of the 64-bit finalizer of MurmurHash3. */
    static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
