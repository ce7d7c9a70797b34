package org.longspan.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.longspan.model.Architecture.Start;
import org.longspan.model.cell.Activation;
import org.longspan.model.cell.Cells;
import org.longspan.model.cell.RecurrentCell;
import org.longspan.model.cell.SimpleRnnCell;
import org.longspan.numerics.Block;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.Role;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.numerics.kernel.KernelChoice;
import org.longspan.numerics.oracle.Curvature;
import org.longspan.numerics.oracle.GradientSeams;
import org.longspan.numerics.random.Seed;
import org.longspan.task.LossKind;
import org.longspan.task.Split;

/** A learned start against a start at zero; {@link TaskObjectiveTest} tests its derivatives. */
class LearnedInitialStateTest {

    private static final ToyTask TASK = ToyTask.masked(7, 3, 2, LossKind.SQUARED_ERROR);

    static Stream<String> cells() {
        return Cells.all().stream()
                .filter(entry -> entry.create(Settings.NONE).cell(1, 1).initialStateWidth() > 0)
                .map(Entry::name);
    }

    private static Case of(String cell, Start start) {
        return new Case(Architecture.of(cell, Case.HIDDEN).withLayers(2).withStart(start), TASK, 5, 5);
    }

    private static boolean isStart(Block block) {
        return block.role() == Role.INITIAL_STATE;
    }

    @ParameterizedTest
    @MethodSource("cells")
    void itIsOneRowOfTheStatesWidthInEveryLayer(String cell) {
        List<Block> starts = of(cell, Start.LEARNED).network.layout().blocks().stream()
                .filter(LearnedInitialStateTest::isStart)
                .toList();

        int parts = List.of("lstm", "lstm-1997", "lru").contains(cell) ? 2 : 1; // h and c; real and imaginary
        assertThat(starts).hasSize(2).allMatch(block -> block.rows() == 1 && block.columns() == parts * Case.HIDDEN);
        assertThat(of(cell, Start.ZERO).network.layout().blocks()).noneMatch(LearnedInitialStateTest::isStart);
    }

