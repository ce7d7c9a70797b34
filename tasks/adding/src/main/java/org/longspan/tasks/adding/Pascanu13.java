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
 * The adding and the multiplication problem of the paper that brought gradient clipping to recurrent networks.
 *
 * <pre>
 *   x(t) = (m(t), u(t)),  u(t) ~ U[0, 1),  m(i) = m(j) = 1, all other m(t) = 0,  t = 0 .. L-1
 *   L ~ U{T .. T + T/10 - 1},  i ~ U{0 .. L/10 - 1},  j ~ U{L/10 .. L/10 + 4L/10 - 1}, quotients rounded down
 *   y(L-1) = (u(i) + u(j)) / 2  or  u(i) · u(j)
 * </pre>
 *
 * <p>Chance in adding is the constant 1/2: (1/12 + 1/12) / 4 = 1/24; in multiplication the constant 1/4: 1/9 - 1/16 =
 * 7/144.
 *
 * <p>Source: Pascanu, Mikolov, Bengio, "On the difficulty of training recurrent neural networks", ICML 2013, and its
 * published code, whose order of inputs, lengths and marks these are; there one length serves a whole minibatch, here
 * each sequence has its own. A sequence is wrong when its <b>squared</b> error is above 0.04, that is an error above
 * 0.2: five times what Hochreiter and Schmidhuber allow. The task is solved when fewer than 100 of 10,000 sequences
 * are wrong.
 *
 * <p>Not to be confused with {@link UrnnAdding}, whose target is the whole sum, and {@link Martens11}.
 */
final class Pascanu13 implements SequenceTask {

    static final String CITATION =
            "Pascanu, Mikolov, Bengio (2013). On the difficulty of training recurrent neural networks. ICML.";

    static final Variant ADDING = new Variant(
            "pascanu13",
            "Numbers from [0, 1] with marks 1 or 0, the first in the first tenth, the second before the"
                    + " middle; the target at the last step is (x1 + x2)/2. T is the shortest length, all are below"
                    + " 1.1 T. Solved when fewer than 100 of 10,000 sequences have a squared error above 0.04.",
            CITATION,
            10); // a tenth must hold a mark

    static final Variant MULTIPLICATION = new Variant(
            "pascanu13",
            "Numbers from [0, 1] with marks 1 or 0, the first in the first tenth, the second before the"
                    + " middle; the target at the last step is x1 x2. T is the shortest length, all are below 1.1 T."
                    + " Solved when fewer than 100 of 10,000 sequences have a squared error above 0.04.",
            CITATION,
            10);

    /** Fewer than 100 of 10,000. */
    private static final double SOLVED_AT_MOST = 0.0099;

    private static final int MARK = 0;
    private static final int VALUE = 1;
    private static final Measure WRONG = new Measure.SequencesBeyond(0.2);

    private final TaskDescription description;
    private final int length;
    private final Operation operation;

    private Pascanu13(Operation operation, Variant variant, int length, Standing standing, float meanTarget) {
        this.description = TaskDescription.ofNumbers(
                operation.family, variant, length, new TaskShape(length + length / 10 - 1, 2, 1), standing, meanTarget);
        this.length = length;
        this.operation = operation;
    }

    static Pascanu13 adding(int length) {
        Standing standing = new Standing.Solvable(1.0 / 24, "1/24", WRONG, SOLVED_AT_MOST);
        return new Pascanu13(Operation.SUM, ADDING, length, standing, 0.5f);
    }

    static Pascanu13 multiplication(int length) {
        Standing standing = new Standing.Solvable(7.0 / 144, "7/144", WRONG, SOLVED_AT_MOST);
        return new Pascanu13(Operation.PRODUCT, MULTIPLICATION, length, standing, 0.25f);
    }

    @Override
    public TaskDescription description() {
        return description;
    }

    @Override
    public void write(Split split, long n, int b, BatchBuffer batch, RandomStream stream) {
        int last = length + stream.nextInt(length / 10) - 1;
        int tenth = (last + 1) / 10;
        int i = stream.nextInt(tenth);
        int j = tenth + stream.nextInt(4 * (last + 1) / 10);
        float result = operation.neutral;
        for (int t = 0; t <= last; t++) {
            float u = (float) stream.uniform(0, 1);
            batch.input(t, b, VALUE, u);
            if (t == i || t == j) {
                batch.input(t, b, MARK, 1f);
                result = operation.of(result, u);
            }
        }
        batch.target(last, b, 0, operation == Operation.SUM ? result / 2 : result);
    }
}
