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
 * Temporal order of Hessian-free optimization, with K = 2 or 3 marked symbols.
 *
 * <pre>
 *   x(t), one-hot of 8,  t = 0 .. L,  L ~ U{T .. T + T/10 - 1}
 *   start at 0, trigger at L-1 (K = 2) or L (K = 3), then X or Y at t1 .. tK, distractors ~ U{0 .. 3} elsewhere
 *   K = 2: t1 ~ U{T/100 .. T/10},  t2 ~ U{40T/100 .. T/2}
 *   K = 3: t1 ~ U{T/100 .. T/10},  t2 ~ U{30T/100 .. 40T/100},  t3 ~ U{T/2 .. 60T/100},  quotients rounded down
 *   s1 = n mod 2,  s2 = n/2 mod 2,  s3 = n/4 mod 2,  X = 0, Y = 1
 *   y(L) = 2 s1 + s2  or  s1 + 2 s2 + 4 s3
 * </pre>
 *
 * <p>Chance is ln 4 or ln 8: all classes are equally probable at whatever step the question comes.
 *
 * <p>Source: Martens, Sutskever, "Learning recurrent neural networks with Hessian-free optimization", ICML 2011, in the
 * form of Sutskever's released code: the target is at step L, so a sequence has L + 1 steps, and after the trigger of
 * two symbols one more distractor comes; the bounds of t1 .. tK are themselves drawn; below T = 100 the first symbol
 * may fall on step 0 and then takes the start's place. The classes are those of the sequence's place in its minibatch,
 * which balances every minibatch: here those of its number n, the same where the size of minibatches is a multiple of 4
 * or 8. The task is solved at 1 % wrong of 10,000, the criterion that Pascanu, Mikolov and Bengio report of the paper;
 * the code's demonstration runs until it is under 0.1 %.
 *
 * <p>Not to be confused with {@link Pascanu13Order}, which has no start and no trigger.
 */
final class Martens11Order implements SequenceTask {

    static final String CITATION = "Martens, Sutskever (2011). Learning recurrent neural networks with Hessian-free"
            + " optimization. ICML; conventions of the released code.";

    static final Variant TWO = new Variant(
            "martens11-2",
            "Four distractors after a start and up to a trigger, with X or Y once from T/100 to T/10 and once"
                    + " from 40 T/100 to T/2; the target at the last step, after the trigger, is one of 4 classes. T is"
                    + " the index of the shortest sequence's last step, all are below 1.1 T. Solved when at most 1 % of"
                    + " the sequences are wrong.",
            CITATION,
            10); // a tenth must hold a length

    static final Variant THREE = new Variant(
            "martens11-3",
            "Four distractors after a start and up to a trigger, with X or Y once from T/100 to T/10, from 30"
                    + " T/100 to 40 T/100 and from T/2 to 60 T/100; the target at the last step, that of the trigger,"
                    + " is one of 8 classes. T is the index of the shortest sequence's last step, all are below 1.1 T."
                    + " Solved when at most 1 % of the sequences are wrong.",
            CITATION,
            10);

    private static final int DISTRACTORS = 4; // 0 to 3, then:
    private static final int X = 4;
    private static final int TRIGGER = 6;
    private static final int START = 7;
    private static final int SYMBOLS = 8;

    private final TaskDescription description;
    private final int length;
    private final Places places;
    private final boolean two;

    private Martens11Order(Variant variant, int length, Places places) {
        this.length = length;
        this.places = places;
        this.two = variant.equals(TWO);
        int classes = places.classes();
        this.description = TaskDescription.ofClasses(
                OrderProvider.NAME,
                variant,
                length,
                new TaskShape(length + length / 10, SYMBOLS, classes),
                new Standing.Solvable(
                        StrictMath.log(classes), "ln " + classes, new Measure.SequencesMisclassified(), 0.01));
    }

    static Martens11Order two(int length) {
        return new Martens11Order(
                TWO, length, Places.between(length / 100, length / 10, tenths(4, length), length / 2));
    }

    static Martens11Order three(int length) {
        return new Martens11Order(
                THREE,
                length,
                Places.between(
                        length / 100,
                        length / 10,
                        tenths(3, length),
                        tenths(4, length),
                        length / 2,
                        tenths(6, length)));
    }

    private static int tenths(int count, int length) {
        return (int) ((long) count * length / 10);
    }

    @Override
    public TaskDescription description() {
        return description;
    }

    @Override
    public void write(Split split, long n, int b, BatchBuffer batch, RandomStream stream) {
        int last = length + stream.nextInt(length / 10);
        int trigger = two ? last - 1 : last;
        int k = 0;
        int next = places.draw(k, stream);
        for (int t = 0; t <= last; t++) {
            int symbol = t == 0 ? START : t == trigger ? TRIGGER : stream.nextInt(DISTRACTORS);
            if (t == next) {
                symbol = X + bit(n, k);
                next = places.draw(++k, stream);
            }
            batch.input(t, b, symbol, 1f);
        }
        batch.target(last, b, two ? 2 * bit(n, 0) + bit(n, 1) : (int) (n & 7));
    }

    private static int bit(long n, int k) {
        return (int) (n >> k) & 1;
    }
}
