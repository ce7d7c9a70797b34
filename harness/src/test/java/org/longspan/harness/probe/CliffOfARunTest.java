package org.longspan.harness.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.longspan.harness.record.Budget;
import org.longspan.harness.record.EvaluationRules;
import org.longspan.harness.record.ProbeChoice;
import org.longspan.harness.record.ProbeFinding;
import org.longspan.harness.record.ProbeLook;
import org.longspan.harness.record.Replicate.Phase;
import org.longspan.harness.record.Trial;
import org.longspan.harness.run.Checkpoint;
import org.longspan.harness.run.OddTasks;
import org.longspan.harness.run.Trainer;
import org.longspan.harness.run.TrainingView;
import org.longspan.harness.run.TrainingWatch;
import org.longspan.harness.run.Trials;
import org.longspan.harness.run.Workbench;
import org.longspan.model.TaskObjective;
import org.longspan.model.Workspace;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.oracle.GradientSeams;
import org.longspan.optim.Memory;
import org.longspan.optim.StepReport;
import org.longspan.probes.CliffSteps.Kind;
import org.longspan.probes.Slice;
import org.longspan.probes.Table;
import org.longspan.task.Split;

/** A cliff is planted at one update: the targets of its batch are a thousand times as large as all others. */
class CliffOfARunTest {

    private static final int CLIFF = 60;

    private static Workbench bench() {
        return Trials.bench(new OddTasks(new OddTasks.Odd(Split.TRAIN, 10 * CLIFF, 10 * CLIFF + 10, 1000)));
    }

    private static Trial trial(String optimizer, String clipping) {
        Trial trial = Trials.of(optimizer, Map.of("learning-rate", 0.003), clipping, Map.of());
        return Trials.with(
                Trials.with(
                        Trials.with(trial, new Budget(10, 120, 1_000_000)), new EvaluationRules(10, 40, 100, 0, 100)),
                Phase.EVALUATION);
    }

    private static ProbeLook look(Workbench bench, String probe, Trial trial) {
        ProbeChoice choice = new ProbeChoice(probe, List.of(ProbeChoice.END), 1);
        List<ProbeLook> looks =
                new ProbingRunner(bench, List.of(choice), List.of()).run(trial).looks();
        assertThat(looks).hasSize(1);
        return looks.get(0);
    }

    private static ProbeFinding.Measured measured(String probe, Trial trial) {
        return (ProbeFinding.Measured) look(bench(), probe, trial).finding();
    }

    private static double[] column(ProbeFinding.Measured found, String table, String column) {
        return found.table(table).orElseThrow().column(column);
    }

    /** θ before every update, and behind the last. */
    private static final class Thetas implements TrainingWatch {

        final List<Parameters> all = new ArrayList<>();
        final List<Double> norms = new ArrayList<>();
        TrainingView run;

        @Override
        public void begins(TrainingView run) {
            this.run = run;
            all.add(run.theta().copy());
        }

        @Override
        public void after(long index, StepReport report) {
            all.add(run.theta().copy());
            norms.add(report.gradientNorm);
        }

        static Thetas of(Trial trial) {
            Thetas thetas = new Thetas();
            new Trainer(bench()).run(trial, thetas);
            return thetas;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "global-norm", "signal-norm"})
    void aPlantedCliffIsFoundAtItsUpdate(String clipping) {
        ProbeFinding.Measured tail = measured("gradient-tail", trial("sgd", clipping));

        assertThat(tail.number("cliffs")).isEqualTo(1);
        assertThat(column(tail, "updates", "cliff")[CLIFF]).isEqualTo(1);
        assertThat(column(tail, "steps", "update")).hasSize(4).containsOnly(CLIFF);
        assertThat(measured("slice", trial("sgd", clipping)).number("update")).isEqualTo(CLIFF);
    }

