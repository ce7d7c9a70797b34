package org.longspan.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.Manifest.TaskEntry;
import org.longspan.reports.SyntheticRun.Fate;
import org.longspan.reports.finding.Caveat;

/** What tasks say of their data is a caveat, once for all lengths. */
class DataWarningsTest {

    private static final SyntheticRun RUN = SyntheticRun.of(Fate.PLAUSIBLE, 1, 1, "standard", 1, 2);

    @Test
    void aWarningIsACaveatOfItsTask() {
        List<Manifest.Warning> warnings = RUN.manifest().design().tasks().stream()
                .map(TaskEntry::task)
                .filter(task -> task.family().equals("copy"))
                .map(task -> new Manifest.Warning(task, "training lacks the symbol 7"))
                .toList();
        assertThat(warnings).hasSizeGreaterThan(1);
        Report report = Report.of(RUN.with("warnings", warnings).manifest(), RUN.results(), Optional.empty());
        assertThat(report.document().caveats().stream()
                        .filter(caveat -> caveat.kind().equals("data")))
                .containsExactly(new Caveat("data", "copy/memory-5-bit", "training lacks the symbol 7."));
        assertThat(report.html()).contains("Data that training does not show");
    }
}
