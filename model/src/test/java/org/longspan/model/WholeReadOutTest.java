package org.longspan.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.kernel.KernelChoice;
import org.longspan.numerics.kernel.plain.PlainKernels;
import org.longspan.numerics.oracle.Curvature;
import org.longspan.numerics.oracle.GradientSeams;
import org.longspan.numerics.random.RandomStream;
import org.longspan.numerics.random.Seed;
import org.longspan.task.BatchBuffer;
import org.longspan.task.LossKind;
import org.longspan.task.SequenceTask;
import org.longspan.task.Split;
import org.longspan.task.TaskDescription;

/** Where every step is read out, one product reads out the run, with the bits of a product for each step. */
class WholeReadOutTest {

    private static final int READ = 7;
    private static final int OUTPUTS = 10;
    private static final int SEQUENCES = 6;

    /** Sequences of noise, read out at steps 0 to {@link #READ} - 1; further steps have no input and no target. */
    private record ReadAtFirst(int steps, LossKind loss) implements SequenceTask {

        @Override
        public TaskDescription description() {
            return ToyTask.masked(steps, 3, OUTPUTS, loss).description();
        }

        @Override
        public void write(Split split, long n, int b, BatchBuffer batch, RandomStream stream) {
            for (int t = 0; t < READ; t++) {
                for (int i = 0; i < 3; i++) {
                    batch.input(t, b, i, (float) stream.uniform(-1, 1));
                }
                if (loss == LossKind.SOFTMAX_CROSS_ENTROPY) {
                    batch.target(t, b, stream.nextInt(OUTPUTS));
                }
                for (int o = 0; loss == LossKind.SQUARED_ERROR && o < OUTPUTS; o++) {
                    batch.target(t, b, o, (float) stream.uniform(-1, 1));
                }
            }
        }
    }

    /** A last step that nobody reads adds nothing to any sum, and makes the passes go step by step. */
    @ParameterizedTest
    @EnumSource(LossKind.class)
    void aStepThatNobodyReadsChangesNoBit(LossKind loss) {
        for (Kernels kernels :
                List.of(PlainKernels.create(), KernelChoice.best("auto").kernels())) {
            float[] whole = derivatives(new ReadAtFirst(READ, loss), kernels);

            assertThat(derivatives(new ReadAtFirst(READ + 1, loss), kernels)).isEqualTo(whole);
        }
    }

    /** Returns loss, gradient, and the Hessian's and the Gauss-Newton matrix's products, one behind the other. */
    private static float[] derivatives(SequenceTask task, Kernels kernels) {
        Network network = new Network(Architecture.of("tanh-rnn", 21), task.description(), kernels);
        TaskObjective objective =
                new TaskObjective(network, task, Split.TRAIN, 17, network.newWorkspace(SEQUENCES)).bind(0, SEQUENCES);
        Parameters theta = random(network, 1);
        Parameters[] results = {random(network, 0), random(network, 0), random(network, 0)};
        double loss = objective.gradient(theta, GradientSeams.NONE, results[0]);
        objective.curvature(random(network, 2), new Curvature.Hessian(), results[1]);
        objective.curvature(random(network, 2), Curvature.GAUSS_NEWTON, results[2]);
        assertThat(objective.loss(theta)).isEqualTo(loss);
        int size = theta.size();
        float[] all = new float[2 + 3 * size];
        all[0] = (float) loss;
        all[1] = (float) (loss - all[0]);
        for (int i = 0; i < 3; i++) {
            System.arraycopy(results[i].data(), 0, all, 2 + i * size, size);
        }
        return all;
    }

    private static Parameters random(Network network, long seed) {
        Parameters v = new Parameters(network.layout());
        RandomStream stream = Seed.root(seed).stream();
        for (int i = 0; i < v.size(); i++) {
            v.data()[i] = (float) stream.uniform(-0.5, 0.5);
        }
        return v;
    }
}
