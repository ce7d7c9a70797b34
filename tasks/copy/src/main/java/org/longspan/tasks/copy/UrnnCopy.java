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
 * The copy task of the unitary networks: ten symbols of eight, a long blank, a delimiter, the ten symbols again.
 *
 * <pre>
 *   t               0 .. 9    10 .. T+8   T+9         T+10 .. T+19
 *   x(t), one-hot   s1..s10   blank       delimiter   blank
 *   y(t)            blank     blank       blank       s1..s10
 *   blank = 0,  s ~ U{1 .. 8},  delimiter = 9: ten inputs, nine classes
 * </pre>
 *
 * <p>The loss is the mean cross-entropy over all T + 20 steps. Chance knows the step: it says blank up to T+9 and
 * then each symbol with probability 1/8, which costs 10 ln 8 / (T + 20).
 *
 * <p>Source: Arjovsky, Shah, Bengio, "Unitary Evolution Recurrent Neural Networks", ICML 2016, and its
 * published code: the delimiter stands at T+9 and the recall begins at the step after it. Some later papers recall on
 * the delimiter itself, at the same length and the same chance. The paper has no solved criterion, only curves; this
 * one is that of memorization: at most 1 % of the sequences with a wrong symbol anywhere.
 */
final class UrnnCopy implements SequenceTask {

    static final String CITATION = "Arjovsky, Shah, Bengio (2016). Unitary Evolution Recurrent Neural Networks. ICML.";

    static final Variant VARIANT = new Variant(
            "urnn",
            "Ten symbols of eight, T - 1 blanks, a delimiter, ten blanks; the targets are T + 10 blanks and"
                    + " the ten symbols. T is the delay, a sequence has T + 20 steps. Solved when at most 1 % of the"
                    + " sequences have a wrong symbol.",
            CITATION,
            1);

    private static final int PLACES = 10;
    private static final int SYMBOLS = 8;
    private static final int BLANK = 0;
    private static final int DELIMITER = 9;

    private final TaskDescription description;
    private final int recall; // the step at which it begins

    UrnnCopy(int length) {
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
            batch.input(t, b, t == recall - 1 ? DELIMITER : BLANK, 1f);
        }
    }
}
