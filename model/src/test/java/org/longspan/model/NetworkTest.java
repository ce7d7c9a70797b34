package org.longspan.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.longspan.model.cell.Cells;
import org.longspan.model.initialization.Initializations;
import org.longspan.model.regularizer.Regularizers;
import org.longspan.numerics.Block;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.numerics.kernel.plain.PlainKernels;
import org.longspan.numerics.oracle.Curvature;
import org.longspan.task.LossKind;
import org.longspan.task.TaskDescription;

class NetworkTest {

    private static final Kernels KERNELS = PlainKernels.create();

    private static TaskDescription task(int steps) {
        return ToyTask.masked(steps, 3, 2, LossKind.SQUARED_ERROR).description();
    }

    @Test
    void layersLieBelowTheReadOut() {
        Network network = new Network(Architecture.of("lstm", 5).withLayers(2), task(4), KERNELS);

        assertThat(network.layout().blocks())
                .extracting(Block::name)
                .containsExactly(
                        "layer0.input",
                        "layer0.recurrent",
                        "layer0.bias",
                        "layer1.input",
                        "layer1.recurrent",
                        "layer1.bias",
                        "readout.weight",
                        "readout.bias");
        assertThat(network.layout().size()).isEqualTo(4 * 5 * (3 + 5 + 1) + 4 * 5 * (5 + 5 + 1) + (5 + 1) * 2);
    }

    @Test
    void unknownNamesAreRefusedNamingTheKnownOnes() {
        assertThatThrownBy(() -> new Network(Architecture.of("lstmm", 5), task(4), KERNELS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("unknown cell lstmm; known: " + names(Cells.all()));
        assertThatThrownBy(() -> new Network(
                        Architecture.of("lstm", 5).withInitialization(Architecture.Part.of("he")), task(4), KERNELS))
                .hasMessage("unknown initialization he; known: " + names(Initializations.all()));
        assertThatThrownBy(() -> new Network(
                        Architecture.of("lstm", 5).withRegularizer(Architecture.Part.of("l1")), task(4), KERNELS))
                .hasMessage("unknown regularizer l1; known: " + names(Regularizers.all()));
        assertThatThrownBy(() -> Architecture.of("lstm", 0)).hasMessageContaining("hidden is 0");
        assertThatThrownBy(() -> Architecture.of("lstm", 5).withLayers(0)).hasMessageContaining("layers is 0");
    }

    @Test
    void multiplyAddsAreThoseOfTheProducts() {
        Network rnn = new Network(Architecture.of("tanh-rnn", 5).withLayers(2), task(4), KERNELS);

        // forward and weights of x(t) W, no cotangent of the lowest inputs; all three of everything else
        int eachStep = 2 * 3 * 5 + 3 * 5 * 5 + 3 * 5 * 2;
        int acrossSteps = 3 * 2 * 5 * 5;
        assertThat(rnn.multiplyAdds(4, 10)).isEqualTo(10 * (4 * eachStep + 3 * acrossSteps));
    }

    @Test
    void aWorkspaceHoldsWhatItClaimsAndNeverMoreThanTheLimit() {
        Network network = new Network(Architecture.of("lstm", 128).withLayers(2), task(2000), KERNELS);
        int capacity = network.capacityFor(1000);

        assertThat(capacity).isBetween(1, 999);
        assertThat(new WorkspaceSize(network).bytes(capacity, Curvature.GAUSS_NEWTON))
                .isLessThanOrEqualTo(Workspace.GREATEST);
        assertThat(new WorkspaceSize(network).bytes(capacity + 1, Curvature.GAUSS_NEWTON))
                .isGreaterThan(Workspace.GREATEST);
        assertThatThrownBy(() -> network.newWorkspace(capacity + 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected from 1 to " + capacity);
        assertThatThrownBy(() -> network.newWorkspace(0)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new Network(Architecture.of("lstm", 8), task(9), KERNELS).capacityFor(1000))
                .isEqualTo(1000);
    }

    @Test
    void aSequenceTooLongForAnyWorkspaceIsRefused() {
        Network network = new Network(Architecture.of("lstm", 2000), task(20_000), KERNELS);

        assertThatThrownBy(() -> network.capacityFor(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2000 units");
    }

    @Test
    void l2IsHalfTheSquaredNormOfTheWeights() {
        Network network = new Network(
                Architecture.of("tanh-rnn", 5)
                        .withRegularizer(new Architecture.Part("l2", Settings.NONE.with("lambda", 0.3))),
                task(4),
                KERNELS);
        Parameters ones = new Parameters(network.layout());
        Arrays.fill(ones.data(), 2f);

        int weights = 3 * 5 + 5 * 5 + 5 * 2;
        assertThat(network.regularizer().penalty(ones)).isCloseTo(0.15 * 4 * weights, within(1e-9));
        Parameters product = new Parameters(network.layout());
        network.regularizer().addCurvature(ones, product);
        assertThat(product.block("layer0.recurrent").get(0, 0)).isEqualTo(0.6f);
        assertThat(product.block("layer0.bias").get(0, 0)).isZero();
    }

    private static String names(List<? extends Entry<?>> entries) {
        return entries.stream().map(Entry::name).collect(Collectors.joining(", "));
    }
}
