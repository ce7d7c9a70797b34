package org.longspan.harness.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.longspan.harness.fake.Plans;
import org.longspan.harness.fake.Results;
import org.longspan.harness.grid.Grid;
import org.longspan.harness.grid.GridCell;
import org.longspan.harness.method.MethodCatalogue;
import org.longspan.harness.record.Circumstances;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.Trial;
import org.longspan.harness.record.TrialId;
import org.longspan.harness.record.TrialResult;

/** Trials of made-up results, each of 2,400 sequence-forwards of training and 400 of looks. */
class TypicalTableTest {

    private static final MethodCatalogue METHODS = MethodCatalogue.ofThisBuild();
    private static final List<GridCell> CELLS = Grid.of(
                    Plans.read(METHODS, """
                            tier: {settings: 2, blocks: 1}
                            models: [{cell: tanh-rnn, hidden: 4}]
                            tasks: [{family: recall, lengths: [3, 4, 5]}]
                            optimizers: [sgd, adam, soap]
                            clippings: [none]
                            budget: {updates: 400, sequence-forwards: 4800}
                            """), METHODS, (model, optimizer, clipping) -> Optional.empty())
            .cells();

    private final TypicalTable table = new TypicalTable();

    @Test
    void sharesAreMeansOverProblemsAndPacesMediansOfThem() {
        for (int length = 3; length <= 5; length++) {
            add("sgd", length, Results.spent(0.2), 1);
            add("adam", length, Results.solved(1200), 2);
            add("soap", length, Results.diverged(), 2.0 * length);
        }
        add("sgd", 3, Results.solved(600), 1);

        assertThat(body())
                .containsExactly(
                        "optimizer,budget,solved,pace",
                        "adam,0.50,1.00,1.00",
                        "sgd,0.50,0.17,0.50",
                        "soap,0.50,0.00,4.00");
    }

    @Test
    void aProblemThatOneOptimizerLacksIsNoneOfIts() {
        add("sgd", 3, Results.spent(0.2), 1);
        add("adam", 3, Results.solved(1200), 3);
        add("adam", 4, Results.spent(0.2), 8);

        // the median of problem 3 is 2, so adam's paces are 1.5 and 1
        assertThat(body()).contains("adam,0.50,0.50,1.25", "sgd,0.50,0.00,0.50");
    }

    @Test
    void trialsThatWereNotRunAreNoTrials() {
        add("sgd", 3, Results.spent(0.2), 1);
        add("sgd", 3, Results.skipped(), 0);
        add("adam", 3, Results.skipped(), 0);

        assertThat(body()).containsExactly("optimizer,budget,solved,pace", "sgd,0.50,0.00,1.00");
    }

    @Test
    void itIsReadAsItIsWritten() {
        add("sgd", 3, Results.spent(0.2), 1);

        assertThat(TypicalTrials.of(table.lines("some")).of("sgd")).isEqualTo(new TypicalTrials.Row(0.5, 0, 1));
        assertThat(table.lines("some")).anyMatch(line -> line.contains("longspan results runs/some --typical"));
    }

    private List<String> body() {
        return table.lines("some").stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }

    private void add(String optimizer, int length, TrialResult result, double seconds) {
        Trial trial = CELLS.stream()
                .filter(cell ->
                        cell.arm().optimizer().equals(optimizer) && cell.task().length() == length)
                .findFirst()
                .orElseThrow()
                .known()
                .get(0);
        table.add(new StoredResult(
                new TrialId("0000000000000000"), trial, "", result, new Circumstances(seconds, "", "", "", "", "")));
    }
}
