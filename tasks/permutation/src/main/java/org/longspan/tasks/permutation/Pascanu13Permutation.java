package org.longspan.tasks.permutation;

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
 * The random permutation problem with the question at its end alone.
 *
 * <pre>
 *   x(t) = s(t), one-hot,  t = 0 .. T-1,  s(0) ~ U{0, 1},  s(1) .. s(T-1) ~ U{2 .. 99}:  100 inputs
 *   y(T-1) = s(0):  100 classes
 * </pre>
 *
 * <p>Chance is ln 2: of the 100 classes only two ever occur, and the best predictor without inputs knows which.
 *
 * <p>Source: Pascanu, Mikolov, Bengio, "On the difficulty of training recurrent neural networks", ICML 2013, and its
 * published code, whose loss is of the last symbol alone. A sequence is wrong when the most active output is not its
 * first symbol; the task is solved when fewer than 100 of 10,000 are wrong.
 *
 * <p>Not to be confused with {@link Martens11Permutation}, whose loss is of every step.
 */
final class Pascanu13Permutation implements SequenceTask {

    static final String CITATION =
            "Pascanu, Mikolov, Bengio (2013). On the difficulty of training recurrent neural networks. ICML;"
                    + " conventions of the published code.";

    static final Variant VARIANT = new Variant(
            "pascanu13",
            "One of two symbols, then T - 1 random ones of 98 others; the target at the last step is the first"
                    + " symbol, of 100 classes. T is the length. Solved when fewer than 100 of 10,000 sequences are"
                    + " wrong.",
            CITATION,
            2);

    /** Fewer than 100 of 10,000. */
    private static final double SOLVED_AT_MOST = 0.0099;

    private static final int KEPT = 2;
    private static final int SYMBOLS = 100;

    private final TaskDescription description;
    private final int length;

    Pascanu13Permutation(int length) {
        this.length = length;
        this.description = TaskDescription.ofClasses(
                PermutationProvider.NAME,
                VARIANT,
                length,
                new TaskShape(length, SYMBOLS, SYMBOLS),
                new Standing.Solvable(
                        StrictMath.log(KEPT), "ln 2", new Measure.SequencesMisclassified(), SOLVED_AT_MOST));
    }

    @Override
    public TaskDescription description() {
        return description;
    }

    @Override
    public void write(Split split, long n, int b, BatchBuffer batch, RandomStream stream) {
        int first = stream.nextInt(KEPT);
        batch.input(0, b, first, 1f);
        for (int t = 1; t < length; t++) {
            batch.input(t, b, KEPT + stream.nextInt(SYMBOLS - KEPT), 1f);
        }
        batch.target(length - 1, b, first);
    }
}
