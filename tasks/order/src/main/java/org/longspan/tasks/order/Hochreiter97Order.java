package org.longspan.tasks.order;

import java.util.Arrays;
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
 * Temporal order as it was first published, with K = 2 or 3 marked symbols.
 *
 * <pre>
 *   t               0   t1 .. tK   L-1   all other steps
 *   x(t), one-hot   E   X or Y     B     a, b, c or d           eight symbols, all choices uniform
 *   L ~ U{T .. T + T/10}
 *   K = 2: t1 ~ U{T/10 .. T/10 + T/10},  t2 ~ U{T/2 .. T/2 + T/10}
 *   K = 3: t1 likewise,  t2 ~ U{33T/100 .. 33T/100 + T/10},  t3 ~ U{66T/100 .. 66T/100 + T/10}
 *   y(L-1) = one-hot of the class s1 .. sK read as a binary number, X = 0, Y = 1: 2^K outputs
 * </pre>
 *
 * <p>The loss is the squared error, the mean over the C = 2^K outputs. Chance is the constant 1/C at each of them:
 * 1/C (1 - 1/C), which is 3/16 and 7/64.
 *
 * <p>Source: Hochreiter, Schmidhuber, "Long Short-Term Memory", Neural Computation 9(8), 1997, experiments 6a and 6b.
 * The paper has lengths of 100 to 110 only; other T scale all of its numbers, quotients rounded down. Its positions
 * are counted here from 0, the step of E. Its outputs are logistic and here linear. A sequence is right when the
 * error of every output is below 0.3. The paper stops on-line, when the last 2000 training sequences were right and
 * the mean error was below 0.1; on fresh sequences the first is at most 1 % wrong, as in its adding problem.
 *
 * <p>Not to be confused with the later forms, {@link Martens11Order} and {@link Pascanu13Order}, which have a softmax.
 */
final class Hochreiter97Order implements SequenceTask {

    private static final String PAPER =
            "Hochreiter, Schmidhuber (1997). Long Short-Term Memory. Neural Computation 9(8), ";

    static final Variant TWO = new Variant(
            "hochreiter97-2",
            "Symbols of a, b, c, d between an E and a B, with X or Y once in the second and once in the sixth"
                    + " tenth; the target at the last step is one of 4 classes, one-hot under a squared error. T is"
                    + " the shortest length, 1.1 T the longest. Solved when at most 1 % of the sequences have an output"
                    + " that is off by more than 0.3.",
            PAPER + "experiment 6a.",
            10); // a tenth must be a step

    static final Variant THREE = new Variant(
            "hochreiter97-3",
            "Symbols of a, b, c, d between an E and a B, with X or Y from each of T/10, 33 T/100 and 66 T/100"
                    + " on within a tenth; the target at the last step is one of 8 classes, one-hot under a squared"
                    + " error. T is the shortest length, 1.1 T the longest. Solved when at most 1 % of the sequences"
                    + " have an output that is off by more than 0.3.",
            PAPER + "experiment 6b.",
            10);

    private static final int DISTRACTORS = 4; // 0 to 3, then:
    private static final int X = 4;
    private static final int TRIGGER = 6; // B
    private static final int START = 7; // E
    private static final int SYMBOLS = 8;

    private final TaskDescription description;
    private final int length;
    private final Places places;

    private Hochreiter97Order(Variant variant, int length, Places places, String chanceFormula) {
        this.length = length;
        this.places = places;
        int classes = places.classes();
        double chance = (classes - 1.0) / classes / classes;
        float[] meanTarget = new float[classes];
        Arrays.fill(meanTarget, 1f / classes);
        this.description = TaskDescription.ofNumbers(
                OrderProvider.NAME,
                variant,
                length,
                new TaskShape(length + length / 10, SYMBOLS, classes),
                new Standing.Solvable(chance, chanceFormula, new Measure.SequencesBeyond(0.3), 0.01),
                meanTarget);
    }

    static Hochreiter97Order two(int length) {
        int tenth = length / 10;
        int second = length / 2;
        return new Hochreiter97Order(
                TWO, length, Places.between(tenth, tenth + tenth, second, second + tenth), "1/4 (1 - 1/4)");
    }

    static Hochreiter97Order three(int length) {
        int tenth = length / 10;
        int second = (int) (33L * length / 100);
        int third = (int) (66L * length / 100);
        return new Hochreiter97Order(
                THREE,
                length,
                Places.between(tenth, tenth + tenth, second, second + tenth, third, third + tenth),
                "1/8 (1 - 1/8)");
    }

    @Override
    public TaskDescription description() {
        return description;
    }

    @Override
    public void write(Split split, long n, int b, BatchBuffer batch, RandomStream stream) {
        int last = length + stream.nextInt(length / 10 + 1) - 1;
        int order = 0;
        int k = 0;
        int next = places.draw(k, stream);
        batch.input(0, b, START, 1f);
        for (int t = 1; t < last; t++) {
            if (t == next) {
                int y = stream.nextInt(2);
                batch.input(t, b, X + y, 1f);
                order = 2 * order + y;
                next = places.draw(++k, stream);
            } else {
                batch.input(t, b, stream.nextInt(DISTRACTORS), 1f);
            }
        }
        batch.input(last, b, TRIGGER, 1f);
        for (int o = 0; o < places.classes(); o++) {
            batch.target(last, b, o, o == order ? 1f : 0f);
        }
    }
}
