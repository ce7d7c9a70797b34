package org.longspan.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.longspan.harness.record.Manifest.TaskEntry;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.Replicate.Phase;
import org.longspan.harness.record.StoredResult;
import org.longspan.reports.SyntheticRun.Fate;
import org.longspan.reports.figure.Figure;
import org.longspan.reports.figure.HalfLengthFigure;
import org.longspan.reports.figure.RateByLength;
import org.longspan.reports.statistics.HalfLength;
import org.longspan.reports.summary.ArrangedRun;

/** T50 where there are three lengths, solved rate against length where there are two, nothing where there is one. */
class LengthFiguresTest {

    private static final SyntheticRun RUN = SyntheticRun.quick();
    private static final int[] LENGTHS = {10, 20, 40};

    @Test
    void t50IsThatOfThePooledRates() {
        int[] solved = new int[3];
        int[] runs = new int[3];
        for (StoredResult r : RUN.results()) {
            if (r.trial().replicate().phase() == Phase.EVALUATION
                    && r.trial().task().family().equals("adding")
                    && r.trial().model().cell().name().equals("rnn-tanh")
                    && r.trial().optimizer().name().equals("nesterov")
                    && !r.trial().clipping().name().equals("none")) {
                int place = r.trial().task().length() / 20;
                runs[place]++;
                solved[place] += r.result().outcome() instanceof Outcome.Solved ? 1 : 0;
            }
        }
        HalfLength half = HalfLength.of(LENGTHS, solved, runs);
        assertThat(half.length()).isPresent();
        assertThat(t50(RUN, RUN.results()).orElseThrow().csv())
                .contains("adding/sum,rnn-tanh,nesterov,true," + (runs[0] + runs[1] + runs[2]) + ","
                        + (solved[0] + solved[1] + solved[2]) + ","
                        + half.length().orElseThrow() + ",");
    }

    @Test
    void ratesAreCountsOfEvaluationRuns() {
        long solved = RUN.results().stream()
                .filter(r -> r.trial().replicate().phase() == Phase.EVALUATION
                        && r.trial().task().family().equals("copy")
                        && r.trial().task().length() == 20
                        && r.trial().model().cell().name().equals("lstm")
                        && r.trial().optimizer().name().equals("adam")
                        && r.trial().clipping().name().equals("none")
                        && r.result().outcome() instanceof Outcome.Solved)
                .count();
        assertThat(rates(RUN, RUN.results()).orElseThrow().csv())
                .contains("copy/memory-5-bit,20,lstm,adam,false,2," + solved + ",");
    }

    @Test
    void twoLengthsHaveRatesAndNoT50AndOneHasNeither() {
        assertThat(t50(lengths(2), RUN.results())).isEmpty();
        assertThat(rates(lengths(2), RUN.results())).isPresent();
        assertThat(t50(lengths(1), RUN.results())).isEmpty();
        assertThat(rates(lengths(1), RUN.results())).isEmpty();
    }

    @Test
    void nothingSolvedHasNoT50AndNothingRunHasNeither() {
        SyntheticRun none = SyntheticRun.of(Fate.NOTHING_SOLVED, 2, 2, "own", 2, 2);
        assertThat(t50(none, none.results())).isEmpty();
        assertThat(rates(none, none.results())).isPresent();
        assertThat(t50(RUN, List.of())).isEmpty();
        assertThat(rates(RUN, List.of())).isEmpty();
    }

    @Test
    void theBestComesFirst() {
        String svg = t50(RUN, RUN.results()).orElseThrow().svg();
        assertThat(svg.indexOf(">adam<")).isPositive().isLessThan(svg.indexOf(">sgd<"));
    }

    /** The run with only the first lengths of each task. */
    private static SyntheticRun lengths(int count) {
        List<TaskEntry> tasks = RUN.manifest().design().tasks().stream()
                .filter(t -> t.task().length() <= LENGTHS[count - 1])
                .toList();
        return RUN.with("tasks", tasks);
    }

    private static Optional<Figure> t50(SyntheticRun made, List<StoredResult> results) {
        return HalfLengthFigure.of(ArrangedRun.of(made.manifest(), results));
    }

    private static Optional<Figure> rates(SyntheticRun made, List<StoredResult> results) {
        return RateByLength.of(ArrangedRun.of(made.manifest(), results));
    }
}
