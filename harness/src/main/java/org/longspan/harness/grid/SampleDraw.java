package org.longspan.harness.grid;

import org.longspan.harness.record.Sample;
import org.longspan.numerics.random.RandomStream;
import org.longspan.numerics.random.Seed;

/**
 * Draws a sample from trials that pass one by one, so it keeps their order. Every set of that many trials has the same
 * chance. It is Algorithm S, selection sampling, of Knuth, The Art of Computer Programming, volume 2, third edition,
 * section 3.4.2: with m of n trials still to be drawn, the next one is taken with probability m/n.
 */
final class SampleDraw {

    private final RandomStream stream;
    private int wanted;
    private int unseen;

    /**
     * Begins to draw.
     *
     * @param population number of trials that will pass, at least as many as the sample has
     */
    SampleDraw(Sample sample, int population) {
        this.stream = Seed.root(sample.seed()).with("plan", "sample").stream();
        this.wanted = sample.trials();
        this.unseen = population;
    }

    /** Returns whether the sample has the next trial. */
    boolean takesNext() {
        boolean taken = stream.nextInt(unseen) < wanted;
        unseen--;
        wanted -= taken ? 1 : 0;
        return taken;
    }
}
