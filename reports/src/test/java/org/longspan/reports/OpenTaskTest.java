package org.longspan.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.longspan.harness.key.Axes;
import org.longspan.harness.record.CurvePoint;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.Manifest.TaskEntry;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.TaskChoice;
import org.longspan.harness.record.Trial;
import org.longspan.harness.record.TrialId;
import org.longspan.harness.record.TrialResult;
import org.longspan.reports.SyntheticRun.Fate;
import org.longspan.reports.finding.IndexedRun;
import org.longspan.reports.finding.Span;
import org.longspan.reports.summary.ArrangedRun;
import org.longspan.reports.summary.CellResult;
import org.longspan.reports.summary.FinalLoss;

/** A task without a solved criterion has no solved rate, no cost to solve and no T50; it has a final loss. */
class OpenTaskTest {

    private static final String TEXT = "text/next/0123abcd";
    private static final SyntheticRun RUN = SyntheticRun.of(Fate.PLAUSIBLE, 2, 2, "standard", 2, 6);
    private static final Manifest MIXED = manifest(false);
    private static final Manifest ALL_OPEN = manifest(true);

    @Test
    void itHasNoRateNoCostAndNoInterval() {
        for (CellResult cell : open(MIXED)) {
            assertThat(cell.runs()).isPositive();
            assertThat(cell.solved()).isZero();
            assertThat(cell.interval()).isEmpty();
            assertThat(cell.medianCost()).isEmpty();
            assertThat(cell.expectedCost()).isEmpty();
        }
    }

    @Test
    void itHasNoLengthLearnedHalfOfTheTime() {
        assertThat(Span.of(summary(MIXED)))
                .isNotEmpty()
                .noneMatch(span -> span.task().equals(TEXT));
        assertThat(Span.of(summary(ALL_OPEN))).isEmpty();
    }

    @Test
    void itStaysOutOfThePooledRates() {
        String both = html(MIXED);
        long solvable = summary(MIXED).cells(CellResult::solvable).stream()
                .mapToInt(CellResult::runs)
                .sum();
        assertThat(both).contains(solvable + " runs in all");
        assertThat(json(MIXED)).contains("\"solvedRate\":null");
    }

    @Test
    void itHasNoScoreAndTakesNoPartInAnyComparison() {
        assertThat(open(MIXED)).allSatisfy(cell -> assertThat(cell.score()).isEmpty());
        assertThat(IndexedRun.of(summary(MIXED)).tasks())
                .extracting(e -> e.task().family())
                .containsOnly("adding");
        assertThat(IndexedRun.of(summary(ALL_OPEN)).evaluations()).isEmpty();
    }

    @Test
    void theHeadlineAndTheHeatMapSayHowFarBelowChanceTheMedianRunEnded() {
        String html = html(MIXED);
        assertThat(html)
                .contains("On " + TEXT + ", which has no solved criterion, the median final loss over chance was ")
                .contains("Median final validation loss on " + TEXT + " in multiples of chance")
                .contains("On adding/sum, ")
                .contains("budget spent")
                .doesNotContain("budget spent, unsolved");
    }

    @Test
    void aRunWithNothingToSolveSaysSoAndIsValid() {
        String html = html(ALL_OPEN);
        assertThat(html.substring(0, html.lastIndexOf("<script>"))) // the script asks whether a cell is NaN
                .contains("No task of this run has a solved criterion")
                .doesNotContain("Nothing was solved")
                .doesNotContain("NaN");
        assertThat(JsonReportTest.errors(json(ALL_OPEN))).isEmpty();
        assertThat(JsonReportTest.errors(json(MIXED))).isEmpty();
    }

    @Test
    void aDivergedRunStaysInTheMedianOfTheFinalLosses() {
        CellResult cell = open(MIXED).stream()
                .filter(c -> c.diverged() > 0)
                .findFirst()
                .orElseGet(() -> open(MIXED).get(0));
        FinalLoss loss = FinalLoss.of(List.of(cell)).orElseThrow();
        assertThat(loss.runs()).isEqualTo(cell.runs());
        long below = cell.evaluation().stream()
                .mapToDouble(run ->
                        run.diverged() ? Double.POSITIVE_INFINITY : run.last().validationLoss() / run.chance())
                .filter(ratio -> ratio <= loss.overChance())
                .count();
        assertThat(2 * below).isGreaterThanOrEqualTo(cell.runs());
    }

