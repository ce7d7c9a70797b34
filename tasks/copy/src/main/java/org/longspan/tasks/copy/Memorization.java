package org.longspan.tasks.copy;

import org.longspan.numerics.random.RandomStream;
import org.longspan.task.BatchBuffer;
import org.longspan.task.Measure;
import org.longspan.task.SequenceTask;
import org.longspan.task.Split;
import org.longspan.task.Standing;
import org.longspan.task.TaskDescription;
import org.longspan.task.TaskShape;
import org.longspan.task.Variant;

/**
 * Noiseless memorization: n symbols of k, a delay of T blanks, a cue, and from the cue on the n symbols again.
 *
 * <pre>
 *   t               0 .. n-1   n .. n+T-1   n+T   n+T+1 .. 2n+T-1
 *   x(t), one-hot   s1..sn     blank        cue   blank
 *   y(t)            blank      blank        s1    s2..sn
 *   s ~ U{0 .. k-1},  blank = k,  cue = k+1: k+2 inputs, k+1 classes
 *   5-bit: n = 5, k = 2;  20-bit: n = 10, k = 5, just over 20 bits
 * </pre>
 *
 * <p>The loss is the mean cross-entropy over all T + 2n steps. Chance knows the step: it predicts blank up to the cue
 * and then each symbol with probability 1/k, which costs n ln k / (T + 2n).
 *
 * <p>Source: the task is Martens and Sutskever's, "Learning recurrent neural networks with Hessian-free optimization",
 * ICML 2011; the encoding, what T counts and the criterion are those of Pascanu, Mikolov, Bengio, "On the difficulty of
 * training recurrent neural networks", ICML 2013, and its published code: a sequence is wrong when any of its steps is,
 * and the task is solved when fewer than 100 of 10,000 sequences are wrong. Sutskever's own code counts pattern and
 * recall within T, lets blank and cue share two of the symbols and cues one step before the recall: its numbers at a
 * given T are not comparable.
 *
 * <p>With 5 bits there are only 32 patterns. Sequence n of any split draws its own at random, so the splits share all
 * patterns by necessity; what is tested is memory, not generalization.
 */
final class Memorization implements SequenceTask {

    static final String CITATION =
            "Pascanu, Mikolov, Bengio (2013). On the difficulty of training recurrent neural networks. ICML;"
                    + " task of Martens, Sutskever (2011). Learning recurrent neural networks with Hessian-free"
                    + " optimization. ICML.";

    static final Variant FIVE_BIT = new Variant(
            "memory-5-bit",
            "Five symbols of two, T blanks, and from a cue on the five symbols again. T is the delay, a"
                    + " sequence has T + 10 steps. There are 32 patterns, so all splits share them. Solved when fewer"
                    + " than 100 of 10,000 sequences have a wrong symbol.",
            CITATION,
            1);

    static final Variant TWENTY_BIT = new Variant(
            "memory-20-bit",
            "Ten symbols of five, T blanks, and from a cue on the ten symbols again. T is the delay, a"
                    + " sequence has T + 20 steps. Solved when fewer than 100 of 10,000 sequences have a wrong"
                    + " symbol.",
            CITATION,
            1);

    /** Fewer than 100 of 10,000. */
    private static final double SOLVED_AT_MOST = 0.0099;

    private final TaskDescription description;
    private final int places;
    private final int symbols;
    private final int recall; // the step of the cue, at which it begins

    private Memorization(Variant variant, int places, int symbols, int length) {
        this.places = places;
        this.symbols = symbols;
        this.recall = places + length;
        int steps = length + 2 * places;
        double chance = places * StrictMath.log(symbols) / steps;
        String formula = places + " ln " + symbols + " / (T + " + 2 * places + ")";
        this.description = TaskDescription.ofClasses(
                CopyProvider.NAME,
                variant,
                length,
                new TaskShape(steps, symbols + 2, symbols + 1),
                new Standing.Solvable(chance, formula, new Measure.SequencesMisclassified(), SOLVED_AT_MOST));
    }

    static Memorization fiveBit(int length) {
        return new Memorization(FIVE_BIT, 5, 2, length);
    }

    static Memorization twentyBit(int length) {
        return new Memorization(TWENTY_BIT, 10, 5, length);
    }

    @Override
    public TaskDescription description() {
        return description;
    }

    @Override
    public void write(Split split, long n, int b, BatchBuffer batch, RandomStream stream) {
        int blank = symbols;
        int cue = symbols + 1;
        for (int place = 0; place < places; place++) {
            int symbol = stream.nextInt(symbols);
            batch.input(place, b, symbol, 1f);
            batch.target(recall + place, b, symbol);
        }
        for (int t = 0; t < recall; t++) {
            batch.blank(t, b, blank);
        }
        for (int t = places; t < recall + places; t++) {
            batch.input(t, b, t == recall ? cue : blank, 1f);
        }
    }
}
