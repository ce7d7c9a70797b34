package org.longspan.harness.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.longspan.harness.estimate.Estimate.Row;
import org.longspan.harness.estimate.Estimate.Source;
import org.longspan.harness.fake.FakeTasks;
import org.longspan.harness.grid.Grid;
import org.longspan.harness.grid.StepCosts;
import org.longspan.harness.method.MethodCatalogue;
import org.longspan.harness.plan.Plan;
import org.longspan.harness.plan.PlanReader;
import org.longspan.harness.record.Circumstances;
import org.longspan.harness.record.Costs;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.Spent;
import org.longspan.harness.record.Trial;
import org.longspan.harness.record.TrialResult;
import org.longspan.harness.run.Machine;
import org.longspan.harness.run.PlugInUse;
import org.longspan.harness.run.TrialExecutor;
import org.longspan.harness.run.TrialRunner.Ran;
import org.longspan.harness.run.Workbench;
import org.longspan.harness.task.TaskCatalogue;
import org.longspan.model.Network;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.numerics.kernel.KernelChoice;
import org.longspan.probes.Probes;

/** Estimates on made-up machines, whose trials take no time and have whatever times a test gives them. */
class EstimatorTest {

    private static final MethodCatalogue METHODS = MethodCatalogue.ofThisBuild();
    private static final TaskCatalogue TASKS = FakeTasks.catalogue();
    private static final Kernels KERNELS = KernelChoice.best("plain").kernels();
    private static final double PACE = 1e-6; // seconds of a sequence-forward

    private final List<Trial> timed = new ArrayList<>();
    private double seconds;

    @Test
    void aTrialTakesWhatItsSequencesTake() {
        Estimate estimate = estimate(plan("[adam]", "[3]"), 1, trial -> PACE);

        TypicalTrials.Row usual = TypicalTrials.shipped().of("adam");
        double training = usual.budget() * 40 * 30; // updates and cost of a gradient
        double looks = (1 + training / 30) * 500; // one an update
        double confirmedAndTested = usual.solved() * 2000;
        assertThat(estimate.coreSeconds().middle())
                .isCloseTo(3 * PACE * (training + looks + confirmedAndTested), within(1e-6));
        assertThat(estimate.rows()).extracting(Row::trials, Row::source).containsExactly(tuple(3, Source.TIMED));
    }

    @Test
    void eachOptimizerHasAPaceOfItsOwn() {
        double alike = estimate(plan("[sgd, adam]", "[3]"), 1, trial -> PACE)
                .coreSeconds()
                .middle();
        double slow = estimate(plan("[sgd, adam]", "[3]"), 1, trial -> is("adam", trial) ? 3 * PACE : PACE)
                .coreSeconds()
                .middle();

        assertThat(slow / alike).isBetween(1.8, 2.2);
    }

    @Test
    void firstTrialsThatAreSlowCountOnlyAsWarmingUp() {
        int[] trials = {0};
        Estimate estimate = estimate(plan("[adam]", "[3]"), 1, trial -> trials[0]++ < 5 ? 50 * PACE : PACE);

        double warm =
                estimate(plan("[adam]", "[3]"), 1, trial -> PACE).rows().get(0).coreSeconds();
        assertThat(estimate.rows().get(0).coreSeconds()).isCloseTo(warm, within(1e-9));
        assertThat(estimate.coreSeconds().middle()).isGreaterThan(warm);
    }

    @Test
    void theCompilerIsWaitedFor() {
        double[] compiled = {0};
        int[] trials = {0};
        ToDoubleFunction<Trial> slow = trial -> {
            compiled[0] += trials[0]++ < 50 ? 1 : 0;
            return trials[0] < 50 ? 5 * PACE : PACE;
        };
        Plan plan = plan("[adam]", "[3]");
        Estimate estimate = estimator(plan, 1).of(empty(plan), calibration -> machine(slow), meter(() -> compiled[0]));

        double warm = estimate(plan, 1, trial -> PACE).rows().get(0).coreSeconds();
        assertThat(estimate.rows().get(0).coreSeconds()).isCloseTo(warm, within(1e-9));
    }

