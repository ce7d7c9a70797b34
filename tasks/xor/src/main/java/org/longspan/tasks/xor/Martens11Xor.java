package org.longspan.tasks.xor;

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
 * The exclusive or of two marked bits. Neither bit alone says anything about the target, so a network gains nothing by
 * learning one of them first.
 *
 * <pre>
 *   x(t) = (u(t), m(t)),  u(t) ~ U{0, 1},  t = 0 .. L,  L ~ U{50T/100 .. 55T/100 - 1}
 *   i ~ U{T/100 .. 10T/100 - 1},  j ~ U{15T/100 .. 25T/100 - 1},  all quotients rounded down
 *   m(0) = m(L-3) = -1, then m(i) = m(j) = 1, all other m(t) = 0
 *   y(L) = 1 if u(i) and u(j) differ, else 0
 * </pre>
 *
 * <p>Chance is ln 2: both classes are equally probable at whatever step the question comes.
 *
 * <p>Source: Martens, Sutskever, "Learning recurrent neural networks with Hessian-free optimization", ICML 2011, in the
 * form of Sutskever's released code. There T is the T of the other problems and <b>twice</b> the length: at T = 100 the
 * target is at steps 50 to 54. Below T = 100 the first mark may fall on step 0 and then takes the place of its -1. The
 * code has one logistic output under cross-entropy; here there are two outputs under a softmax, which is the same loss:
 * the difference of the two is the one's logit. A sequence is wrong when the more probable class is. The task is solved
 * at 1 % wrong of 10,000, the criterion that Pascanu, Mikolov, Bengio, "On the difficulty of training recurrent neural
 * networks", report of the paper; the code's demonstration runs until it is under 0.1 %.
 *
 * <p>Not to be confused with the parity of a whole sequence, where every bit counts.
 */
final class Martens11Xor implements SequenceTask {

    static final String CITATION = "Martens, Sutskever (2011). Learning recurrent neural networks with Hessian-free"
            + " optimization. ICML; conventions of the released code.";

    static final Variant VARIANT = new Variant(
            "martens11",
            "Random bits with marks 1 or 0, and -1 on the first and three steps before the last, the first mark"
                    + " 1 before T/10, the second from 15 T/100 on and before T/4; the target at the last step is 1 if"
                    + " the two marked bits differ, else 0. T is twice the length: the last step's index is from T/2"
                    + " on and below 55 T/100. Solved when at most 1 % of the sequences are wrong.",
            CITATION,
            20); // T/20 must hold a length

    private static final int VALUE = 0;
    private static final int MARK = 1;

    private final TaskDescription description;
    private final int length;

    Martens11Xor(int length) {
        this.length = length;
        this.description = TaskDescription.ofClasses(
                XorProvider.NAME,
                VARIANT,
                length,
                new TaskShape(hundredths(55), 2, 2),
                new Standing.Solvable(StrictMath.log(2), "ln 2", new Measure.SequencesMisclassified(), 0.01));
    }

    @Override
    public TaskDescription description() {
        return description;
    }

    @Override
    public void write(Split split, long n, int b, BatchBuffer batch, RandomStream stream) {
        int last = uniform(50, 55, stream);
        int i = uniform(1, 10, stream);
        int j = uniform(15, 25, stream);
        batch.input(0, b, MARK, -1f);
        batch.input(last - 3, b, MARK, -1f);
        int differ = 0;
        for (int t = 0; t <= last; t++) {
            int bit = stream.nextInt(2);
            batch.input(t, b, VALUE, bit);
            if (t == i || t == j) {
                batch.input(t, b, MARK, 1f);
                differ ^= bit;
            }
        }
        batch.target(last, b, differ);
    }

    /** Returns a step from the one hundredths of T on and below the other. */
    private int uniform(int from, int to, RandomStream stream) {
        return hundredths(from) + stream.nextInt(hundredths(to) - hundredths(from));
    }

    private int hundredths(int count) {
        return (int) ((long) count * length / 100);
    }
}
