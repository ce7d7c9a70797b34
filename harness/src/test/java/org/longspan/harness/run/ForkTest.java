package org.longspan.harness.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.longspan.harness.record.Budget;
import org.longspan.harness.record.EvaluationRules;
import org.longspan.harness.record.Trial;
import org.longspan.harness.record.TrialResult;
import org.longspan.model.Workspace;
import org.longspan.optim.StepReport;
import org.longspan.optim.catalogue.Optimizers;
import org.longspan.optim.clip.Clippings;

class ForkTest {

    private static final Map<String, Object> SMALL = Map.of("size", "small");
    private static final int UPDATES = 25;

    static Stream<Arguments> arms() {
        Stream<Arguments> optimizers = Optimizers.all().stream()
                .flatMap(entry ->
                        Stream.of("none", "global-norm").map(clipping -> Arguments.of(entry.name(), clipping)));
        Stream<Arguments> clippings = Clippings.all().stream().map(entry -> Arguments.of("nesterov", entry.name()));
        return Stream.concat(optimizers, clippings);
    }

    private static Trial trial(String optimizer, String clipping) {
        Trial trial = Trials.of(optimizer, optimizer.equals("hessian-free") ? SMALL : Map.of(), clipping, Map.of());
        return Trials.with(
                Trials.with(trial, new Budget(10, UPDATES, 1_000_000_000)), new EvaluationRules(10, 40, 100, 0, 100));
    }

    /** Takes every step of a run by a fork of its own, and all from the tenth on by a single one. */
    private static final class Follower implements TrainingWatch {

        private TrainingView run;
        private Workspace workspace;
        private Checkpoint before;
        private Fork far;
        private int compared;

        @Override
        public void begins(TrainingView run) {
            this.run = run;
            this.workspace = run.newWorkspace();
        }

        @Override
        public void before(long index) {
            before = Checkpoint.of(run, index);
            far = index == 10 ? new Fork(run, workspace, before, run.methods().clipping()) : far;
        }

        @Override
        public void after(long index, StepReport report) {
            Fork next = new Fork(run, workspace, before, run.methods().clipping());
            isTheRun(next, report);
            if (far != null) {
                isTheRun(far, report);
            }
            compared++;
        }

        private void isTheRun(Fork fork, StepReport report) {
            StepReport own = fork.update();
            assertThat(Arrays.equals(fork.theta().data(), run.theta().data()))
                    .as("θ of update %d", compared)
                    .isTrue();
            assertThat(own.loss).isEqualTo(report.loss);
            assertThat(own.gradientNorm).isEqualTo(report.gradientNorm);
            assertThat(own.clippedNorm).isEqualTo(report.clippedNorm);
            assertThat(own.updateNorm).isEqualTo(report.updateNorm);
        }
    }

    @ParameterizedTest
    @MethodSource("arms")
    void aForkBehindTheClippingOfTheRunTakesItsSteps(String optimizer, String clipping) {
        Trial trial = trial(optimizer, clipping);
        Follower follower = new Follower();

        TrialResult result = new Trainer(Trials.bench()).run(trial, follower);
        assertThat(result).isEqualTo(Trials.run(trial));
        assertThat(follower.compared).isEqualTo(UPDATES);
    }
}
