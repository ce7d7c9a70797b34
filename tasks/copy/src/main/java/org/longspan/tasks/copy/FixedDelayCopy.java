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
 * The copy task with a fixed delay: ten symbols of eight, a long blank, a delimiter, the ten symbols again.
 *
 * <pre>
 *   {@code urnn}
 *   t               0 .. 9    10 .. T+8   T+9         T+10 .. T+19
 *   x(t), one-hot   s1..s10   blank       delimiter   blank
 *   y(t)            blank     blank       blank       s1..s10
 *
 *   {@code exprnn}
 *   t               0 .. 9    10 .. T+9   T+10        T+11 .. T+19
 *   x(t), one-hot   s1..s10   blank       delimiter   blank
 *   y(t)            blank     blank       s1          s2..s10
 *
 *   blank = 0,  s ~ U{1 .. 8},  delimiter = 9: ten inputs, nine classes
 * </pre>
 *
 * <p>The loss is the mean cross-entropy over all T + 20 steps. Chance knows the step: it predicts blank up to T+9 and
 * then each symbol with probability 1/8, which costs 10 ln 8 / (T + 20).
 *
 * <p>Source of {@code urnn}: Arjovsky, Shah, Bengio, "Unitary Evolution Recurrent Neural Networks", ICML 2016, and its
 * published code. Source of {@code exprnn}: the published code of Lezcano-Casado and Martinez-Rubio, "Cheap Orthogonal
 * Constraints in Neural Networks", ICML 2019, whose delay L is T here. The two differ in one step alone: the recall
 * begins after the delimiter or on it. Neither paper has a solved criterion, only curves; the one here is that of
 * memorization, at most 1 % of the sequences with a wrong symbol anywhere.
 *
 * <p>Not to be confused with {@link VariableDelayCopy}, whose delimiter comes at a random step.
 */
final class FixedDelayCopy implements SequenceTask {

    static final Variant URNN = new Variant(
            "urnn",
            "Ten symbols of eight, T - 1 blanks, a delimiter, ten blanks; the targets are T + 10 blanks and"
                    + " the ten symbols. T is the delay, a sequence has T + 20 steps. Solved when at most 1 % of the"
                    + " sequences have a wrong symbol.",
            "Arjovsky, Shah, Bengio (2016). Unitary Evolution Recurrent Neural Networks. ICML.",
            1);

    static final Variant EXPRNN = new Variant(
            "exprnn",
            "Ten symbols of eight, T blanks, a delimiter, nine blanks; the targets are T + 10 blanks and the"
                    + " ten symbols, the first of them on the delimiter. T is the delay, a sequence has T + 20 steps."
                    + " Solved when at most 1 % of the sequences have a wrong symbol.",
            "Lezcano-Casado, Martinez-Rubio (2019). Cheap Orthogonal Constraints in Neural"
                    + " Networks: A Simple Parametrization of the Orthogonal and Unitary Group. ICML.",
            1);

    private static final int PLACES = 10;
    private static final int SYMBOLS = 8;
    private static final int BLANK = 0;
    private static final int DELIMITER = 9;

    private final TaskDescription description;
    private final int recall; // the step at which it begins
    private final int delimiter; // the step at which it stands

    private FixedDelayCopy(Variant variant, int length, int lead) {
        this.recall = length + PLACES;
        this.delimiter = recall - lead;
        int steps = length + 2 * PLACES;
        double chance = PLACES * StrictMath.log(SYMBOLS) / steps;
        this.description = TaskDescription.ofClasses(
                CopyProvider.NAME,
                variant,
                length,
                new TaskShape(steps, SYMBOLS + 2, SYMBOLS + 1),
                new Standing.Solvable(chance, "10 ln 8 / (T + 20)", new Measure.SequencesMisclassified(), 0.01));
    }

    /** Returns the form whose recall begins one step after the delimiter. */
    static FixedDelayCopy urnn(int length) {
        return new FixedDelayCopy(URNN, length, 1);
    }

    /** Returns the form whose recall begins on the delimiter. */
    static FixedDelayCopy exprnn(int length) {
        return new FixedDelayCopy(EXPRNN, length, 0);
    }

    @Override
    public TaskDescription description() {
        return description;
    }

    @Override
    public void write(Split split, long n, int b, BatchBuffer batch, RandomStream stream) {
        for (int place = 0; place < PLACES; place++) {
            int symbol = 1 + stream.nextInt(SYMBOLS);
            batch.input(place, b, symbol, 1f);
            batch.target(recall + place, b, symbol);
        }
        for (int t = 0; t < recall; t++) {
            batch.blank(t, b, BLANK);
        }
        for (int t = PLACES; t < recall + PLACES; t++) {
            batch.input(t, b, t == delimiter ? DELIMITER : BLANK, 1f);
        }
    }
}
