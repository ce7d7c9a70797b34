package org.longspan.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.Manifest.MethodEntry;
import org.longspan.harness.record.StoredResult;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.reports.SyntheticRun.Fate;

/** An optimizer without a learning rate has no panel of learning rates, and one line says why. */
class SensitivityTest {

    @Test
    void oneAmongOthersIsNamedInTheCaption() {
        String html = html(SyntheticRun.of(Fate.PLAUSIBLE, 2, 2, "quick", 2, 1), "momentum");
        assertThat(rates(html))
                .contains("momentum has no learning rate to tune and so no panel.")
                .contains(">sgd</text>")
                .doesNotContain(">momentum</text>");
    }

    @Test
    void aloneItLeavesOneLine() {
        String html = html(SyntheticRun.of(Fate.PLAUSIBLE, 1, 2, "quick", 2, 1), "sgd");
        assertThat(rates(html))
                .contains("No optimizer of this run has a learning rate to tune.")
                .doesNotContain("<svg");
    }

    private static String rates(String html) {
        return html.substring(html.indexOf("<section id=\"rates\""), html.indexOf("id=\"divergences\""));
    }

    private static String html(SyntheticRun run, String withoutRate) {
        List<MethodEntry> optimizers = run.manifest().design().optimizers().stream()
                .map(o -> o.name().equals(withoutRate) ? withoutRanges(o) : o)
                .toList();
        List<StoredResult> results = new ArrayList<>();
        for (StoredResult r : run.results()) {
            results.add(r.trial().optimizer().name().equals(withoutRate) ? withoutSettings(r) : r);
        }
        return Report.of(run.with("optimizers", optimizers).manifest(), results, Optional.empty())
                .html();
    }

    private static MethodEntry withoutRanges(MethodEntry m) {
        return new MethodEntry(
                m.kind(), m.name(), m.summary(), m.equation(), m.citation(), m.kin(), List.of(), m.specialCases());
    }

    private static StoredResult withoutSettings(StoredResult r) {
        Choice bare = new Choice(r.trial().optimizer().name(), Settings.NONE);
        return Altered.of(r, Map.of("trial", Altered.of(r.trial(), Map.of("optimizer", bare))));
    }
}
