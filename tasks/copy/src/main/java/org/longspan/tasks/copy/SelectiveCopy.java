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
 * Selective copying: sixteen symbols lie scattered among T blanks and are repeated in their order.
 *
 * <pre>
 *   t               0 .. T+15                                   T+16 .. T+31
 *   x(t), one-hot   s1..s16 at 16 of these steps, else blank    marker
 *   y(t)            not read out                                s1..s16
 *   blank = 0,  s ~ U{1 .. 14},  marker = 15: sixteen inputs, sixteen classes; all sets of 16 steps equally probable
 * </pre>
 *
 * <p>The loss is the mean cross-entropy over the sixteen steps of the recall. Chance predicts each of the fourteen
 * symbols with probability 1/14, whatever T is.
 *
 * <p>Source: Gu, Dao, "Mamba: Linear-Time Sequence Modeling with Selective State Spaces", 2023: 16 symbols to remember,
 * an alphabet of 16 that contains the blank, length 4096. Layout, marker and loss are those of the generator in the
 * published code of S4, whose number of noise tokens is T. The paper does not say whether its 4096 counts the recall;
 * here a sequence has T + 32 steps. It has no solved criterion either, only accuracies; this one is that of
 * {@link FixedDelayCopy}.
 *
 * <p>Not to be confused with the copy tasks in which the symbols stand together: there a network can keep what came
 * first and need not look at what it reads.
 */
final class SelectiveCopy implements SequenceTask {

    static final String CITATION =
            "Gu, Dao (2023). Mamba: Linear-Time Sequence Modeling with Selective State Spaces. arXiv:2312.00752.";

    static final Variant VARIANT = new Variant(
            "selective",
            "Sixteen symbols of fourteen at random steps among T blanks, then sixteen markers, on which the"
                    + " symbols are asked for in their order; only these steps are read out. T is the number of blanks,"
                    + " a sequence has T + 32 steps. Solved when at most 1 % of the sequences have a wrong symbol.",
            CITATION,
            1);

    private static final int PLACES = 16;
    private static final int SYMBOLS = 14;
    private static final int BLANK = 0;
    private static final int MARKER = 15;

    private final TaskDescription description;
    private final int recall; // the step of the first marker, at which it begins

    SelectiveCopy(int length) {
        this.recall = length + PLACES;
        this.description = TaskDescription.ofClasses(
                CopyProvider.NAME,
                VARIANT,
                length,
                new TaskShape(length + 2 * PLACES, SYMBOLS + 2, SYMBOLS + 2),
                new Standing.Solvable(StrictMath.log(SYMBOLS), "ln 14", new Measure.SequencesMisclassified(), 0.01));
    }

    @Override
    public TaskDescription description() {
        return description;
    }

    /**
     * Takes each step with probability (symbols still to place) / (steps still to come): every set is equally probable.
     */
    @Override
    public void write(Split split, long n, int b, BatchBuffer batch, RandomStream stream) {
        int place = 0;
        for (int t = 0; t < recall; t++) {
            if (stream.nextInt(recall - t) < PLACES - place) {
                int symbol = 1 + stream.nextInt(SYMBOLS);
                batch.input(t, b, symbol, 1f);
                batch.input(recall + place, b, MARKER, 1f);
                batch.target(recall + place, b, symbol);
                place++;
            } else {
                batch.input(t, b, BLANK, 1f);
            }
        }
    }
}
