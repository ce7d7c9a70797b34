package org.longspan.tasks.adding;

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
 * The adding problem of the paper that brought gradient clipping to recurrent networks.
 *
 * <pre>
 *   x(t) = (m(t), u(t)),  u(t) ~ U[0, 1),  m(i) = m(j) = 1, all other m(t) = 0,  t = 0 .. L-1
 *   L ~ U{T .. T + T/10 - 1},  i ~ U{0 .. L/10 - 1},  j ~ U{L/10 .. L/10 + 4L/10 - 1}, quotients rounded down
 *   y(L-1) = (u(i) + u(j)) / 2
 * </pre>
 *
 * <p>Chance is the constant 1/2: (1/12 + 1/12) / 4 = 1/24.
 *
 * <p>Source: Pascanu, Mikolov, Bengio, "On the difficulty of training recurrent neural networks", ICML 2013, and its
 * published code, whose order of inputs, lengths and marks these are; there one length serves a whole minibatch, here
 * each sequence has its own. A sequence is wrong when its <b>squared</b> error is above 0.04, that is an error above
 * 0.2: five times what Hochreiter and Schmidhuber allow on a target of the same spread. The task is solved when fewer
 * than 100 of 10,000 sequences are wrong.
 */
final class Pascanu13Adding implements SequenceTask {

    static final String CITATION =
            "Pascanu, Mikolov, Bengio (2013). On the difficulty of training recurrent neural networks. ICML.";

    static final Variant VARIANT = new Variant(
            "pascanu13",
            "Numbers from [0, 1] with marks 1 or 0, the first in the first tenth, the second before the"
                    + " middle; the target at the last step is (x1 + x2)/2. T is the shortest length, all are below"
                    + " 1.1 T. Solved when fewer than 100 of 10,000 sequences have a squared error above 0.04.",
            CITATION,
            10); // a tenth must hold a mark

    /** Fewer than 100 of 10,000. */
    private static final double SOLVED_AT_MOST = 0.0099;

    private static final int MARK = 0;
    private static final int VALUE = 1;

    private final TaskDescription description;
    private final int length;

    Pascanu13Adding(int length) {
        this.length = length;
        this.description = new TaskDescription(
                AddingProvider.NAME,
                VARIANT.name(),
                length,
                length + length / 10 - 1,
                2,
                1,
                LossKind.SQUARED_ERROR,
                new Standing.Solvable(1.0 / 24, "1/24", new Measure.SequencesBeyond(0.2), SOLVED_AT_MOST),
                CITATION,
                new float[] {0.5f},
                Map.of());
    }

    @Override
    public TaskDescription description() {
        return description;
    }

    @Override
    public void write(Split split, long n, int b, BatchBuffer batch, RandomStream stream) {
        int last = length + stream.nextInt(length / 10) - 1;
        int tenth = (last + 1) / 10;
        int i = stream.nextInt(tenth);
        int j = tenth + stream.nextInt(4 * (last + 1) / 10);
        float sum = 0;
        for (int t = 0; t <= last; t++) {
            float u = (float) stream.uniform(0, 1);
            batch.input(t, b, VALUE, u);
            if (t == i || t == j) {
                batch.input(t, b, MARK, 1f);
                sum += u;
            }
        }
        batch.target(last, b, 0, sum / 2);
    }
}
