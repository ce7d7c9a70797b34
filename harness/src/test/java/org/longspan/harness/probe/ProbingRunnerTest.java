package org.longspan.harness.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.common.base.Throwables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.longspan.harness.record.Budget;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.DivergenceRules;
import org.longspan.harness.record.EvaluationRules;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.ProbeChoice;
import org.longspan.harness.record.ProbeFinding;
import org.longspan.harness.record.ProbeLook;
import org.longspan.harness.record.Replicate.Phase;
import org.longspan.harness.record.Trial;
import org.longspan.harness.record.TrialResult;
import org.longspan.harness.run.Trainer;
import org.longspan.harness.run.TrainingView;
import org.longspan.harness.run.TrialRunner.Ran;
import org.longspan.harness.run.Trials;
import org.longspan.harness.run.Workbench;
import org.longspan.model.Network;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.numerics.random.Seed;
import org.longspan.optim.Memory;
import org.longspan.optim.Step;
import org.longspan.optim.StepReport;
import org.longspan.optim.clip.Clippings;
import org.longspan.optim.schedule.Constant;
import org.longspan.probes.ClippedArm;
import org.longspan.probes.ProbeResult;
import org.longspan.probes.Probes;
import org.longspan.probes.Table;

class ProbingRunnerTest {

    private static final List<Choice> CLIPPINGS = List.of(
            choice("none"), choice("global-norm"), choice("signal-norm"), choice("example-norm"), choice("auto-clip"));
    private static final List<String> NAMES = Probes.names();
    private static final EvaluationRules NEVER_SOLVED = new EvaluationRules(10, 40, 100, 0, 100);
    private static final Trial TRIAL = Trials.with(Trials.PLAIN, Phase.EVALUATION);

    private static Choice choice(String clipping) {
        return new Choice(clipping, Clippings.named(clipping).complete(Settings.NONE));
    }

    private static ProbeChoice at(String probe, String... moments) {
        return new ProbeChoice(probe, List.of(moments), 1);
    }

    private static Ran run(Trial trial, ProbeChoice... probes) {
        return new ProbingRunner(Trials.bench(), List.of(probes), CLIPPINGS).run(trial);
    }

    private static List<ProbeFinding> findings(Ran ran) {
        return ran.looks().stream().map(ProbeLook::finding).toList();
    }

    @Test
    void everyProbeMeasuresAtEveryMomentThatComes() {
        ProbeChoice[] all =
                NAMES.stream().map(name -> at(name, "0", "7", "end")).toArray(ProbeChoice[]::new);
        Ran ran = run(TRIAL, all);

        assertThat(ran.result()).isEqualTo(Trials.run(TRIAL));
        assertThat(ran.looks())
                .extracting(ProbeLook::probe)
                .containsExactlyElementsOf(NAMES.stream()
                        .flatMap(name -> List.of(name, name, name).stream())
                        .toList());
        assertThat(ran.looks()).extracting(ProbeLook::moment).startsWith("0", "7", "end", "0", "7", "end");
        assertThat(ran.looks()).extracting(ProbeLook::updates).startsWith(0L, 7L, 50L);
        assertThat(ran.looks())
                .filteredOn(look -> !look.probe().equals("slice"))
                .allSatisfy(look -> assertThat(look.finding()).isInstanceOf(ProbeFinding.Measured.class));
    }

    @Test
    void looksDependOnNothingButTheTrialTheProbeAndTheMoment() {
        ProbeChoice probe = at("lyapunov", "3", "end");
        List<ProbeFinding> beside = findings(run(TRIAL, at("signal-by-lag", "0"), at("lyapunov", "end", "3")));
        List<ProbeFinding> alone = findings(run(TRIAL, probe));

        assertThat(alone).containsExactly(beside.get(2), beside.get(1));
        assertThat(findings(run(Trials.with(TRIAL, 1), probe))).isNotEqualTo(alone);
    }

