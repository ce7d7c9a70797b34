package org.longspan.tasks.adding;

import java.util.Map;
import org.longspan.numerics.random.RandomStream;
import org.longspan.task.BatchBuffer;
import org.longspan.task.LossKind;
import org.longspan.task.Measure;
import org.longspan.task.SequenceTask;
import org.longspan.task.Split;
import org.longspan.task.Standing;
import org.longspan.task.TaskDescription;
import org.longspan.task.Variant;

/**
 * The adding problem as it was first published.
 *
 * <pre>
 *   x(t) = (u(t), m(t)),  u(t) ~ U[-1, 1),  t = 0 .. L-1,  L ~ U{T .. T + T/10}, T/10 rounded down
 *   m(0) = m(L-1) = -1,  m(i) = m(j) = 1, all other m(t) = 0
 *   i ~ U{0 .. 9}; if i = 0 then u(0) = 0 and m(0) stays -1
 *   j ~ one of the first T/2 - 1 still unmarked pairs, T/2 rounded down
 *   y(L-1) = 0.5 + (u(i) + u(j)) / 4
 * </pre>
 *
 * <p>Chance is the constant 0.5: (9/10 · 1/3 + 1/3) / 16 = 19/480 = 0.0396. The often quoted 1/24 = 0.0417 forgets
 * that u(i) is 0 once in ten sequences.
 *
 * <p>Source: Hochreiter, Schmidhuber, "Long Short-Term Memory", Neural Computation 9(8), 1997, experiment 4. A
 * sequence is right when its error is below 0.04. The paper stops on-line, when the last 2000 training sequences were
 * right; on fresh sequences that is at most 1 % wrong, the share that later papers took over with the task. The paper
 * does not say whether the first pair, whose mark is -1, counts as still unmarked for j: here it does not, else a
 * sum would be asked for that no mark shows.
 *
 * <p>Not to be confused with the forms over [0, 1], {@link UrnnAdding} and {@link Pascanu13Adding}.
 */
final class Hochreiter97Adding implements SequenceTask {

    static final String CITATION =
            "Hochreiter, Schmidhuber (1997). Long Short-Term Memory. Neural Computation 9(8), experiment 4.";

    static final Variant VARIANT = new Variant(
            "hochreiter97",
            "Numbers from [-1, 1] with marks 1 or 0, and -1 on the first and last; the target at the last"
                    + " step is 0.5 + (x1 + x2)/4. T is the shortest length, 1.1 T the longest. Solved when at most 1"
                    + " % of the sequences are off by more than 0.04.",
            CITATION,
            11); // the ten pairs that i is drawn from, and the last one

    private static final int VALUE = 0;
    private static final int MARK = 1;
    private static final int FIRST_PAIRS = 10;

    private final TaskDescription description;
    private final int length;

    Hochreiter97Adding(int length) {
        this.length = length;
        this.description = new TaskDescription(
                AddingProvider.NAME,
                VARIANT.name(),
                length,
                length + length / 10,
                2,
                1,
                LossKind.SQUARED_ERROR,
                new Standing.Solvable(19.0 / 480, "(9/10 * 1/3 + 1/3) / 16", new Measure.SequencesBeyond(0.04), 0.01),
                CITATION,
                new float[] {0.5f},
                Map.of());
    }

    @Override
    public TaskDescription description() {
        return description;
    }

    @Override
    public void write(Split split, long n, int b, BatchBuffer batch, RandomStream stream) {
        int last = length + stream.nextInt(length / 10 + 1) - 1;
        int i = stream.nextInt(FIRST_PAIRS);
        int j = 1 + stream.nextInt(length / 2 - 1);
        if (i != 0 && j >= i) {
            j++; // i is marked already
        }
        float sum = 0;
        for (int t = 0; t <= last; t++) {
            float u = (float) stream.uniform(-1, 1);
            if (t == 0 || t == last) {
                batch.input(t, b, VALUE, t == i ? 0f : u);
                batch.input(t, b, MARK, -1f);
                continue;
            }
            batch.input(t, b, VALUE, u);
            if (t == i || t == j) {
                batch.input(t, b, MARK, 1f);
                sum += u;
            }
        }
        batch.target(last, b, 0, 0.5f + sum / 4);
    }
}