    @Test
    void aMachineThatNeverSettlesIsAskedForAWhileOnly() {
        Estimate estimate = estimate(plan("[adam]", "[3]"), 1, trial -> PACE * (1 + timed.size() % 7));

        assertThat(estimate.coreSeconds().middle()).isPositive();
    }

    @Test
    void anUpdateThatMayTakeTooLongIsNotTimed() {
        String free = "[{name: hessian-free, curvature-sequences: 1000000, cg-iterations: 100000}]";
        Estimate estimate = estimate(plan(free, "[3]"), 1, trial -> PACE);

        assertThat(timed).isNotEmpty().noneMatch(trial -> is("hessian-free", trial));
        assertThat(estimate.coreSeconds().middle()).isGreaterThan(1000 * PACE);
    }

    @Test
    void vastBatchesAreTimedInParts() {
        Plan plan = read("[adam]", "[3]", "{batch: 100000000, updates: 40}");
        Estimate estimate = estimate(plan, 1, trial -> PACE);

        assertThat(timed).allMatch(trial -> trial.budget().batch() < 100_000);
        double training = TypicalTrials.shipped().of("adam").budget() * 40 * 3e8;
        assertThat(estimate.coreSeconds().middle() / (3 * PACE * training)).isBetween(0.99, 1.01);
    }

    @Test
    void ofVeryManyNetworksSomeAreTimed() {
        StringBuilder lengths = new StringBuilder("[2");
        for (int length = 3; length < 1002; length++) {
            lengths.append(", ").append(length);
        }
        Estimate estimate =
                estimate(plan("[sgd]", lengths + "]"), 1, trial -> trial.task().length() * 1e-8);

        assertThat(estimate.rows()).hasSize(1000);
        assertThat(estimate.rows().stream().filter(row -> row.source() == Source.RECKONED))
                .hasSize(941);
        assertThat(estimate.rows().get(999).coreSeconds()
                        / estimate.rows().get(99).coreSeconds())
                .isBetween(9.0, 11.0);
    }

    @Test
    void whatIsStoredNeedsNoTiming() {
        Plan plan = plan("[adam]", "[3]");
        Spent spent = new Spent(20_000, 7, Machine.here(KERNELS).cpu(), KERNELS.name());
        StoredCell known = stored(plan, 4, spent, 96);

        Estimate estimate = estimator(plan, 1)
                .of(
                        List.of(known),
                        calibration -> {
                            throw new AssertionError("timed");
                        },
                        meter(() -> 0));

        assertThat(estimate.stored()).isEqualTo(4);
        assertThat(estimate.coreSeconds().middle() / (96 * 7)).isBetween(0.5, 2.0);
        assertThat(estimate.coreSeconds().high() / estimate.coreSeconds().middle())
                .isLessThan(1.3);
        assertThat(estimate.rows()).extracting(Row::source).containsExactly(Source.STORED);
    }

    @Test
    void resultsOfAnotherMachineTellHowSoonTrialsEnd() {
        Plan plan = plan("[adam]", "[3]");
        StoredCell known = stored(plan, 1000, new Spent(50, 1e6, "an old one, 1 core", "plain"), 100);

        double seconds = estimator(plan, 1)
                .of(List.of(known), calibration -> machine(trial -> PACE), meter(() -> 0))
                .coreSeconds()
                .middle();

        assertThat(seconds).isCloseTo(100 * 50 * PACE, within(1e-4));
    }

    @Test
    void atTheEndOneThreadWorksAlone() {
        Plan plan = plan("[adam]", "[3]");
        Estimate one = estimate(plan, 1, trial -> PACE);
        Estimate many = estimate(plan, 1000, trial -> PACE);

        assertThat(one.seconds()).isEqualTo(one.coreSeconds());
        assertThat(many.seconds().middle())
                .isBetween(one.seconds().middle() / 3.5, one.seconds().middle());
    }

    @Test
    void whatAProbeThrowsIsPassedOn() {
        Plan plan = plan("[adam]", "[3]");
        IllegalStateException fault = new IllegalStateException("no luck");

        assertThatThrownBy(() -> estimator(plan, 1)
                        .of(
                                empty(plan),
                                calibration -> (source, runner) ->
                                        calibration.failed(source.take().orElseThrow(), fault),
                                meter(() -> 0)))
                .isSameAs(fault);
    }