    @ParameterizedTest
    @MethodSource("cells")
    void itBeginsAtZeroAndAllElseAsWithoutIt(String cell) {
        Parameters learned = of(cell, Start.LEARNED).network.initialize(Seed.root(3));
        Parameters zero = of(cell, Start.ZERO).network.initialize(Seed.root(3));

        for (Block block : learned.layout().blocks()) {
            float[] drawn = learned.block(block.name()).toArray();
            if (isStart(block)) {
                assertThat(drawn).containsOnly(0f);
            } else {
                assertThat(drawn).isEqualTo(zero.block(block.name()).toArray());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cells")
    void atZeroItChangesNoBitOfAnythingElse(String cell) {
        Case learned = of(cell, Start.LEARNED);
        Case zero = of(cell, Start.ZERO);
        Parameters theta = spread(learned, zero.theta);
        Parameters direction = spread(learned, zero.random(1, 3));
        Parameters gradient = new Parameters(theta.layout());
        Parameters expected = new Parameters(zero.theta.layout());

        assertThat(learned.objective.gradient(theta, GradientSeams.NONE, gradient))
                .isEqualTo(zero.objective.gradient(zero.theta, GradientSeams.NONE, expected));
        assertSameBesideStarts(gradient, expected);
        learned.objective.curvature(direction, Curvature.GAUSS_NEWTON, gradient);
        zero.objective.curvature(zero.random(1, 3), Curvature.GAUSS_NEWTON, expected);
        assertSameBesideStarts(gradient, expected);
    }

    private static Parameters spread(Case learned, Parameters from) {
        Parameters to = new Parameters(learned.network.layout());
        for (Block block : from.layout().blocks()) {
            to.block(block.name()).copyFrom(from.block(block.name()));
        }
        return to;
    }

    private static void assertSameBesideStarts(Parameters all, Parameters expected) {
        for (Block block : expected.layout().blocks()) {
            assertThat(all.block(block.name()).toArray())
                    .as(block.name())
                    .isEqualTo(expected.block(block.name()).toArray());
        }
    }

    @ParameterizedTest
    @MethodSource("cells")
    void theFastestKernelsGiveTheBitsOfThePlainOnes(String cell) {
        Case c = of(cell, Start.LEARNED);
        Kernels best = KernelChoice.best("auto").kernels();
        Network fast = new Network(c.network.architecture(), TASK.description(), best);
        TaskObjective objective = new TaskObjective(fast, TASK, Split.TRAIN, Case.SEED, fast.newWorkspace(5));
        Parameters gradient = new Parameters(fast.layout());
        Parameters expected = new Parameters(fast.layout());
        objective.bind(Case.FROM, 5).gradient(c.theta, GradientSeams.NONE, gradient);
        c.objective.gradient(c.theta, GradientSeams.NONE, expected);

        assertThat(gradient.data()).isEqualTo(expected.data());
    }

    @ParameterizedTest
    @MethodSource("cells")
    void itAllocatesNothing(String cell) {
        Case c = of(cell, Start.LEARNED);
        Parameters gradient = new Parameters(c.network.layout());
        Parameters product = new Parameters(c.network.layout());
        GradientSeams seams = new GradientSeams(null, norm -> Math.min(1, 0.01 / norm));
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long id = Thread.currentThread().getId();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 300; i++) {
            long before = threads.getThreadAllocatedBytes(id);
            c.objective.bind(5L * i, 5).gradient(c.theta, seams, gradient);
            c.objective.curvature(gradient, Curvature.GAUSS_NEWTON, product);
            least = Math.min(least, threads.getThreadAllocatedBytes(id) - before);
        }
        assertThat(least).isZero();
    }

    @Test
    void theRegularizersLeaveItAlone() {
        Architecture architecture =
                Architecture.of("leaky-integrator", Case.HIDDEN).withLayers(2).withStart(Start.LEARNED);
        for (String name : List.of("l2", "omega")) {
            Architecture.Part regularizer = Architecture.Part.of(name);
            Case plain = new Case(architecture, TASK, 5, 5);
            Case penalized = new Case(architecture.withRegularizer(regularizer), TASK, 5, 5);
            Parameters without = new Parameters(plain.network.layout());
            Parameters with = new Parameters(plain.network.layout());
            plain.objective.gradient(plain.theta, GradientSeams.NONE, without);
            penalized.objective.gradient(plain.theta, GradientSeams.NONE, with);

            assertThat(with.data()).isNotEqualTo(without.data());
            for (String block : List.of("layer0.initial-state", "layer1.initial-state")) {
                assertThat(with.block(block).toArray())
                        .isEqualTo(without.block(block).toArray())
                        .isNotEqualTo(new float[Case.HIDDEN]);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cells")
    void itGivesTheProductsThatTheCellGives(String cell) {
        Network learned = of(cell, Start.LEARNED).network;
        Network zero = of(cell, Start.ZERO).network;

        assertThat(learned.supports(Curvature.GAUSS_NEWTON)).isTrue();
        assertThat(learned.supports(new Curvature.Hessian())).isEqualTo(zero.supports(new Curvature.Hessian()));
    }

    @Test
    void aReservoirIsRefusedWithTheReason() {
        RecurrentCell reservoir = Entry.find("cell", Cells.all(), "echo-state")
                .create(Settings.NONE)
                .cell(3, 5);

        assertThat(Start.ZERO.refuses(reservoir)).isEmpty();
        assertThat(Start.LEARNED.refuses(reservoir)).isPresent();
        assertThatThrownBy(() -> of("echo-state", Start.LEARNED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a learned start does not suit cell echo-state: it keeps no state that is learned");
        assertThat(Arrays.stream(Start.values()).map(start -> start.refuses(new SimpleRnnCell(3, 5, Activation.TANH))))
                .allMatch(Optional::isEmpty);
    }
}
