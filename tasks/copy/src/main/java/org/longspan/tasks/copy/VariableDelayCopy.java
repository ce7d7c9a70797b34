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
 * The copy task with a random delay: the network must wait for the delimiter and cannot count.
 *
 * <pre>
 *   D ~ U{1 .. T}
 *   t               0 .. 9    10 .. D+8   D+9         D+10 .. D+19   D+20 .. T+19
 *   x(t), one-hot   s1..s10   blank       delimiter   blank          blank
 *   y(t)            blank     blank       blank       s1..s10        blank
 *   blank = 0,  s ~ U{1 .. 8},  delimiter = 9: ten inputs, nine classes
 * </pre>
 *
 * <p>The loss is the mean cross-entropy over all T + 20 steps. Chance knows the step t, and with it the probability
 * p(t) = #{D: D+10 ≤ t ≤ D+19} / T that it lies in the recall. There it predicts each symbol with p/8 and blank with 1
 * - p, which costs h(p) + p ln 8, where h(p) = -p ln p - (1-p) ln(1-p); the mean over the steps is chance.
 *
 * <p>Source: the form with a randomly placed cue of Henaff, Szlam, LeCun, "Recurrent Orthogonal Networks and
 * Long-Memory Tasks", ICML 2016, in which orthogonal initialization loses its advantage. Its delay here follows Tallec
 * and Ollivier, "Can recurrent neural networks warp time?", ICLR 2018, and others: uniform from 1 to T, over the
 * encoding of Arjovsky et al. Some count the blanks and some the steps until the recall: here D is what T is in
 * {@link FixedDelayCopy} of the form {@code urnn}, so D = T gives a sequence of that task. That all sequences have T +
 * 20 steps, filled up with blanks, is Longspan's choice, and so is the criterion, that of {@link FixedDelayCopy}.
 */
final class VariableDelayCopy implements SequenceTask {

    static final String CITATION =
            "Henaff, Szlam, LeCun (2016). Recurrent Orthogonal Networks and Long-Memory Tasks. ICML;"
                    + " as in Tallec, Ollivier (2018). Can recurrent neural networks warp time? ICLR.";

    static final Variant VARIANT = new Variant(
            "variable-delay",
            "Ten symbols of eight, blanks, a delimiter after a delay from 1 to T, at the next step the ten"
                    + " symbols again, and blanks to the end. T is the longest delay, a sequence has T + 20 steps."
                    + " Solved when at most 1 % of the sequences have a wrong symbol.",
            CITATION,
            1);

    private static final int PLACES = 10;
    private static final int SYMBOLS = 8;
    private static final int BLANK = 0;
    private static final int DELIMITER = 9;

    private final TaskDescription description;
    private final int length;

    VariableDelayCopy(int length) {
        this.length = length;
        this.description = TaskDescription.ofClasses(
                CopyProvider.NAME,
                VARIANT,
                length,
                new TaskShape(length + 2 * PLACES, SYMBOLS + 2, SYMBOLS + 1),
                new Standing.Solvable(
                        chance(length),
                        "sum over t of (h(p) + p ln 8) / (T + 20), p(t) = share of the delays whose recall holds t,"
                                + " h(p) = -p ln p - (1-p) ln(1-p)",
                        new Measure.SequencesMisclassified(),
                        0.01));
    }

    private static double chance(int length) {
        double nats = 0;
        for (int t = 0; t < length + 2 * PLACES; t++) {
            int first = Math.max(1, t - 2 * PLACES + 1); // D + 19 >= t
            int last = Math.min(length, t - PLACES); // D + 10 <= t
            double p = Math.max(0, last - first + 1) / (double) length;
            nats += entropy(p) + entropy(1 - p) + p * StrictMath.log(SYMBOLS);
        }
        return nats / (length + 2 * PLACES);
    }

    private static double entropy(double p) {
        return p == 0 ? 0 : -p * StrictMath.log(p);
    }

    @Override
    public TaskDescription description() {
        return description;
    }

    @Override
    public void write(Split split, long n, int b, BatchBuffer batch, RandomStream stream) {
        int recall = PLACES + 1 + stream.nextInt(length);
        for (int place = 0; place < PLACES; place++) {
            int symbol = 1 + stream.nextInt(SYMBOLS);
            batch.input(place, b, symbol, 1f);
            batch.target(recall + place, b, symbol);
        }
        for (int t = 0; t < batch.steps(); t++) {
            if (t >= PLACES) {
                batch.input(t, b, t == recall - 1 ? DELIMITER : BLANK, 1f);
            }
            if (t < recall || t >= recall + PLACES) {
                batch.blank(t, b, BLANK);
            }
        }
    }
}
