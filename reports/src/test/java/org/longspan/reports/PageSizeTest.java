package org.longspan.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.longspan.harness.record.Budget;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.ModelChoice;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.TaskChoice;
import org.longspan.reports.SyntheticRun.Fate;

/** How large a page is, counted; {@link FirstPaint} measures how long a browser takes for it. */
class PageSizeTest {

    private static final int ELEMENTS = 15_000;
    private static final int QUICK_BYTES = 2_000_000;

    /** Of the plan standard, which has three problems. */
    private static final int STANDARD_BYTES = 8_000_000;

    /** Of 40 × 25 arms, more than the catalogue has; 1,000 of them are cells of the matrix at the top. */
    private static final int ELEMENTS_OF_MANY = 20_000;

    /** No section may have more than this part of what the page may have. */
    private static final double SHARE = 1 / 3.0;

    /** A closed fold is text until it is opened. */
    private static final Pattern UNSEEN = Pattern.compile("(?s)<(noscript|script|style)\\b.*?</\\1>");

    private static final Pattern ELEMENT = Pattern.compile("<[a-zA-Z]");
    private static final Pattern SVG = Pattern.compile("(?s)<svg.*?</svg>");
    private static final Pattern SECTION = Pattern.compile("(?s)<section id=\"([^\"]+)\".*?</section>");

    @Test
    void quickIsUnderTwoMegabytesAndFifteenThousandElements() {
        SyntheticRun run = arms(24, 16, "quick", 1).control(8);
        Manifest.Design design = run.manifest().design();
        ModelChoice left = design.models().get(0);
        TaskChoice out = design.tasks().get(3).task();
        SyntheticRun quick = run.with(
                        "tasks", List.of(design.tasks().get(0), design.tasks().get(3)))
                .with("leftOut", List.of(new Manifest.LeftOut(left, out, SyntheticPlan.OPTIMIZERS.subList(0, 24))));
        List<StoredResult> results = quick.results().stream()
                .filter(result -> !result.trial().model().equals(left)
                        || !result.trial().task().equals(out))
                .toList();
        assertThat(results).hasSizeGreaterThan(8_200);
        assertIsWithin(
                QUICK_BYTES,
                Report.of(quick.manifest(), results, Optional.empty()).html());
    }

    @Test
    void aProblemOfStandardIsUnderAThirdOfEightMegabytes() {
        SyntheticRun run = ofProblems(1, arms(24, 16, "standard", 12));
        assertIsWithin(STANDARD_BYTES / 3, page(run));
    }

    @ParameterizedTest
    @EnumSource(names = "EVERYTHING_SKIPPED", mode = EnumSource.Mode.EXCLUDE)
    void aThousandArmsCanBeReadWhateverTheyCameTo(Fate fate) {
        String page = page(ofProblems(3, SyntheticRun.of(fate, 40, 25, "quick", 2, 1)));
        List<String> pictures =
                SVG.matcher(page).results().map(MatchResult::group).toList();
        assertThat(pictures.size()).as("pictures").isGreaterThan(5);
        assertThat(pictures.stream().flatMap(svg -> PictureWords.illegible(svg).stream()))
                .as("words that cannot be read")
                .isEmpty();
        assertThat(elements(page)).isBetween(1_000, ELEMENTS_OF_MANY);
        assertThat(bytes(page)).isLessThan(STANDARD_BYTES);
    }

    @Test
    void closedFoldsAndScriptsHoldNoElements() {
        assertThat(elements("<p>a<details><summary></summary><noscript><svg><path/></svg></noscript></details><br>"
                        + "<script>'<b>'</script><noscript><p></noscript>1 < 2"))
                .isEqualTo(4);
    }

    /** Four settings a block, and 31 looks at each of them. */
    private static SyntheticRun arms(int optimizers, int clippings, String tier, int blocks) {
        return SyntheticRun.of(Fate.PLAUSIBLE, optimizers, clippings, tier, 4, blocks)
                .with("budget", new Budget(20, 600, 36_000));
    }

    /** Returns the run with one model and as many tasks. */
    private static SyntheticRun ofProblems(int problems, SyntheticRun run) {
        Manifest.Design design = run.manifest().design();
        return run.with("models", design.models().subList(0, 1))
                .with("tasks", design.tasks().subList(0, problems));
    }

    private static void assertIsWithin(int bytes, String page) {
        assertThat(bytes(page)).isLessThan(bytes);
        assertThat(elements(page)).isBetween(2_000, ELEMENTS);
        assertThat(overTheirShare(page, bytes)).isEmpty();
        assertThat(UNSEEN.matcher(page).results().map(unseen -> unseen.group().substring(1)))
                .as("folds within a closed one, which would end it too early")
                .hasSizeGreaterThan(10)
                .noneMatch(text -> text.contains("<noscript>"));
    }

    private static String page(SyntheticRun run) {
        return Report.of(run.manifest(), run.results(), Optional.empty()).html();
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Returns how many elements a browser makes before a fold is opened, apart from those that the script adds. */
    private static int elements(String html) {
        return (int)
                ELEMENT.matcher(UNSEEN.matcher(html).replaceAll("")).results().count();
    }

    private static List<String> overTheirShare(String page, int bytes) {
        List<String> over = new ArrayList<>();
        SECTION.matcher(page).results().forEach(section -> {
            int size = bytes(section.group());
            int elements = elements(section.group());
            if (size > SHARE * bytes || elements > SHARE * ELEMENTS) {
                over.add(section.group(1) + ": " + size + " bytes, " + elements + " elements");
            }
        });
        return over;
    }
}
