package org.longspan.tasks.order;

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
 * Temporal order of the paper that brought gradient clipping to recurrent networks, with K = 2 or 3 marked symbols.
 *
 * <pre>
 *   x(t), one-hot of 6,  t = 0 .. T-1:  A or B at t1 .. tK, distractors ~ U{2 .. 5} elsewhere
 *   K = 2: t1 ~ U{T/10 .. T/10 + T/10 - 1},  t2 ~ U{T/2 .. T/2 + T/10 - 1}
 *   K = 3: t1 likewise,  t2 ~ U{3T/10 .. 3T/10 + T/10 - 1},  t3 ~ U{6T/10 .. 6T/10 + T/10 - 1},  rounded down
 *   s ~ U{0, 1},  A = 0, B = 1
 *   y(T-1) = s1 + 2 s2 (+ 4 s3)
 * </pre>
 *
 * <p>Chance is ln 4 or ln 8.
 *
 * <p>Source: Pascanu, Mikolov, Bengio, "On the difficulty of training recurrent neural networks", ICML 2013, and its
 * published code, which this follows where they disagree: of two symbols the paper's supplement has the second one
 * between 4T/10 and 5T/10, a tenth earlier. T is the length of every sequence; the paper's mixed lengths are drawn
 * outside the task. A sequence is wrong when the most active output is not its class; the task is solved when fewer
 * than 100 of 10,000 are wrong.
 *
 * <p>Not to be confused with {@link Martens11Order} and {@link Hochreiter97Order}, which have a start and a trigger.
 */
final class Pascanu13Order implements SequenceTask {

    static final String CITATION =
            "Pascanu, Mikolov, Bengio (2013). On the difficulty of training recurrent neural networks. ICML;"
                    + " conventions of the published code.";

    static final Variant TWO = new Variant(
            "pascanu13-2",
            "Four distractors, with A or B once in the second and once in the sixth tenth; the target at the"
                    + " last step is one of 4 classes. T is the length. Solved when fewer than 100 of 10,000 sequences"
                    + " are wrong.",
            CITATION,
            10); // a tenth must hold a symbol

    static final Variant THREE = new Variant(
            "pascanu13-3",
            "Four distractors, with A or B once in the second, in the fourth and in the seventh tenth; the"
                    + " target at the last step is one of 8 classes. T is the length. Solved when fewer than 100 of"
                    + " 10,000 sequences are wrong.",
            CITATION,
            10);

    /** Fewer than 100 of 10,000. */
    private static final double SOLVED_AT_MOST = 0.0099;

    private static final int MARKED = 2; // A = 0, B = 1, then:
    private static final int DISTRACTORS = 4;

    private final TaskDescription description;
    private final int length;
    private final Places places;

    private Pascanu13Order(Variant variant, int length, Places places) {
        this.length = length;
        this.places = places;
        int classes = places.classes();
        this.description = TaskDescription.ofClasses(
                OrderProvider.NAME,
                variant,
                length,
                new TaskShape(length, MARKED + DISTRACTORS, classes),
                new Standing.Solvable(
                        StrictMath.log(classes),
                        "ln " + classes,
                        new Measure.SequencesMisclassified(),
                        SOLVED_AT_MOST));
    }

    static Pascanu13Order two(int length) {
        int tenth = length / 10;
        int second = length / 2;
        return new Pascanu13Order(TWO, length, Places.between(tenth, tenth + tenth - 1, second, second + tenth - 1));
    }

    static Pascanu13Order three(int length) {
        int tenth = length / 10;
        int second = (int) (3L * length / 10);
        int third = (int) (6L * length / 10);
        return new Pascanu13Order(
                THREE,
                length,
                Places.between(tenth, tenth + tenth - 1, second, second + tenth - 1, third, third + tenth - 1));
    }

    @Override
    public TaskDescription description() {
        return description;
    }

    @Override
    public void write(Split split, long n, int b, BatchBuffer batch, RandomStream stream) {
        int order = 0;
        int k = 0;
        int next = places.draw(k, stream);
        for (int t = 0; t < length; t++) {
            int symbol = MARKED + stream.nextInt(DISTRACTORS);
            if (t == next) {
                symbol = stream.nextInt(MARKED);
                order += symbol << k;
                next = places.draw(++k, stream);
            }
            batch.input(t, b, symbol, 1f);
        }
        batch.target(length - 1, b, order);
    }
}