    @Test
    void twoFilesOfOneVariantAndLengthAreTwoTasks() {
        List<TaskEntry> entries = new ArrayList<>(ALL_OPEN.design().tasks());
        TaskEntry one = entries.get(0);
        entries.add(open(one, one.task().length(), "sha256 fedc9876, 5 bytes"));
        ArrangedRun run = ArrangedRun.of(with(ALL_OPEN, entries), results());
        assertThat(run.taskNames()).containsExactly(TEXT, "text/next/fedc9876");
        assertThat(run.cells(c -> c.problem().task().endsWith("fedc9876"))).allMatch(c -> c.runs() == 0);
        assertThat(run.cells(c -> c.problem().task().equals(TEXT))).allMatch(c -> c.runs() > 0);
    }

    private static List<CellResult> open(Manifest manifest) {
        return summary(manifest).cells(cell -> cell.problem().task().equals(TEXT));
    }

    private static ArrangedRun summary(Manifest manifest) {
        return ArrangedRun.of(manifest, results());
    }

    private static String html(Manifest manifest) {
        return Report.of(manifest, results(), Optional.empty()).html().replace('\u00a0', ' ');
    }

    private static String json(Manifest manifest) {
        return Report.of(manifest, results(), Optional.empty()).json();
    }

    /** The second task of the made-up run, without its criterion; and perhaps without the first. */
    private static Manifest manifest(boolean alone) {
        List<TaskEntry> entries = new ArrayList<>();
        for (TaskEntry entry : RUN.manifest().design().tasks()) {
            if (entry.task().family().equals("copy")) {
                entries.add(open(entry, entry.task().length(), "sha256 0123abcd, 5 bytes"));
            } else if (!alone) {
                entries.add(entry);
            }
        }
        return with(RUN.manifest(), entries);
    }

    private static TaskEntry open(TaskEntry entry, int length, String content) {
        TaskChoice text = new TaskChoice("text", "next", length, entry.task().settings(), Map.of("file", content));
        return new TaskEntry(text, false, entry.chance(), "entropy", "loss", true, null, "nats", "A. Author 2000");
    }

    private static List<StoredResult> results() {
        List<StoredResult> results = new ArrayList<>();
        for (StoredResult r : RUN.results()) {
            boolean copy = r.trial().task().family().equals("copy");
            results.add(copy ? open(r) : r);
        }
        return results;
    }

    private static StoredResult open(StoredResult r) {
        Trial t = r.trial();
        TaskChoice text = new TaskChoice(
                "text", "next", t.task().length(), t.task().settings(), Map.of("file", "sha256 0123abcd, 5 bytes"));
        long seed = Axes.block(
                RUN.manifest().rules().seed(),
                text,
                t.model(),
                t.replicate().kin(),
                t.replicate().block());
        Trial trial = Altered.of(t, Map.of("task", text, "seed", seed));
        TrialResult result = r.result();
        List<CurvePoint> curve =
                result.curve().stream().map(OpenTaskTest::measuredByLoss).toList();
        Outcome outcome = result.outcome() instanceof Outcome.Solved ? new Outcome.BudgetSpent() : result.outcome();
        TrialResult open = Altered.of(result, Map.of("outcome", outcome, "curve", curve));
        return new StoredResult(new TrialId(r.id().value()), trial, r.code(), open, r.circumstances());
    }

    private static CurvePoint measuredByLoss(CurvePoint p) {
        return new CurvePoint(p.updates(), p.sequenceForwards(), p.validationLoss(), p.validationLoss(), p.steps());
    }

    private static Manifest with(Manifest m, List<TaskEntry> tasks) {
        return Altered.of(m, Map.of("tasks", tasks));
    }
}
