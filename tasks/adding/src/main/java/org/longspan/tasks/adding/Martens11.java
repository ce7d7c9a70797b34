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
 * The adding and the multiplication problem of Hessian-free optimization.
 *
 * <pre>
 *   x(t) = (u(t), m(t)),  u(t) ~ U[0, 1),  t = 0 .. L,  L ~ U{T .. T + T/10 - 1}
 *   i ~ U{T/100 .. T/10 - 1},  j ~ U{T/10 .. T/2 - 1},  all quotients rounded down
 *   m(0) = m(L-3) = -1, then m(i) = m(j) = 1, all other m(t) = 0
 *   y(L) = u(i) + u(j)  or  u(i) · u(j)
 * </pre>
 *
 * <p>Chance in adding is the constant 1: 1/12 + 1/12 = 1/6; in multiplication the constant 1/4: 1/9 - 1/16 = 7/144.
 *
 * <p>Source: Martens, Sutskever, "Learning recurrent neural networks with Hessian-free optimization", ICML 2011, in the
 * form of Sutskever's released code: the target is at step L, so a sequence has L + 1 steps; a mark of -1 three steps
 * before announces it; below T = 100 the first mark may fall on step 0 and then takes the place of its -1. Its loss is
 * half the squared error, here it is the squared error. A sequence is wrong when its error is above 0.04. The task is
 * solved at 1 % wrong of 10,000, the criterion that Pascanu, Mikolov and Bengio report of the paper; the code's
 * demonstration runs until it is under 0.1 %. Sutskever, Martens, Dahl, Hinton, "On the importance of initialization
 * and momentum in deep learning", ICML 2013, has the same task and describes marks of 0 and 1 alone.
 *
 * <p>Not to be confused with {@link Hochreiter97}, whose second mark of -1 is on the last step.
 */
final class Martens11 implements SequenceTask {

    static final String CITATION = "Martens, Sutskever (2011). Learning recurrent neural networks with Hessian-free"
            + " optimization. ICML; conventions of the released code.";

    static final Variant ADDING = new Variant(
            "martens11",
            "Numbers from [0, 1] with marks 1 or 0, and -1 on the first and three steps before the last, the"
                    + " first mark 1 in the first tenth, the second before the middle; the target at the last step is"
                    + " x1 + x2. T is the index of the shortest sequence's last step, all are below 1.1 T. Solved"
                    + " when at most 1 % of the sequences are off by more than 0.04.",
            CITATION,
            10); // a tenth must hold a mark

    static final Variant MULTIPLICATION = new Variant(
            "martens11",
            "Numbers from [0, 1] with marks 1 or 0, and -1 on the first and three steps before the last, the"
                    + " first mark 1 in the first tenth, the second before the middle; the target at the last step is"
                    + " x1 x2. T is the index of the shortest sequence's last step, all are below 1.1 T. Solved when"
                    + " at most 1 % of the sequences are off by more than 0.04.",
            CITATION,
            10);

    private static final int VALUE = 0;
    private static final int MARK = 1;
    private static final Measure WRONG = new Measure.SequencesBeyond(0.04);

    private final TaskDescription description;
    private final int length;
    private final Operation operation;

    private Martens11(Operation operation, Variant variant, int length, Standing standing, float meanTarget) {
        this.description = TaskDescription.ofNumbers(
                operation.family, variant, length, new TaskShape(length + length / 10, 2, 1), standing, meanTarget);
        this.length = length;
        this.operation = operation;
    }

    static Martens11 adding(int length) {
        Standing standing = new Standing.Solvable(1.0 / 6, "1/6", WRONG, 0.01);
        return new Martens11(Operation.SUM, ADDING, length, standing, 1f);
    }

    static Martens11 multiplication(int length) {
        Standing standing = new Standing.Solvable(7.0 / 144, "7/144", WRONG, 0.01);
        return new Martens11(Operation.PRODUCT, MULTIPLICATION, length, standing, 0.25f);
    }

    @Override
    public TaskDescription description() {
        return description;
    }

    @Override
    public void write(Split split, long n, int b, BatchBuffer batch, RandomStream stream) {
        int tenth = length / 10;
        int last = length + stream.nextInt(tenth);
        int i = length / 100 + stream.nextInt(tenth - length / 100);
        int j = tenth + stream.nextInt(length / 2 - tenth);
        batch.input(0, b, MARK, -1f);
        batch.input(last - 3, b, MARK, -1f);
        float result = operation.neutral;
        for (int t = 0; t <= last; t++) {
            float u = (float) stream.uniform(0, 1);
            batch.input(t, b, VALUE, u);
            if (t == i || t == j) {
                batch.input(t, b, MARK, 1f);
                result = operation.of(result, u);
            }
        }
        batch.target(last, b, 0, result);
    }
}
