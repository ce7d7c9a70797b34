package org.longspan.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.ModelChoice;
import org.longspan.reports.SyntheticRun.Fate;

/** What a closed form reaches stands in both reports, and no run without one shows a trace of it. */
class ReferencesTest {

    private static final SyntheticRun RUN = SyntheticRun.of(Fate.PLAUSIBLE, 1, 2, "standard", 1, 6);
    private static final String TITLE = "The read-out in closed form";

    @Test
    void aRunWithoutThemHasNoTable() {
        Report report = Report.of(RUN.manifest(), RUN.results(), Optional.empty());
        assertThat(report.html()).doesNotContain(TITLE);
        assertThat(report.document().references()).isEmpty();
    }

    @Test
    void eachIsARowBesideChanceWithItsVerdict() {
        Report report = Report.of(with(reference(0.25, 0.002), reference(null, 0.75)), RUN.results(), Optional.empty());
        String html = report.html();
        assertThat(html).contains(TITLE, ">solved<", ">not solved<", ">0.75<", ">0.25<");
        assertThat(report.document().references()).hasSize(2).allSatisfy(row -> {
            assertThat(row.reference()).isEqualTo("ridge");
            assertThat(row.model()).isEqualTo("rnn-tanh");
            assertThat(row.ridge()).isEqualTo(0.01);
        });
        assertThat(JsonReportTest.errors(report.json())).isEmpty();
    }

    private static Manifest.Reference reference(Double loss, Double measure) {
        Manifest m = RUN.manifest();
        ModelChoice model = m.design().models().get(0);
        return new Manifest.Reference("ridge", m.design().tasks().get(0).task(), model, 100, 1000, 0.01, loss, measure);
    }

    private static Manifest with(Manifest.Reference... references) {
        return RUN.with("references", List.of(references)).manifest();
    }
}
