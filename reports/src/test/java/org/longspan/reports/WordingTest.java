package org.longspan.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.longspan.reports.SyntheticRun.Fate;

/** Counts agree with their nouns, and nothing is said of what a run does not have. */
class WordingTest {

    private static final Pattern ONE_OF_MANY = Pattern.compile(
            "(?<![\\d,.])1 (optimizers|clippings|models|lengths|tasks|runs|evaluation runs|trials|planned"
                    + " trials|stored trials|blocks|settings|schemes|arms|cells|updates)\\b");

    private static final SyntheticRun TINY = only(SyntheticRun.of(Fate.PLAUSIBLE, 1, 1, "smoke", 1, 1));

    @Test
    void oneIsNotFollowedByAPlural() {
        assertThat(html(TINY)).doesNotContainPattern(ONE_OF_MANY);
        assertThat(html(SyntheticRun.of(Fate.PLAUSIBLE, 1, 2, "quick", 1, 1))).doesNotContainPattern(ONE_OF_MANY);
        assertThat(html(TINY)).contains("1 optimizer × 1 clipping × 1 model × 1 task and length");
    }

    @Test
    void nothingIsPooledWhereThereIsOneOfEach() {
        assertThat(html(TINY))
                .doesNotContain(" pooled")
                .doesNotContain("with clipping</text>")
                .contains("Every arm of this run is without clipping: there is nothing to compare.");
    }

    @Test
    void oneSchemeIsNamedAndSeveralArePooled() {
        assertThat(html(SyntheticRun.of(Fate.PLAUSIBLE, 1, 2, "quick", 1, 1)))
                .contains("without clipping (ring) and with it (disc, value)")
                .doesNotContain("schemes pooled");
        assertThat(html(SyntheticRun.quick()))
                .contains("without clipping (ring) and with it (disc, all 5 schemes pooled)")
                .contains(
                        "Evaluation runs solved, all optimizers and schemes pooled, with intervals of 95 % over blocks.");
    }

    @Test
    void aPlanThatChoosesNothingIsNotSaidToHaveTuned() {
        assertThat(html(SyntheticRun.of(Fate.PLAUSIBLE, 2, 2, "own", 4, 2)))
                .contains(
                        "Settings were chosen in each block, on other seeds",
                        "2 blocks, 4 settings a block, the best of which is judged on a fresh seed");
        assertThat(html(SyntheticRun.of(Fate.PLAUSIBLE, 2, 2, "own", 1, 2)))
                .contains("2 blocks, 1 setting a block")
                .doesNotContain("Settings were chosen", "tuned in", "fresh seed", "The tuning runs");
    }

    /** One model on one task of one length. */
    private static SyntheticRun only(SyntheticRun run) {
        return run.with("models", run.manifest().design().models().subList(0, 1))
                .with("tasks", run.manifest().design().tasks().subList(0, 1));
    }

    private static String html(SyntheticRun run) {
        return Report.of(run.manifest(), run.results(), Optional.empty()).html().replace('\u00a0', ' ');
    }
}