    @Test
    void everyUpdateHasItsNormsAndTheLossesOfItsOwnBatch() {
        Trial trial = trial("momentum", "global-norm");
        Thetas thetas = Thetas.of(trial);
        ProbeFinding.Measured tail = measured("gradient-tail", trial);
        TaskObjective batch = thetas.run.newObjective(Split.TRAIN, thetas.run.newWorkspace());

        assertThat(column(tail, "updates", "gradient norm")).containsExactly(doubles(thetas.norms));
        for (int k = 0; k < thetas.norms.size(); k++) {
            batch.bind(10L * k, 10);
            assertThat(column(tail, "updates", "loss before")[k]).isEqualTo(batch.loss(thetas.all.get(k)));
            assertThat(column(tail, "updates", "loss after")[k]).isEqualTo(batch.loss(thetas.all.get(k + 1)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "global-norm"})
    void theStepsAtACliffAreThoseOfPlainDescentMadeByHand(String clipping) {
        Trial trial = trial("sgd", clipping);
        Thetas thetas = Thetas.of(trial);
        TrainingView run = thetas.run;
        Workspace workspace = run.newWorkspace();
        Parameters theta = thetas.all.get(CLIFF);
        TaskObjective batch = run.newObjective(Split.TRAIN, workspace).bind(10 * CLIFF, 10);
        Parameters gradient = new Parameters(theta.layout());
        batch.gradient(theta, GradientSeams.NONE, gradient);
        double norm = thetas.norms.get(CLIFF);
        LentSteps lent =
                new LentSteps(run, workspace, new Checkpoint(CLIFF, theta, new Memory(theta.layout())), batch, batch);

        assertThat(lent.after(Kind.TAKEN, 1.5).data())
                .containsExactly(thetas.all.get(CLIFF + 1).data());
        assertThat(distance(lent.after(Kind.UNCLIPPED, 1.5), moved(theta, -0.003, gradient)))
                .isLessThan(1e-6 * norm);
        assertThat(distance(lent.after(Kind.CLIPPED_AT_MEDIAN, 1.5), moved(theta, -0.003 * 1.5 / norm, gradient)))
                .isLessThan(1e-6);
        assertThat(distance(lent.after(Kind.RANDOM, 1.5), theta)).isCloseTo(0.003 * 1.5, within(1e-6));
        assertThat(lent.after(Kind.RANDOM, 1.5).data())
                .as("a draw of its own, repeated")
                .containsExactly(lent.after(Kind.RANDOM, 1.5).data());
        assertThat(thetas.all.get(CLIFF)).isSameAs(theta);
    }

    @Test
    void theLossesAtACliffAreThoseBehindTheSteps() {
        Trial trial = trial("adam", "global-norm");
        Thetas thetas = Thetas.of(trial);
        ProbeFinding.Measured tail = measured("gradient-tail", trial);
        TrainingView run = thetas.run;
        TaskObjective validation =
                run.newObjective(Split.VALIDATION, run.newWorkspace()).bind(0, 100);

        assertThat(column(tail, "steps", "kind")).containsExactly(0, 1, 2, 3);
        assertThat(column(tail, "steps", "validation loss")[0]).isEqualTo(validation.loss(thetas.all.get(CLIFF + 1)));
        assertThat(column(tail, "steps", "batch loss")[0]).isEqualTo(column(tail, "updates", "loss after")[CLIFF]);
        assertThat(column(tail, "steps", "batch loss before"))
                .containsOnly(column(tail, "updates", "loss before")[CLIFF]);
    }

    @Test
    void whereSignalsAreClippedTheRecordSaysWhatItsNormsAre() {
        assertThat(measured("gradient-tail", trial("sgd", "signal-norm")).notes())
                .containsExactly(
                        "The run clips inside back-propagation; its gradient norms are those of what that leaves.");
        assertThat(measured("gradient-tail", trial("sgd", "value")).notes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"sgd, none", "sgd, global-norm", "nesterov, signal-norm", "adam, auto-clip", "averaged-sgd, global-norm"
    })
    void thePathIsThatOfTheRunBitForBitAndItsPairTheOtherWay(String optimizer, String clipping) {
        Trial trial = trial(optimizer, clipping);
        Thetas thetas = Thetas.of(trial);
        ProbeFinding.Measured slice = measured("slice", trial);
        int first = CLIFF + (int) column(slice, "path", "place")[0];
        Parameters center = thetas.all.get(CLIFF);
        TaskObjective batch =
                thetas.run.newObjective(Split.TRAIN, thetas.run.newWorkspace()).bind(10 * CLIFF, 10);
        Parameters gradient = new Parameters(center.layout());
        batch.gradient(center, GradientSeams.NONE, gradient);
        Slice plane = new Slice(center, gradient, moved(center, -1, thetas.all.get(CLIFF - 1)));
        Table expected = plane.project(new Slice.Path("path", first - CLIFF, thetas.all.subList(first, CLIFF + 41)));

        assertThat(CLIFF - first).isBetween(20, 40);
        assertThat(slice.table("path").orElseThrow().columns()).isEqualTo(expected.columns());
        assertThat(slice.number("step")).isCloseTo(distance(thetas.all.get(CLIFF + 1), center), withinPercentage(0.01));
        String pair = clipping.equals("none") ? "clipped path" : "unclipped path";
        assertThat(slice.tables()).extracting(ProbeFinding.Table::name).containsExactly("grid", "path", pair);
        assertThat(column(slice, pair, "place")).hasSize(41).startsWith(0);
        assertThat(column(slice, pair, "a")).startsWith(0);
        assertThat(Math.abs(column(slice, pair, "a")[1]))
                .as("the step at the cliff")
                .isNotCloseTo(slice.number("step"), withinPercentage(1));
        assertThat(slice.notes()).hasSize(1);
    }

    @Test
    void aPairThatOverflowsEndsThere() {
        Trial trial = trial("sgd", "global-norm");
        Workbench bench = Trials.bench(new OddTasks(new OddTasks.Odd(Split.TRAIN, 10 * CLIFF, 10 * CLIFF + 10, 1e37f)));
        ProbeFinding.Measured slice =
                (ProbeFinding.Measured) look(bench, "slice", trial).finding();

        assertThat(slice.table("path").orElseThrow().rows()).isEqualTo(61);
        assertThat(slice.table("unclipped path").orElseThrow().rows()).isBetween(2, 40);
        assertThat(slice.notes()).contains("The unclipped path leaves the picture.");
    }

    @Test
    void aRunWithoutCliffsHasNoSlice() {
        assertThat(look(Trials.bench(), "slice", trial("sgd", "none")).finding())
                .isEqualTo(new ProbeFinding.Skipped(
                        "no cliff: no gradient was over 10 times as long as the median of the 101 before it, of which"
                                + " there must be 21"));
    }

    private static double[] doubles(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static Parameters moved(Parameters from, double factor, Parameters along) {
        Parameters moved = from.copy();
        moved.addScaled((float) factor, along);
        return moved;
    }

    private static double distance(Parameters a, Parameters b) {
        double sum = 0;
        for (int i = 0; i < a.size(); i++) {
            double difference = (double) a.data()[i] - b.data()[i];
            sum += difference * difference;
        }
        return Math.sqrt(sum);
    }
}
