package org.longspan.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.ModelChoice;
import org.longspan.reports.SyntheticRun.Fate;
import org.longspan.reports.finding.IndexedRun;
import org.longspan.reports.json.GridRows.Cell;
import org.longspan.reports.summary.ArrangedRun;

/** What a plan leaves out of the crossing is told apart from what was skipped and from what is still to come. */
class LeftOutTest {

    private static final SyntheticRun WHOLE = SyntheticRun.of(Fate.PLAUSIBLE, 2, 3, "standard", 1, 6);
    private static final ModelChoice MODEL = WHOLE.manifest().design().models().get(0);
    private static final SyntheticRun RUN =
            WHOLE.with("leftOut", List.of(new Manifest.LeftOut(MODEL, null, List.of("momentum"))));
    private static final Report REPORT = Report.of(
            RUN.manifest(),
            RUN.results().stream()
                    .filter(r -> !r.trial().model().equals(MODEL)
                            || !r.trial().optimizer().name().equals("momentum"))
                    .toList(),
            Optional.empty());

    @Test
    void itIsACaveatThatNamesModelAndOptimizers() {
        assertThat(REPORT.html())
                .contains("Left out of the crossing", "rnn-tanh", "The plan does not train it by momentum.");
    }

    @Test
    void itsCellsAreNeitherSkippedNorMissing() {
        assertThat(REPORT.document().cells())
                .filteredOn(LeftOutTest::leftOut)
                .hasSize(3 * 6)
                .allSatisfy(cell -> {
                    assertThat(cell.state()).isEqualTo("left-out");
                    assertThat(cell.skipReason()).isNull();
                });
        assertThat(REPORT.document().cells())
                .filteredOn(cell -> !leftOut(cell))
                .noneMatch(cell -> cell.state().equals("left-out"));
        assertThat(JsonReportTest.errors(REPORT.json())).isEmpty();
    }

    @Test
    void captionsAndTheGridCountItApart() {
        assertThat(REPORT.html())
                .contains("2 optimizers × 3 clippings × 2 models × 6 tasks and lengths, less 18 cells left out by the"
                        + " plan")
                .contains("in 27 cells: 6 arms × 2 models × 3 lengths, less 9 left out by the plan.")
                .contains("momentum × value on rnn-tanh, adding/sum, T = 10: left out by the plan");
    }

    @Test
    void itIsComparedWithNothingAndHasNoLengthLearnedHalfOfTheTime() {
        assertThat(IndexedRun.of(ArrangedRun.of(RUN.manifest(), RUN.results())).evaluations())
                .isNotEmpty()
                .noneMatch(row -> row.model() == 0 && row.optimizer() == 1);
        assertThat(REPORT.document().spans())
                .isNotEmpty()
                .noneMatch(
                        row -> row.model().equals("rnn-tanh") && row.optimizer().equals("momentum"));
        assertThat(REPORT.html()).contains("<td>left out by the plan</td>");
    }

    private static boolean leftOut(Cell cell) {
        return cell.model().equals("rnn-tanh") && cell.optimizer().equals("momentum");
    }
}