    @Test
    void aMomentIsSoManyUpdatesOrAnEndAndTheWeightsAreThoseOfThen() {
        Thetas thetas = new Thetas();
        Trainer trainer = new Trainer(Trials.bench());
        ProbeWatch watch = new ProbeWatch(at("any", "50", "0", "end", "7"), thetas);
        TrialResult result = trainer.run(Trials.with(TRIAL, NEVER_SOLVED), watch);

        assertThat(watch.looks()).extracting(ProbeLook::moment).containsExactly("50", "0", "end", "7");
        assertThat(watch.looks()).extracting(ProbeLook::updates).containsExactly(50L, 0L, 50L, 7L);
        assertThat(thetas.asked).containsExactly("0", "7", "50", "end");
        assertThat(thetas.seen.get(0)).isEqualTo(thetas.initial);
        assertThat(thetas.seen.get(2)).isEqualTo(thetas.seen.get(3)).isNotEqualTo(thetas.seen.get(1));
        assertThat(result.costs().updates()).isEqualTo(50);
    }

    @Test
    void underAveragingTheWeightsAreTheMeanThatTheRunWouldHandOut() {
        Trial trial = Trials.with(Trials.of("averaged-sgd", Map.of(), "none", Map.of()), NEVER_SOLVED);
        Thetas thetas = new Thetas();
        new Trainer(Trials.bench()).run(trial, new ProbeWatch(at("any", "end"), thetas));

        assertThat(thetas.seen.get(0)).isNotEqualTo(thetas.run.theta().data());
    }

    @Test
    void aRunThatSolvesItsTaskIsLookedAtThenAndLaterMomentsNeverCome() {
        Trial trial = Trials.with(
                Trials.with(Trials.of("hessian-free", Map.of("size", "small"), "none", Map.of()), Phase.EVALUATION),
                new Budget(10, 50, 1_000_000_000));
        Ran ran = run(trial, at("lyapunov", "0", "40", "solved", "end"));
        long updates = ran.result().costs().updates();

        assertThat(ran.result().outcome()).isInstanceOf(Outcome.Solved.class);
        assertThat(ran.looks()).extracting(ProbeLook::updates).containsExactly(0L, updates, updates, updates);
        assertThat(findings(ran).get(1)).isEqualTo(skipped("update 40 never came: the run ended before"));
        assertThat(findings(ran).get(2)).isInstanceOf(ProbeFinding.Measured.class);
        assertThat(findings(ran).get(3)).isInstanceOf(ProbeFinding.Measured.class);
    }

    @Test
    void aRunThatSolvesNothingSaysSo() {
        Ran ran = run(Trials.with(TRIAL, NEVER_SOLVED), at("lyapunov", "solved"));

        assertThat(findings(ran)).containsExactly(skipped("solved never came: the run ended before"));
        assertThat(ran.looks().get(0).updates()).isEqualTo(50);
    }

    @Test
    void weightsThatAreNotFiniteAreNotLookedAt() {
        Trial diverges =
                Trials.with(Trials.of("sgd", Map.of("learning-rate", 3e38), "none", Map.of()), Phase.EVALUATION);
        Trial trial = Trials.withPolicy(Trials.with(diverges, new Budget(10, 200, 1_000_000)), "random-step");
        Ran ran = run(
                Trials.with(trial, new DivergenceRules(1e3, 1000)),
                at("lyapunov", "0", "end"),
                at("gradient-tail", "end"));

        assertThat(ran.result().outcome()).isInstanceOf(Outcome.Diverged.class);
        assertThat(findings(ran).get(0)).isInstanceOf(ProbeFinding.Measured.class);
        assertThat(findings(ran).get(1)).isEqualTo(skipped("the weights are not finite: the run diverged"));
        assertThat(findings(ran).get(2)).isInstanceOf(ProbeFinding.Measured.class);
    }

    @Test
    void aTrialThatIsSkippedHasALookForEveryMoment() {
        Trial trial = Trials.with(Trials.of("sgd", Map.of(), "signal-norm", Map.of("site", "cell")), Phase.EVALUATION);
        Ran ran = run(trial, at("lyapunov", "0", "end"), at("slice", "end"));
        String reason = ((Outcome.Skipped) ran.result().outcome()).reason();

        assertThat(findings(ran)).hasSize(3).containsOnly(skipped("the trial was skipped: " + reason));
        assertThat(ran.looks()).extracting(ProbeLook::updates).containsOnly(0L);
    }

    @Test
    void trialsThatNoProbeLooksAtRunPlainly() {
        assertThat(run(Trials.with(TRIAL, Phase.TUNING), at("lyapunov", "0")).looks())
                .isEmpty();
        assertThat(run(TRIAL, new ProbeChoice("lyapunov", List.of("0"), 0)).looks())
                .isEmpty();
    }

