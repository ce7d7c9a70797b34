package org.longspan.model.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.longspan.model.Architecture;
import org.longspan.model.Network;
import org.longspan.model.TaskObjective;
import org.longspan.model.ToyTask;
import org.longspan.numerics.Block;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.numerics.kernel.plain.PlainKernels;
import org.longspan.numerics.oracle.GradientSeams;
import org.longspan.numerics.random.Seed;
import org.longspan.task.LossKind;
import org.longspan.task.Split;

/** A reservoir lies outside θ and is determined by its seed. */
class EchoStateCellTest {

    private static final ToyTask TASK = ToyTask.masked(7, 3, 2, LossKind.SQUARED_ERROR);

    private static Network network(String cell, int layers, long seed) {
        Architecture.Part leak = new Architecture.Part(cell, Settings.NONE.with("leak", 0.3));
        Architecture architecture =
                new Architecture(leak, 20, layers, Architecture.Part.of("reservoir"), Architecture.Part.of("none"));
        return new Network(architecture, TASK.description(), PlainKernels.create(), Seed.root(seed));
    }

    @Test
    void onlyTheReadOutIsInTheta() {
        Network network = network("echo-state", 2, 0);

        assertThat(network.layout().blocks()).extracting(Block::name).containsExactly("readout.weight", "readout.bias");
        assertThat(network.fixed().layout().blocks())
                .extracting(Block::name)
                .containsExactly(
                        "layer0.input",
                        "layer0.recurrent",
                        "layer0.bias",
                        "layer1.input",
                        "layer1.recurrent",
                        "layer1.bias");
    }

    @Test
    void theSameSeedGivesTheSameReservoirAndAnotherSeedAnother() {
        float[] weights = network("echo-state", 2, 3).fixed().data();

        assertThat(network("echo-state", 2, 3).fixed().data()).isEqualTo(weights);
        assertThat(network("echo-state", 2, 4).fixed().data()).isNotEqualTo(weights);
    }

    /** This way runs with a trained and a fixed reservoir begin with equal weights. */
    @Test
    void theReservoirIsWhatALeakyIntegratorBeginsWith() {
        Network fixed = network("echo-state", 2, 3);
        Network trained = network("leaky-integrator", 2, 0);
        Parameters theta = trained.initialize(Seed.root(3));

        for (Block block : fixed.fixed().layout().blocks()) {
            assertThat(fixed.fixed().block(block.name()).toArray())
                    .as(block.name())
                    .isEqualTo(theta.block(block.name()).toArray());
        }
        assertThat(loss(fixed, fixed.initialize(Seed.root(3)))).isEqualTo(loss(trained, theta));
    }

    private static double loss(Network network, Parameters theta) {
        return new TaskObjective(network, TASK, Split.TRAIN, 1, network.newWorkspace(4))
                .bind(0, 4)
                .gradient(theta, GradientSeams.NONE, new Parameters(network.layout()));
    }

    @Test
    void noPassWritesToTheReservoir() {
        Network network = network("echo-state", 1, 3);
        float[] before = network.fixed().data().clone();
        loss(network, network.initialize(Seed.root(3)));

        assertThat(network.fixed().data()).isEqualTo(before);
    }

    @Test
    void multiplyAddsOfAReservoirAreThoseOfForwardAndBackward() {
        int eachStep = 3 * 20 + 2 * 20 * 20 + 3 * 20 * 2;
        int acrossSteps = 2 * 2 * 20 * 20;

        assertThat(network("echo-state", 2, 0).multiplyAdds(4, 10)).isEqualTo(10 * (4 * eachStep + 3 * acrossSteps));
    }

    @Test
    void aReservoirThatIsNotDrawnHasNoRun() {
        RecurrentCell cell = new EchoStateCell(new LeakyIntegratorCell(3, 5, 1), null);

        assertThatThrownBy(() -> cell.open(Unrolling.fromZero("layer0.", 2, 2, PlainKernels.create())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not drawn yet");
    }

    @Test
    void aLeakOfOneIsTheSimpleRecurrentNetwork() {
        Architecture.Part whole = new Architecture.Part("leaky-integrator", Settings.NONE.with("leak", 1));
        Architecture leaky =
                new Architecture(whole, 9, 2, Architecture.Part.of("glorot"), Architecture.Part.of("none"));
        Network network = new Network(leaky, TASK.description(), PlainKernels.create());
        Network simple =
                new Network(Architecture.of("tanh-rnn", 9).withLayers(2), TASK.description(), PlainKernels.create());
        Parameters theta = network.initialize(Seed.root(1));

        assertThat(loss(network, theta)).isCloseTo(loss(simple, theta), within(1e-12));
    }
}