    /** At the pace of the trials that they look at. */
    @Test
    void looksOfProbesTakeWhatTheirSequencesTake() {
        String text = plan("[adam]", "[3]").text() + "probes: [{name: lyapunov, at: [0, 20, end]}]\n";
        Plan plan = new PlanReader(METHODS, TASKS).read("probed.yaml", text);
        Estimate without = estimate(plan("[adam]", "[3]"), 1, trial -> PACE);
        Estimate with = estimate(plan, 1, trial -> PACE);
        Spent spent = new Spent(20_000, 7, Machine.here(KERNELS).cpu(), KERNELS.name());
        Estimate done = estimator(plan, 1).of(List.of(stored(plan, 4, spent, 0)));

        long look = Probes.named("lyapunov").create(Settings.NONE).cost(network(plan));
        assertThat(without.probes()).isZero();
        assertThat(done.probes()).isZero();
        assertThat(with.probes()).isCloseTo(3 * look * PACE, within(1e-9));
        assertThat(with.coreSeconds().middle()).isCloseTo(without.coreSeconds().middle() + with.probes(), within(1e-9));
        assertThat(with.rows()).isEqualTo(without.rows());
    }

    private static Network network(Plan plan) {
        return bench().network(
                        plan.factors().models().get(0), plan.factors().tasks().get(0));
    }

    private static boolean is(String optimizer, Trial trial) {
        return trial.optimizer().name().equals(optimizer);
    }

    private Estimate estimate(Plan plan, int threads, ToDoubleFunction<Trial> pace) {
        return estimator(plan, threads).of(empty(plan), calibration -> machine(pace), meter(() -> 0));
    }

    private static Estimator estimator(Plan plan, int threads) {
        return new Estimator(plan, StepCosts.of(grid(plan), METHODS), bench(), new PlugInUse(TASKS, METHODS), threads);
    }

    private static Workbench bench() {
        return new Workbench(TASKS, KERNELS);
    }

    private static Grid grid(Plan plan) {
        return Grid.of(plan, METHODS, (model, optimizer, clipping) -> Optional.empty());
    }

    private static List<StoredCell> empty(Plan plan) {
        return grid(plan).cells().stream().map(StoredCell::empty).toList();
    }

    private static StoredCell stored(Plan plan, int trials, Spent each, int left) {
        List<Spent> spent = Collections.nCopies(trials, each);
        return new StoredCell(grid(plan).cells().get(0), trials, spent, left);
    }

    private static Plan plan(String optimizers, String lengths) {
        return read(optimizers, lengths, "{batch: 10, updates: 40}");
    }

    private static Plan read(String optimizers, String lengths, String budget) {
        return new PlanReader(METHODS, TASKS).read("made-up.yaml", """
                tier: {settings: 2, blocks: 1}
                models: [{cell: tanh-rnn, hidden: 4}]
                tasks: [{family: recall, lengths: %s}]
                optimizers: %s
                clippings: [none]
                budget: %s
                """.formatted(lengths, optimizers, budget));
    }

    private Meter meter(DoubleSupplier compiler) {
        return new Meter(() -> seconds, () -> seconds, compiler);
    }

    /** Returns a machine on which a sequence-forward takes {@code pace} seconds. */
    private TrialExecutor machine(ToDoubleFunction<Trial> pace) {
        return (source, runner) -> {
            for (Optional<Trial> next = source.take(); next.isPresent(); next = source.take()) {
                Trial trial = next.get();
                timed.add(trial);
                long forwards = 3 * trial.budget().updates() * trial.budget().batch();
                long looks = 2L * trial.evaluation().validationSequences();
                Costs costs = new Costs(trial.budget().updates(), forwards, 0, looks, 1);
                double took = (forwards + looks) * pace.applyAsDouble(trial);
                seconds += took;
                source.done(
                        trial,
                        Ran.unprobed(new TrialResult(
                                new Outcome.BudgetSpent(), 0, 1.0, List.of(), costs, List.of(), 1, "", List.of())),
                        new Circumstances(took, "", "", "", "", ""));
            }
        };
    }
}
