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
 * The random permutation problem of Hessian-free optimization: predict the next symbol at every step, of which only the
 * last one can be predicted.
 *
 * <pre>
 *   t               0        1 .. T-2         T-1
 *   x(t), one-hot   s(0)     s(t)             s(T-1)
 *   y(t)            s(1)     s(t+1)           s(0)
 *   s(0) = n mod 2,  s(1) .. s(T-1) ~ U{2 .. 99}:  100 inputs, 100 classes
 * </pre>
 *
 * <p>The loss is the mean cross-entropy over all T steps. Chance knows the step: it predicts each of 98 symbols with
 * probability 1/98 at all but the last and each of two at the last, which costs ((T-1) ln 98 + ln 2) / T. Only ln 2 / T
 * of it can be learned away: a perfect network still pays (T-1) ln 98 / T. So those steps carry no information, and the
 * criterion looks at the last one alone.
 *
 * <p>Source: Martens, Sutskever, "Learning recurrent neural networks with Hessian-free optimization", ICML 2011, in the
 * form of Sutskever's released code. Its remark holds here too: the name is wrong, for the symbols are not a
 * permutation but drawn independently. The first symbol is that of the sequence's place in its minibatch modulo 2,
 * which balances every minibatch: here that of its number n, the same where minibatches are of even size. The 0-1 loss
 * counts the last step. The task is solved at 1 % wrong of 10,000, the criterion that Pascanu, Mikolov and Bengio
 * report of the paper; the code's demonstration runs until it is under 0.1 %.
 *
 * <p>Not to be confused with {@link Pascanu13Permutation}, whose loss is that of the last step alone.
 */
final class Martens11Permutation implements SequenceTask {

    static final String CITATION = "Martens, Sutskever (2011). Learning recurrent neural networks with Hessian-free"
            + " optimization. ICML; conventions of the released code.";

    static final Variant VARIANT = new Variant(
            "martens11",
            "One of two symbols, then T - 1 random ones of 98 others; the target at every step is the next"
                    + " symbol, which nothing foretells, and at the last step the first symbol. T is the length."
                    + " Solved when at most 1 % of the last symbols are wrong.",
            CITATION,
            2);

    private static final int KEPT = 2;
    private static final int SYMBOLS = 100;

    private final TaskDescription description;
    private final int length;

    Martens11Permutation(int length) {
        this.length = length;
        double chance = ((length - 1) * StrictMath.log(SYMBOLS - KEPT) + StrictMath.log(KEPT)) / length;
        this.description = TaskDescription.ofClasses(
                PermutationProvider.NAME,
                VARIANT,
                length,
                new TaskShape(length, SYMBOLS, SYMBOLS),
                new Standing.Solvable(chance, "((T - 1) ln 98 + ln 2) / T", new Measure.SymbolsMisclassified(), 0.01));
    }

    @Override
    public TaskDescription description() {
        return description;
    }

    @Override
    public void write(Split split, long n, int b, BatchBuffer batch, RandomStream stream) {
        int first = (int) (n & 1);
        batch.input(0, b, first, 1f);
        for (int t = 1; t < length; t++) {
            int symbol = KEPT + stream.nextInt(SYMBOLS - KEPT);
            batch.input(t, b, symbol, 1f);
            batch.blank(t - 1, b, symbol);
        }
        batch.target(length - 1, b, first);
    }
}
