package org.longspan.harness.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.ProbeChoice;
import org.longspan.harness.record.ProbeFinding;
import org.longspan.harness.record.ProbeLook;
import org.longspan.harness.record.Replicate.Phase;
import org.longspan.harness.record.Trial;
import org.longspan.harness.run.TrialRunner.Ran;
import org.longspan.harness.run.Trials;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.optim.clip.Clippings;
import org.longspan.probes.Probes;

class ProbingRunnerTest {

    private static final List<Choice> CLIPPINGS = List.of(
            choice("none"), choice("global-norm"), choice("signal-norm"), choice("example-norm"), choice("auto-clip"));
    private static final List<String> NAMES = Probes.names();
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
    void looksDependOnNothingButTheTrial() {
        ProbeChoice probe = at("signal-by-lag", "3", "end");
        assertThat(findings(run(TRIAL, probe)))
                .isEqualTo(findings(run(TRIAL, at("lyapunov", "0"), probe)).subList(1, 3));
    }
}
