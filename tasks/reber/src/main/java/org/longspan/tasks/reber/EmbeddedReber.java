package org.longspan.tasks.reber;

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
 * The embedded Reber grammar: after every symbol of a string, which symbols may come next?
 *
 * <pre>
 *   string    B c r c E,  c ~ U{T, P},  r a string of Reber's grammar ({@link ReberGrammar})
 *   x(t)      symbol t, one-hot over B T P S X V E,  t = 0 .. n-1: all symbols but the last, n = |r| + 3
 *   p(t, o)   1/2 for each of two symbols that may come next, 1 for the only one, 0 for the others
 * </pre>
 *
 * <p>At all steps but one the last few symbols suffice. After the inner string the second c must be predicted, |r| + 1
 * steps after the first. The loss is squared error, as in sources with logistic outputs.
 *
 * <ul>
 *   <li>{@code hochreiter97}: the grammar as published. T bounds the whole string; from 40 on, the shortest T, the
 *       bound cuts less than one string in 10,000, so a greater T hardly makes it harder. In training the target is the
 *       symbol that came, one-hot, whose mean is p; all other splits ask for p itself.
 *   <li>{@code long-inner}: Longspan's own, to make length the difficulty. Strings of the same grammar, but only those
 *       whose inner string has T to T + T/10 symbols, so T is the shortest time that c must be held. The target is p in
 *       every split: a string that must become long no longer takes its branches with probability 1/2, but p still says
 *       what the grammar allows, and a network need not count.
 * </ul>
 *
 * <p>Source: Hochreiter, Schmidhuber, "Long Short-Term Memory", Neural Computation 9(8), 1997, experiment 1; 256
 * training and 256 test strings there, fresh ones here. A trial is solved when all strings are predicted correctly: the
 * outputs of the symbols that may come next are always the most active ones. That holds when every output is within 1/4
 * of p, the slightly stricter condition that is measured here. All of 256 strings means, as a share, fewer than one
 * wrong string in 256.
 */
final class EmbeddedReber implements SequenceTask {

    static final String CITATION =
            "Hochreiter, Schmidhuber (1997). Long Short-Term Memory. Neural Computation 9(8), experiment 1.";

    static final Variant HOCHREITER97 = new Variant(
            "hochreiter97",
            "Strings of the grammar as they come, T symbols at most; at every step the targets are the"
                    + " probabilities of the next symbol, in training the next symbol itself. Most strings are far"
                    + " shorter than T. Solved when fewer than one string in 256 has an output off by more than 1/4,"
                    + " within which every symbol that may come next is more active than all others.",
            CITATION,
            40); // 6e-5 of the free strings are longer

    static final Variant LONG_INNER = new Variant(
            "long-inner",
            "Strings of the grammar whose inner string has T to 1.1 T symbols, so that the outer symbol must"
                    + " be held for more than T steps; at every step the targets are the probabilities of the next"
                    + " symbol. Solved when fewer than one string in 256 has an output off by more than 1/4, within"
                    + " which every symbol that may come next is more active than all others.",
            CITATION + " Its long strings are Longspan's own.",
            ReberGrammar.FEWEST_MOVES + ReberGrammar.FRAME);

    /** The largest number with four decimals below 1/256. */
    private static final double SOLVED_AT_MOST = 0.0039;

    private static final int OUTER = 4; // symbols around the inner string

    private final TaskDescription description;
    private final ReberWalk walk;
    private final boolean teachesTheNext;

    private EmbeddedReber(Variant variant, int length, ReberWalk walk, boolean teachesTheNext) {
        this.walk = walk;
        this.teachesTheNext = teachesTheNext;
        this.description = TaskDescription.ofNumbers(
                ReberProvider.NAME,
                variant,
                length,
                new TaskShape(steps(walk.most()), ReberGrammar.SYMBOLS, ReberGrammar.SYMBOLS),
                new Standing.Solvable(
                        BlindReber.chance(walk),
                        "sum over t of the variance of p(t) over the strings, each weighted by 1 / its steps, over 7"
                                + " outputs, from the automaton",
                        new Measure.SequencesBeyond(0.25),
                        SOLVED_AT_MOST),
                BlindReber.meanTarget(walk));
    }

    static EmbeddedReber hochreiter97(int length) {
        int most = length - OUTER - ReberGrammar.FRAME;
        return new EmbeddedReber(HOCHREITER97, length, new ReberWalk(ReberGrammar.FEWEST_MOVES, most), true);
    }

    static EmbeddedReber longInner(int length) {
        int least = length - ReberGrammar.FRAME;
        return new EmbeddedReber(LONG_INNER, length, new ReberWalk(least, least + length / 10), false);
    }

    /** Returns the steps n of a string whose inner string has {@code moves} moves. */
    static int steps(int moves) {
        return moves + ReberGrammar.FRAME + OUTER - 1;
    }

    /** Returns the probability of either of two symbols that may come next, or of the only one. */
    static float probability(int one, int other) {
        return one == other ? 1f : 0.5f;
    }

    @Override
    public TaskDescription description() {
        return description;
    }

    @Override
    public void write(Split split, long n, int b, BatchBuffer batch, RandomStream stream) {
        boolean next = teachesTheNext && split == Split.TRAIN;
        int outer = stream.nextInt(2) == 0 ? ReberGrammar.T : ReberGrammar.P;
        batch.input(0, b, ReberGrammar.B, 1f);
        ask(batch, b, 0, next ? outer : ReberGrammar.T, next ? outer : ReberGrammar.P);
        batch.input(1, b, outer, 1f);
        ask(batch, b, 1, ReberGrammar.B, ReberGrammar.B);
        int t = writeInner(b, batch, stream, next);
        batch.input(t, b, ReberGrammar.E, 1f);
        ask(batch, b, t, outer, outer);
        batch.input(t + 1, b, outer, 1f);
        ask(batch, b, t + 1, ReberGrammar.E, ReberGrammar.E);
    }

    /** Writes the inner string up to its E, and returns the step of that. */
    private int writeInner(int b, BatchBuffer batch, RandomStream stream, boolean next) {
        int symbol = ReberGrammar.B;
        int state = ReberGrammar.START;
        int moves = 0;
        while (state != ReberGrammar.END) {
            int branch = walk.branch(moves, state, stream);
            int other = next ? branch : 1 - branch;
            batch.input(moves + 2, b, symbol, 1f);
            ask(batch, b, moves + 2, ReberGrammar.symbol(state, branch), ReberGrammar.symbol(state, other));
            symbol = ReberGrammar.symbol(state, branch);
            state = ReberGrammar.next(state, branch);
            moves++;
        }
        batch.input(moves + 2, b, symbol, 1f);
        ask(batch, b, moves + 2, ReberGrammar.E, ReberGrammar.E);
        return moves + 3;
    }

    private static void ask(BatchBuffer batch, int b, int t, int one, int other) {
        float p = probability(one, other);
        for (int o = 0; o < ReberGrammar.SYMBOLS; o++) {
            batch.target(t, b, o, o == one || o == other ? p : 0f);
        }
    }
}
