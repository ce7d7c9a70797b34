package org.longspan.tasks.adding;

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
 * The adding and the multiplication problem as they were first published.
 *
 * <pre>
 *   x(t) = (u(t), m(t)),  t = 0 .. L-1,  L ~ U{T .. T + T/10}, T/10 rounded down
 *   u(t) ~ U[-1, 1) to be added, U[0, 1) to be multiplied
 *   m(0) = m(L-1) = -1,  m(i) = m(j) = 1, all other m(t) = 0
 *   i ~ U{0 .. 9}; if i = 0 then u(0) is the operation's neutral element and m(0) stays -1
 *   j ~ one of the first T/2 - 1 still unmarked pairs, T/2 rounded down
 *   y(L-1) = 0.5 + (u(i) + u(j)) / 4  or  u(i) · u(j)
 * </pre>
 *
 * <p>Chance in adding is the constant 0.5: (9/10 · 1/3 + 1/3) / 16 = 19/480 = 0.0396. The often quoted 1/24 = 0.0417
 * overlooks that u(i) is 0 once in ten sequences. Chance in multiplication is the constant 11/40, the mean of a product
 * whose u(i) is 1 once in ten sequences: (1/10 · 1/3 + 9/10 · 1/9) - (11/40)² = 277/4800 = 0.0577, and not the 7/144 =
 * 0.0486 of two free numbers.
 *
 * <p>Source: Hochreiter, Schmidhuber, "Long Short-Term Memory", Neural Computation 9(8), 1997, experiments 4 and 5. A
 * sequence is right when its error is below 0.04. In experiment 4 the paper stops on-line, when the last 2000 training
 * sequences were right; on fresh sequences that is at most 1 % wrong, the share that later papers took over with the
 * task. In experiment 5 it stops when fewer than 140, and again when fewer than 13, of the last 2000 were wrong; here
 * the second one counts, which leaves 12 of 2000. The paper does not say whether the first pair, whose mark is -1,
 * counts as still unmarked for j: here it does not, because the target would then depend on a value that no mark shows.
 *
 * <p>Not to be confused with the forms over [0, 1] with 0 or 1 as marks, {@link UrnnAdding} and {@link Pascanu13}, nor
 * with {@link Martens11}, whose second mark of -1 comes before the end.
 */
final class Hochreiter97 implements SequenceTask {

    private static final String PAPER =
            "Hochreiter, Schmidhuber (1997). Long Short-Term Memory. Neural Computation 9(8), ";

    static final Variant ADDING = new Variant(
            "hochreiter97",
            "Numbers from [-1, 1] with marks 1 or 0, and -1 on the first and last; the target at the last"
                    + " step is 0.5 + (x1 + x2)/4. T is the shortest length, 1.1 T the longest. Solved when at most 1"
                    + " % of the sequences are off by more than 0.04.",
            PAPER + "experiment 4.",
            11); // the ten pairs that i is drawn from, and the last one

    static final Variant MULTIPLICATION = new Variant(
            "hochreiter97",
            "Numbers from [0, 1] with marks 1 or 0, and -1 on the first and last; the target at the last step"
                    + " is x1 x2. T is the shortest length, 1.1 T the longest. Solved when fewer than 13 of 2000"
                    + " sequences are off by more than 0.04.",
            PAPER + "experiment 5.",
            11);

    private static final int VALUE = 0;
    private static final int MARK = 1;
    private static final int FIRST_PAIRS = 10;
    private static final Measure WRONG = new Measure.SequencesBeyond(0.04);

    private final TaskDescription description;
    private final int length;
    private final Operation operation;

    private Hochreiter97(Operation operation, Variant variant, int length, Standing standing, float meanTarget) {
        this.description = TaskDescription.ofNumbers(
                operation.family, variant, length, new TaskShape(length + length / 10, 2, 1), standing, meanTarget);
        this.length = length;
        this.operation = operation;
    }

    static Hochreiter97 adding(int length) {
        Standing standing = new Standing.Solvable(19.0 / 480, "(9/10 * 1/3 + 1/3) / 16", WRONG, 0.01);
        return new Hochreiter97(Operation.SUM, ADDING, length, standing, 0.5f);
    }

    static Hochreiter97 multiplication(int length) {
        Standing standing =
                new Standing.Solvable(277.0 / 4800, "1/10 * 1/3 + 9/10 * 1/9 - (11/40)^2", WRONG, 12.0 / 2000);
        return new Hochreiter97(Operation.PRODUCT, MULTIPLICATION, length, standing, 11f / 40);
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
        float least = operation == Operation.SUM ? -1f : 0f;
        float result = operation.neutral;
        for (int t = 0; t <= last; t++) {
            float u = (float) stream.uniform(least, 1);
            if (t == 0 || t == last) {
                batch.input(t, b, VALUE, t == i ? operation.neutral : u);
                batch.input(t, b, MARK, -1f);
                continue;
            }
            batch.input(t, b, VALUE, u);
            if (t == i || t == j) {
                batch.input(t, b, MARK, 1f);
                result = operation.of(result, u);
            }
        }
        batch.target(last, b, 0, operation == Operation.SUM ? 0.5f + result / 4 : result);
    }
}
