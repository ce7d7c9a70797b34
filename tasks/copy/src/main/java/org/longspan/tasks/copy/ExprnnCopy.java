package org.longspan.tasks.copy;

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
 * The copy task with its recall on the delimiter itself.
 *
 * <pre>
 *   t               0 .. 9    10 .. T+9   T+10        T+11 .. T+19
 *   x(t), one-hot   s1..s10   blank       delimiter   blank
 *   y(t)            blank     blank       s1          s2..s10
 *   blank = 0,  s ~ U{1 .. 8},  delimiter = 9: ten inputs, nine classes
 * </pre>
 *
 * <p>The loss is the mean cross-entropy over all T + 20 steps. Chance knows the step: it says blank up to T+9 and
 * then each symbol with probability 1/8, which costs 10 ln 8 / (T + 20).
 *
 * <p>Source: the published code of Lezcano-Casado and Martinez-Rubio, "Cheap Orthogonal Constraints in Neural
 * Networks", ICML 2019, whose delay L is T here. The criterion is that of {@link UrnnCopy}.
 *
 * <p>Not to be confused with {@link UrnnCopy}, of the same length, the same targets and the same chance: there the
 * delimiter comes one step before the recall.
 */
final class ExprnnCopy implements SequenceTask {

    static final String CITATION = "Lezcano-Casado, Martinez-Rubio (2019). Cheap Orthogonal Constraints in Neural"
            + " Networks: A Simple Parametrization of the Orthogonal and Unitary Group. ICML.";

    static final Variant VARIANT = new Variant(
            "exprnn",
            "Ten symbols of eight, T blanks, a delimiter, nine blanks; the targets are T + 10 blanks and the"
                    + " ten symbols, the first of them on the delimiter. T is the delay, a sequence has T + 20 steps."
                    + " Solved when at most 1 % of the sequences have a wrong symbol.",
            CITATION,
            1);

    private static final int PLACES = 10;
    private static final int SYMBOLS = 8;
    private static final int BLANK = 0;
    private static final int DELIMITER = 9;

    private final TaskDescription description;
    private final int recall; // the step of the delimiter, at which it begins

    ExprnnCopy(int length) {
        this.recall = length + PLACES;
        int steps = length + 2 * PLACES;
        double chance = PLACES * StrictMath.log(SYMBOLS) / steps;
        this.description = new TaskDescription(
                CopyProvider.NAME,
                VARIANT.name(),
                length,
                steps,
                SYMBOLS + 2,
                SYMBOLS + 1,
                LossKind.SOFTMAX_CROSS_ENTROPY,
                new Standing.Solvable(chance, "10 ln 8 / (T + 20)", new Measure.SequencesMisclassified(), 0.01),
                CITATION,
                new float[0],
                Map.of());
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
            batch.input(t, b, t == recall ? DELIMITER : BLANK, 1f);
        }
    }
}
