package org.longspan.tasks.latch;

import org.longspan.numerics.random.RandomStream;
import org.longspan.task.BatchBuffer;
import org.longspan.task.SequenceTask;
import org.longspan.task.Split;
import org.longspan.task.Standing;
import org.longspan.task.TaskDescription;
import org.longspan.task.TaskShape;

/**
 * The two-sequence problem, or latch: the first N elements of a sequence show its class, the rest is noise.
 *
 * <pre>
 *   x(t) = c + e(t),  t = 0 .. N-1;  x(t) ~ N(0, 0.2),  t = N .. L-1;  L ~ U{T .. T + T/10}, T/10 rounded down
 *   c = 1 or -1, equally probable;  0.2 is a variance
 *
 *         e(t)        y(L-1), c = 1 | c = -1    solved
 *   3a    0           1 | 0                     none of 256 off by more than 0.2
 *   3b    N(0, 0.2)   1 | 0                     fewer than 6 of 256 off by more than 0.2, beside the best guess's
 *   3c    0           0.2 | 0.8                 none of 256 off by more than 0.1
 *                     in training + N(0, 0.1)
 * </pre>
 *
 * <p>Chance is the constant 0.5: 1/4, and 0.09 for 3c. There the targets of training carry noise, whose mean a network
 * must find; all other splits ask for the target without it, as the paper measures, so a training loss is 0.1 higher.
 *
 * <p>In 3b the sum s of the N first elements, s ~ N(c N, 0.2 N), is all that tells of c, and the least squared error is
 * that of the mean given s, which is off by more than 0.2 where s is not clear enough or has the wrong sign:
 *
 * <pre>
 *   E[y | s] = P(c = 1 | s) = 1 / (1 + exp(-2 s / 0.2))
 *   c = 1:  1 - E[y | s] > 0.2  where  s < ln(4) / 10
 *   P(off) = Phi((ln(4) / 10 - N) / sqrt(0.2 N)) = 2.70 %, 0.16 %, 0.01 %  for N = 1, 2, 3
 * </pre>
 *
 * <p>So at N = 1 no network that minimizes the loss stays below the paper's 5 of 256, 1.95 %, in the long run; in the
 * paper's one test of 256 sequences the best guess does in 31 of 100 cases, and a trial may take the test often. Its
 * five are therefore allowed on top of the best guess's share: 4.65 %, 2.11 % and 1.96 %. At N = 3 this is the paper's
 * criterion. Always saying 1 or 0 by the sign of s is off in only 1.27 % at N = 1, and costs 1.31 times the least loss.
 *
 * <p>Source: Hochreiter, Schmidhuber, "Long Short-Term Memory", Neural Computation 9(8), 1997, experiments 3a to 3c,
 * with N = 1 and N = 3; the problem is Bengio, Simard and Frasconi's of 1994, whose form also had shorter sequences.
 * "None of 256" is, as a share, fewer than one in 256. These criteria are the paper's first, ST1; its second ask for a
 * mean absolute error too, below 0.01 (3a), 0.04 (3b) and 0.015 (3c). The paper says of 3a that guessing weights at
 * random solves it sooner than learning does.
 */
final class TwoSequence implements SequenceTask {

    private static final double NOISE = Math.sqrt(0.2); // standard deviations
    private static final double TARGET_NOISE = Math.sqrt(0.1);

    private final TaskDescription description;
    private final TwoSequenceForm form;
    private final int length;
    private final int informative;

    TwoSequence(TwoSequenceForm form, int length, int informative) {
        this.form = form;
        this.length = length;
        this.informative = informative;
        this.description = TaskDescription.ofNumbers(
                LatchProvider.NAME,
                form.variant(),
                length,
                new TaskShape(length + length / 10, 1, 1),
                new Standing.Solvable(
                        form.chance(), form.chanceFormula(), form.measure(), form.solvedAtMost(informative)),
                0.5f);
    }

    @Override
    public TaskDescription description() {
        return description;
    }

    @Override
    public void write(Split split, long n, int b, BatchBuffer batch, RandomStream stream) {
        int last = length + stream.nextInt(length / 10 + 1) - 1;
        int c = stream.nextInt(2) == 0 ? 1 : -1;
        for (int t = 0; t < informative; t++) {
            batch.input(t, b, 0, (float) (form.noisyElements() ? c + NOISE * stream.normal() : c));
        }
        for (int t = informative; t <= last; t++) {
            batch.input(t, b, 0, (float) (NOISE * stream.normal()));
        }
        boolean noisy = form.noisyTargets() && split == Split.TRAIN;
        double target = c > 0 ? form.first() : form.second();
        batch.target(last, b, 0, (float) (noisy ? target + TARGET_NOISE * stream.normal() : target));
    }
}