    @Test
    void aProbeThatBreaksOffIsAFindingAndNoFailureOfTheTrial() {
        for (String where : List.of("begins", "before", "after", "look")) {
            ProbeWatch watch =
                    new ProbeWatch(at("any", "0", "end"), new Breaks(where, new IllegalStateException("no")));
            TrialResult result = new Trainer(Trials.bench()).run(TRIAL, watch);

            assertThat(result).isEqualTo(Trials.run(TRIAL));
            assertThat(watch.looks().get(1).finding()).isEqualTo(new ProbeFinding.Failed("IllegalStateException: no"));
        }
    }

    @Test
    void aNumberThatIsNotFiniteIsRecordedAsNone() {
        ProbeFinding found = Findings.of(new ProbeResult.Measured(
                Map.of("one", Double.NEGATIVE_INFINITY, "two", 2.0),
                List.of(new Table("t", Map.of("c", List.of(Double.POSITIVE_INFINITY, 3.0)))),
                List.of("said")));

        assertThat(found)
                .isEqualTo(new ProbeFinding.Measured(
                        Map.of("one", Double.NaN, "two", 2.0),
                        List.of(new ProbeFinding.Table("t", Map.of("c", List.of(Double.NaN, 3.0)))),
                        List.of("said")));
    }

    @Test
    void anErrorOfAProbeIsThatOfTheTrial() {
        ProbeWatch watch = new ProbeWatch(at("any", "0"), new Breaks("after", new OutOfMemoryError("full")));
        Trainer trainer = new Trainer(Trials.bench());

        assertThatThrownBy(() -> trainer.run(TRIAL, watch)).isInstanceOf(OutOfMemoryError.class);
    }

    @Test
    void theBiasIsThatOfThePlansClippingsWithUnits() {
        ProbeFinding.Measured bias = (ProbeFinding.Measured)
                findings(run(TRIAL, at("clip-bias", "0"))).get(0);

        assertThat(bias.tables())
                .extracting(ProbeFinding.Table::name)
                .containsExactly("global-norm", "signal-norm", "example-norm");
    }

    @Test
    void aClippingIsComparedAtMultiplesOfItsUnitWhateverThePlanStates() {
        Choice absolute = new Choice("global-norm", new Settings(Map.of("threshold", 1e6, "relative-to", "absolute")));
        Workbench bench = Trials.bench();
        double unit = bench.units(TRIAL, bench.methods().clippings().create(choice("global-norm")))[0];
        ClippedArm arm =
                new ComparedClippings(bench, List.of(absolute)).of(TRIAL).get(0);
        Network network = bench.network(TRIAL.model(), TRIAL.task());
        Parameters gradient = new Parameters(network.layout());
        gradient.data()[0] = (float) (5 * unit);
        arm.at()
                .apply(2)
                .perUpdate()
                .apply(
                        gradient,
                        gradient,
                        new Memory(network.layout()),
                        new Step(network.kernels(), Seed.root(0), new Constant(), 1));

        assertThat(gradient.data()[0]).isCloseTo((float) (2 * unit), within((float) (1e-6 * unit)));
    }

    private static ProbeFinding skipped(String reason) {
        return new ProbeFinding.Skipped(reason);
    }

    /** Keeps the weights that it is asked to look at. */
    private static final class Thetas implements Instrument {

        final List<float[]> seen = new ArrayList<>();
        final List<String> asked = new ArrayList<>();
        float[] initial;
        TrainingView run;

        @Override
        public void begins(TrainingView run) {
            this.run = run;
            this.initial = run.theta().data().clone();
        }

        @Override
        public ProbeResult look(String moment, long updates) {
            asked.add(moment);
            seen.add(run.answer().data());
            return new ProbeResult.Skipped("seen");
        }
    }

    /** Throws where it is told to. */
    private record Breaks(String where, Throwable what) implements Instrument {

        private void at(String here) {
            if (here.equals(where)) {
                Throwables.throwIfUnchecked(what);
            }
        }

        @Override
        public void begins(TrainingView run) {
            at("begins");
        }

        @Override
        public void before(long index) {
            at("before");
        }

        @Override
        public void after(long index, StepReport report) {
            at("after");
        }

        @Override
        public ProbeResult look(String moment, long updates) {
            at("look");
            return new ProbeResult.Skipped("seen");
        }
    }
}
