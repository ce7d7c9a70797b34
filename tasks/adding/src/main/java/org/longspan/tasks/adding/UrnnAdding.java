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
 * The adding problem with the plain sum as its target.
 *
 * <pre>
 *   x(t) = (u(t), m(t)),  u(t) ~ U[0, 1),  m(i) = m(j) = 1, all other m(t) = 0,  t = 0 .. T-1
 *   i ~ U{0 .. T/2-1},  j ~ U{T/2 .. 2(T/2)-1},  T/2 rounded down
 *   y(T-1) = u(i) + u(j)
 * </pre>
 *
 * <p>Chance is the constant 1: Var(u(i)) + Var(u(j)) = 1/12 + 1/12 = 1/6.
 *
 * <p>Source: Arjovsky, Shah, Bengio, "Unitary Evolution Recurrent Neural Networks", ICML 2016, and its published code
 * for the marks: of an odd T the last step is never marked. The paper has no solved criterion, only curves; a mean
 * squared error of 0.01 is a sixteenth of chance.
 *
 * <p>Not to be confused with {@link Pascanu13}, whose target is the half sum, and {@link Martens11}, which allows no
 * marks after the middle.
 */
final class UrnnAdding implements SequenceTask {

    static final String CITATION = "Arjovsky, Shah, Bengio (2016). Unitary Evolution Recurrent Neural Networks. ICML.";

    static final Variant VARIANT = new Variant(
            "urnn",
            "Numbers from [0, 1] with marks 1 or 0, one mark in each half; the target at the last step is"
                    + " x1 + x2. T is the length of every sequence. Solved at a mean squared error of 0.01.",
            CITATION,
            2);

    private static final int VALUE = 0;
    private static final int MARK = 1;

    private final TaskDescription description;
    private final int length;

    UrnnAdding(int length) {
        this.length = length;
        this.description = TaskDescription.ofNumbers(
                AddingProvider.NAME,
                VARIANT,
                length,
                new TaskShape(length, 2, 1),
                new Standing.Solvable(1.0 / 6, "1/6", new Measure.Loss(), 0.01),
                1f);
    }

    @Override
    public TaskDescription description() {
        return description;
    }

    @Override
    public void write(Split split, long n, int b, BatchBuffer batch, RandomStream stream) {
        int half = length / 2;
        int i = stream.nextInt(half);
        int j = half + stream.nextInt(half);
        float sum = 0;
        for (int t = 0; t < length; t++) {
            float u = (float) stream.uniform(0, 1);
            batch.input(t, b, VALUE, u);
            if (t == i || t == j) {
                batch.input(t, b, MARK, 1f);
                sum += u;
            }
        }
        batch.target(length - 1, b, 0, sum);
    }
}
