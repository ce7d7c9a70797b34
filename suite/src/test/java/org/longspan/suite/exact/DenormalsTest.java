package org.longspan.suite.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.ModelChoice;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.TaskChoice;
import org.longspan.harness.record.TrialResult;
import org.longspan.harness.run.Trainer;
import org.longspan.harness.run.Workbench;
import org.longspan.harness.task.TaskCatalogue;
import org.longspan.model.Network;
import org.longspan.model.TaskObjective;
import org.longspan.model.cell.Cells;
import org.longspan.model.initialization.Initializations;
import org.longspan.model.regularizer.Regularizers;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.numerics.kernel.KernelChoice;
import org.longspan.numerics.oracle.Curvature;
import org.longspan.numerics.oracle.GradientSeams;
import org.longspan.numerics.random.RandomStream;
import org.longspan.numerics.random.Seed;
import org.longspan.optim.Need;
import org.longspan.optim.Optimizer;
import org.longspan.optim.catalogue.Optimizers;
import org.longspan.optim.clip.Clippings;
import org.longspan.task.Split;

/**
 * The cost of a training step does not depend on whether gradients vanish: no kernel ever reads a denormal number,
 * counted over sequences of 200 steps with the loss at the last one.
 */
class DenormalsTest {

    private static final int STEPS = 200;
    private static final int UPDATES = 5;

    private final DenormalCount count = new DenormalCount();
    private final Kernels kernels =
            WatchedKernels.watch(KernelChoice.best("auto").kernels(), count);
    private final Workbench bench = new Workbench(TaskCatalogue.load(List.of()), kernels);

    /** Spectral radii under which signals vanish at once, slowly, hardly, and explode. */
    private static final double[] RADII = {0.05, 0.8, 1.1, 4};

    /** Cells with unbounded units, which overflow once the radius exceeds 1; a first update can be enough for that. */
    private static final Set<String> UNBOUNDED = Set.of("relu-rnn", "linear-rnn");

    static Stream<Arguments> everyOptimizerOnEveryCellAtEveryRadius() {
        return Cells.all().stream()
                .flatMap(cell -> Optimizers.all().stream()
                        .filter(optimizer -> canTrain(optimizer, cell.name()))
                        .flatMap(optimizer ->
                                Stream.of(0, 1, 2, 3).map(i -> Arguments.of(cell.name(), optimizer.name(), RADII[i]))));
    }

    private static boolean canTrain(Entry<Optimizer> optimizer, String cell) {
        Workbench bench = new Workbench(
                TaskCatalogue.load(List.of()), KernelChoice.best("plain").kernels());
        Choice method = ExactTrial.complete(optimizer, Map.of());
        Choice none = ExactTrial.complete(Clippings.named("none"), Map.of());
        return bench.sense().skip(model(cell, 1), method, none).isEmpty();
    }

    /** Returns settings with a few dozen sequences where a method's default is ten thousand. */
    private static Map<String, Object> thrifty(String optimizer) {
        boolean asksForMany = Optimizers.named(optimizer).settings().stream()
                .anyMatch(setting -> setting.name().equals("gradient-sequences"));
        return asksForMany
                ? Map.of("gradient-sequences", 30, "curvature-sequences", 10, "cg-iterations", 12)
                : Map.of();
    }

    @ParameterizedTest
    @MethodSource("everyOptimizerOnEveryCellAtEveryRadius")
    void noKernelReadsADenormalNumberWhileTraining(String cell, String optimizer, double radius) {
        ExactTrial exact = new ExactTrial.Builder(task(), model(cell, radius))
                .by(optimizer, thrifty(optimizer))
                .clipped("global-norm", Map.of("threshold", 1, "relative-to", "absolute"))
                .of("denormals", UPDATES, UPDATES);

        TrialResult result = new Trainer(bench).run(exact.trial());

        // Second tangents overflow in every cell if signals explode over all steps.
        boolean secondTangents =
                Optimizers.named(optimizer).create(Settings.NONE).needs().contains(Need.HESSIAN);
        boolean mayOverflow = UNBOUNDED.contains(cell) || radius > 1 && secondTangents;
        boolean overflows = mayOverflow && result.outcome() instanceof Outcome.Diverged;
        assertThat(overflows || result.costs().updates() == UPDATES).isTrue();
        assertThat(count.denormals()).isEmpty();
        assertThat(count.elements()).isGreaterThan(overflows ? 100_000 : 1_000_000);
    }

    static Stream<Arguments> everyCellAtEveryRadius() {
        return Cells.all().stream()
                .flatMap(cell -> Stream.of(0, 1, 2, 3).map(i -> Arguments.of(cell.name(), RADII[i])));
    }

    @ParameterizedTest
    @MethodSource("everyCellAtEveryRadius")
    void noKernelReadsADenormalNumberInACurvatureProduct(String cell, double radius) {
        Network network = bench.network(model(cell, radius), task());
        Parameters theta = network.initialize(Seed.root(1));
        Parameters direction = new Parameters(network.layout());
        RandomStream stream = Seed.root(2).stream();
        for (int i = 0; i < direction.size(); i++) {
            direction.data()[i] = (float) stream.normal();
        }
        Parameters product = new Parameters(network.layout());
        TaskObjective objective = new TaskObjective(
                        network, bench.task(task()), Split.TRAIN, 3, network.newWorkspace(ExactTrial.BATCH))
                .bind(0, ExactTrial.BATCH);

        objective.gradient(theta, GradientSeams.NONE, product);
        objective.curvature(direction, new Curvature.GaussNewton(0.01), product);
        objective.curvature(product.copy(), new Curvature.GaussNewton(0), product);

        assertThat(count.denormals()).isEmpty();
        assertThat(count.elements()).isGreaterThan(100_000);
    }

    @Test
    void aDenormalNumberIsCounted() {
        kernels.reductions().maxAbs(new float[] {1, Float.MIN_NORMAL / 2, 0, -Float.MIN_VALUE, Float.NaN}, 0, 4);
        assertThat(count.denormals()).containsEntry("maxAbs", 2L);
    }

    private static TaskChoice task() {
        return new TaskChoice("adding", "urnn", STEPS, Settings.NONE, Map.of());
    }

    private static ModelChoice model(String cell, double radius) {
        return new ModelChoice(
                ExactTrial.complete(Entry.find("cell", Cells.all(), cell), Map.of()),
                ExactTrial.HIDDEN,
                1,
                ExactTrial.complete(
                        Entry.find("initialization", Initializations.all(), "sparse"),
                        Map.of("spectral-radius", radius, "input-scale", 0.1)),
                ExactTrial.complete(Entry.find("regularizer", Regularizers.all(), "none"), Map.of()));
    }
}
