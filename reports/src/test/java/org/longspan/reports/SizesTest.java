package org.longspan.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.StoredResult;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.reports.SyntheticRun.Fate;

/** An optimizer that works at another size than it was published with is said to, in every caption. */
class SizesTest {

    private static final SyntheticRun RUN = SyntheticRun.of(Fate.PLAUSIBLE, 2, 3, "standard", 1, 6);
    private static final Pattern CAPTION = Pattern.compile("<figcaption.*?</figcaption>", Pattern.DOTALL);

    @Test
    void everyCaptionSaysSo() {
        assertThat(captions("small"))
                .isNotEmpty()
                .allMatch(caption ->
                        caption.contains("momentum runs at its size small, which is not the published method."));
    }

    @Test
    void atThePublishedSizeNoneDoes() {
        assertThat(captions("published")).isNotEmpty().noneMatch(caption -> caption.contains("its size"));
    }

    private static List<String> captions(String size) {
        List<StoredResult> results =
                RUN.results().stream().map(result -> sized(result, size)).toList();
        String html = Report.of(RUN.manifest(), results, Optional.empty()).html();
        return CAPTION.matcher(html).results().map(MatchResult::group).toList();
    }

    private static StoredResult sized(StoredResult result, String size) {
        Choice optimizer = result.trial().optimizer();
        if (!optimizer.name().equals("momentum")) {
            return result;
        }
        Settings settings = optimizer.settings().with("size", size);
        return Altered.of(
                result,
                Map.of("trial", Altered.of(result.trial(), Map.of("optimizer", new Choice("momentum", settings)))));
    }
}
