package org.longspan.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.longspan.harness.record.ProbeRecord;
import org.longspan.reports.SyntheticRun.Fate;
import org.longspan.reports.figure.Figure;
import org.longspan.reports.phenomena.SyntheticCliffs;

/** What a report says of looks, and that it says nothing without any. */
class PhenomenaSectionTest {

    private static final SyntheticRun RUN = SyntheticRun.of(Fate.PLAUSIBLE, 1, 2, "quick", 1, 2);
    private static final List<ProbeRecord> RECORDS = SyntheticCliffs.records(RUN.results());
    private static final Report BARE = Report.of(RUN.manifest(), RUN.results(), Optional.empty());
    private static final Report LOOKED = BARE.withLooks(RECORDS, SyntheticCliffs.ofOneUnit());

    @Test
    void aRunWithoutLooksHasNoSuchSectionAndNoCliffOfOneUnit() {
        Report report = BARE.withLooks(List.of(), SyntheticCliffs.ofOneUnit());
        assertThat(report.html())
                .isEqualTo(BARE.html())
                .doesNotContain("Why long spans are hard")
                .doesNotContain("unit-cliff");
    }

    @Test
    void theCliffOfOneUnitIsFirstThenTheFiguresOfEachTaskAndLength() {
        List<String> added = LOOKED.figures().stream()
                .map(Figure::id)
                .filter(id ->
                        BARE.figures().stream().noneMatch(figure -> figure.id().equals(id)))
                .toList();
        long problems = RUN.manifest().design().tasks().size();

        assertThat(added).startsWith("unit-cliff").doesNotHaveDuplicates().hasSize((int) (1 + 7 * problems));
        assertThat(LOOKED.html()).contains("Why long spans are hard", "href=\"#phenomena\"");
    }

    @Test
    void itSaysInSentencesWhatWasFound() {
        assertThat(LOOKED.html())
                .contains("by 0.631 at initialization and 0.955 at the end, horizon 16 and not reached (n = 2)")
                .contains("1.02 and 2 at initialization, 1.1 and 2 at the end (n = 2)")
                .contains("400 times the trailing median: there the validation loss was 2 after the step that the run"
                        + " took, 9 after one without clipping")
                .contains("the step without clipping left a greater validation loss than the clipped one");
    }

    @Test
    void whatWasNotMeasuredIsATableWithReasons() {
        assertThat(LOOKED.html())
                .contains("What was not measured, and why", "solved never came: the run ended before")
                .contains(RECORDS.stream()
                                .filter(record -> record.look().moment().equals("solved"))
                                .count()
                        + " looks");
    }

    @Test
    void looksOfTrialsOfAnotherPlanAreLeftOut() {
        SyntheticRun other = SyntheticRun.of(Fate.PLAUSIBLE, 2, 2, "quick", 1, 2);
        List<ProbeRecord> foreign = SyntheticCliffs.records(other.results()).stream()
                .filter(record ->
                        RUN.results().stream().noneMatch(one -> one.id().equals(record.trial())))
                .toList();
        assertThat(foreign).isNotEmpty();
        assertThat(BARE.withLooks(foreign, SyntheticCliffs.ofOneUnit()).html()).isEqualTo(BARE.html());
    }

    @Test
    void figuresOfThreeModelsWeighLittle() {
        long weight = LOOKED.figures().stream()
                .filter(figure ->
                        BARE.figures().stream().noneMatch(one -> one.id().equals(figure.id())))
                .mapToLong(
                        figure -> figure.svg().length() + figure.embeddedCsv().length())
                .sum();
        long problems = RUN.manifest().design().tasks().size();
        assertThat(weight / problems).isLessThan(300_000);
    }
}
