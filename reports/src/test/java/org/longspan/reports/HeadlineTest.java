package org.longspan.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.longspan.harness.record.Replicate.Phase;
import org.longspan.harness.record.Sample;
import org.longspan.harness.record.StoredResult;
import org.longspan.reports.SyntheticRun.Fate;

/** The sentence that a reader takes away. */
class HeadlineTest {

    @Test
    void namesTheSharesAtTheShortestAndTheLongestLength() {
        SyntheticRun run = SyntheticRun.quick();
        assertThat(html(run, run.results()))
                .contains("On adding/sum, rnn-tanh solved 82 % of its runs at T = 10 and 22 % at T = 40; lstm 98 %"
                        + " and 78 %.");
    }

    @Test
    void saysWhenNothingWasSolvedAndWhenNothingWasEvaluated() {
        SyntheticRun run = SyntheticRun.of(Fate.NOTHING_SOLVED, 2, 2, "quick", 2, 2);
        assertThat(html(run, run.results())).contains("Nothing was solved: none of 96 evaluation runs");
        List<StoredResult> selection = run.results().stream()
                .filter(r -> r.trial().replicate().phase() == Phase.TUNING)
                .toList();
        assertThat(html(run, selection)).contains("No evaluation run has finished yet.");
        assertThat(html(run, List.of())).contains("Nothing was run");
    }

    @Test
    void aSampleIsNotSaidToWaitForItsEvaluation() {
        SyntheticRun run = SyntheticRun.of(Fate.PLAUSIBLE, 2, 2, "quick", 2, 2)
                .with("sample", Optional.of(new Sample(9, 0)))
                .with("plannedTrials", 9);
        List<StoredResult> selection = run.results().stream()
                .filter(r -> r.trial().replicate().phase() == Phase.TUNING)
                .limit(9)
                .toList();
        assertThat(html(run, selection))
                .contains("Nothing is evaluated: this run is a sample of the plan's tuning trials.")
                .contains("The tuning runs: one run a setting in each block")
                .contains("or has no evaluation run in the sample.")
                .doesNotContain(" yet");
    }

    @Test
    void aTaskNotReachedYetIsNotCalledUnsolved() {
        SyntheticRun run = SyntheticRun.quick();
        List<StoredResult> adding = run.results().stream()
                .filter(r -> r.trial().task().family().equals("adding"))
                .toList();
        assertThat(html(run, adding)).contains("On copy/memory-5-bit, nothing has been evaluated yet.");
    }

    @Test
    void aModelThatWasNotRunIsNotSaidToSolveNothing() {
        SyntheticRun run = SyntheticRun.quick();
        List<StoredResult> some = run.results().stream()
                .filter(r -> r.trial().model().cell().name().contains("tanh")
                        || r.trial().task().length() == 10)
                .toList();
        assertThat(html(run, some))
                .contains("On adding/sum, rnn-tanh solved 82 % of its runs at T = 10 and 22 % at T = 40;"
                        + " lstm 98 % at T = 10.");
        List<StoredResult> none = run.results().stream()
                .filter(r -> r.trial().model().cell().name().contains("tanh"))
                .toList();
        assertThat(html(run, none))
                .contains("On adding/sum, rnn-tanh solved 82 % of its runs at T = 10 and 22 % at T = 40. On");
    }

    private static String html(SyntheticRun run, List<StoredResult> results) {
        return Report.of(run.manifest(), results, Optional.empty()).html().replace('\u00a0', ' ');
    }
}
