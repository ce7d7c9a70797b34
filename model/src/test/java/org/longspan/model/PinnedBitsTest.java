package org.longspan.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.kernel.KernelChoice;
import org.longspan.numerics.oracle.GradientSeams;
import org.longspan.numerics.random.Seed;
import org.longspan.task.LossKind;
import org.longspan.task.Split;

/**
 * The bits of a few weights, which show a JVM, CPU or kernel that computes others. A change that is meant to compute
 * others updates the numbers here.
 */
class PinnedBitsTest {

    @ParameterizedTest
    @CsvSource({
        "tanh-rnn, glorot, -774031373",
        "tanh-rnn, sparse, -287086774",
        "logistic-rnn, pascanu-sigmoid, -215211584",
        "tanh-rnn, pascanu-basic-tanh, 1751751782",
        "tanh-rnn, pascanu-smart-tanh, -1073025351",
        "relu-rnn, identity, -1164728668",
        "linear-rnn, orthogonal, -892423807",
        "lstm, orthogonal, -2084861315",
        "leaky-integrator, reservoir, 2060617738",
        "lstm, glorot, 24495383",
        "lstm, sparse, -783200902",
        "lstm-1997, glorot, 2010931046",
        "gru, glorot, 1347902045",
        "gru, sparse, -1465855967",
        "gru-cho, glorot, 2011791227",
        "min-gru, glorot, 43286378",
        "orthogonal-rnn, glorot, -2114478881",
        "lru, glorot, 623469721",
    })
    void initialWeights(String cell, String initialization, int pinned) {
        assertThat(Arrays.hashCode(theta(network(
                                cell, initialization, KernelChoice.best("plain").kernels()))
                        .data()))
                .isEqualTo(pinned);
    }

    @ParameterizedTest
    @CsvSource({
        "tanh-rnn, plain, -361688413",
        "tanh-rnn, auto, -361688413",
        "logistic-rnn, plain, 687376231",
        "logistic-rnn, auto, 687376231",
        "relu-rnn, plain, -1586026800",
        "relu-rnn, auto, -1586026800",
        "linear-rnn, plain, -980907391",
        "linear-rnn, auto, -980907391",
        "leaky-integrator, plain, -1948789629",
        "leaky-integrator, auto, -1948789629",
        "echo-state, plain, 1930561609",
        "echo-state, auto, 1930561609",
        "lstm, plain, -1188640767",
        "lstm, auto, -1188640767",
        "lstm-1997, plain, 1532458099",
        "lstm-1997, auto, 1532458099",
        "gru, plain, -719778671",
        "gru, auto, -719778671",
        "gru-cho, plain, 8859083",
        "gru-cho, auto, 8859083",
        "min-gru, plain, -1750410959",
        "min-gru, auto, -1750410959",
        "orthogonal-rnn, plain, -1843413367",
        "orthogonal-rnn, auto, -1843413367",
        "lru, plain, 1983501825",
        "lru, auto, 1983501825",
    })
    void weightsAfterTwentySteps(String cell, String kernels, int pinned) {
        Network network = network(cell, "glorot", KernelChoice.best(kernels).kernels());
        TaskObjective objective = new TaskObjective(network, task(), Split.TRAIN, 0, network.newWorkspace(10));
        Parameters theta = theta(network);
        Parameters gradient = new Parameters(network.layout());
        for (int step = 0; step < 20; step++) {
            objective.bind(16L * step, 16).gradient(theta, GradientSeams.NONE, gradient);
            theta.addScaled(-0.5f, gradient);
        }

        assertThat(Arrays.hashCode(theta.data())).isEqualTo(pinned);
    }

    private static ToyTask task() {
        return ToyTask.masked(15, 3, 4, LossKind.SOFTMAX_CROSS_ENTROPY);
    }

    private static Network network(String cell, String initialization, Kernels kernels) {
        Architecture architecture =
                Architecture.of(cell, 21).withLayers(2).withInitialization(Architecture.Part.of(initialization));
        return new Network(architecture, task().description(), kernels);
    }

    private static Parameters theta(Network network) {
        return network.initialize(Seed.root(0));
    }
}
