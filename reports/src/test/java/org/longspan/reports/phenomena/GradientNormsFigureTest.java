package org.longspan.reports.phenomena;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.longspan.reports.PictureWords;
import org.longspan.reports.figure.Figure;

class GradientNormsFigureTest {

    private static final Probed CLIFFS =
            SyntheticLooks.probed("tanh-rnn", 0, "sgd", "none", SyntheticCliffs.tail(3000, 40, 41, 900, 1500, 2990));
    private static final Probed CALM = SyntheticLooks.probed("lstm", 0, "sgd", "value", SyntheticCliffs.tail(2000));

    private static List<String[]> rows(Figure figure, String model, String what) {
        return figure.csv()
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .filter(row -> row[0].equals(model) && row[4].equals(what))
                .toList();
    }

    @Test
    void theEnvelopeHoldsEveryUpdate() {
        Figure figure = GradientNormsFigure.of(List.of(CLIFFS, CALM)).orElseThrow();
        List<String[]> bins = rows(figure, "tanh-rnn", "updates");

        long next = 0;
        double greatest = 0;
        for (String[] bin : bins) {
            assertThat(Long.parseLong(bin[5])).isEqualTo(next);
            next = Long.parseLong(bin[6]) + 1;
            greatest = Math.max(greatest, Double.parseDouble(bin[9]));
            assertThat(Double.parseDouble(bin[7])).isBetween(0.9, Double.parseDouble(bin[8]));
        }
        assertThat(next).isEqualTo(3000);
        assertThat(greatest).isEqualTo(SyntheticCliffs.HIGH);
    }

    @Test
    void eachKindOfStepHasItsLossesAtEachCliff() {
        Figure figure = GradientNormsFigure.of(List.of(CLIFFS)).orElseThrow();

        assertThat(rows(figure, "tanh-rnn", "unclipped"))
                .hasSize(5)
                .allSatisfy(row -> assertThat(row[13]).isEqualTo("9.0"));
        assertThat(rows(figure, "tanh-rnn", "random"))
                .extracting(row -> row[5])
                .containsExactly("40", "41", "900", "1500", "2990");
        assertThat(figure.caption()).contains("5 cliffs");
        assertThat(figure.svg()).contains("α = 1.75 (2.5 %: 1.5, 10 %: 2.25)");
    }

    @Test
    void ofManyRunsSixAreShownOfEachModelInTurn() {
        List<Probed> runs = new ArrayList<>();
        for (int block = 0; block < 5; block++) {
            runs.add(SyntheticLooks.probed("tanh-rnn", block, SyntheticCliffs.tail(200, 50)));
            runs.add(SyntheticLooks.probed("lstm", block, SyntheticCliffs.tail(200)));
        }
        Figure figure = GradientNormsFigure.of(runs).orElseThrow();

        assertThat(figure.svg().split(">tanh-rnn</text>", -1)).hasSize(1 + 3);
        assertThat(figure.svg().split(">lstm</text>", -1)).hasSize(1 + 3);
        assertThat(figure.caption())
                .contains(
                        "Shown: 6 of 10 runs, of each model in turn the one with the highest ‖g‖ over its median, runs")
                .containsOnlyOnce("the CSV sums up the others");
        assertThat(rows(figure, "lstm", "all updates")).hasSize(5);
    }

    @Test
    void itIsLegibleHoweverManyUpdatesAndCliffs() {
        for (List<Probed> runs : List.of(
                List.of(CLIFFS, CALM),
                List.of(CALM),
                List.of(SyntheticLooks.probed("tanh-rnn", 0, SyntheticCliffs.tail(3))),
                List.of(SyntheticLooks.probed("tanh-rnn", 0, SyntheticCliffs.tail(1))))) {
            Figure figure = GradientNormsFigure.of(runs).orElseThrow();
            assertThat(PictureWords.illegible(figure.svg())).isEmpty();
            assertThat(figure.svg().length()).isLessThan(10_000 + 12_000 * runs.size());
        }
    }

    @Test
    void thereIsNoneWithoutAnUpdate() {
        assertThat(GradientNormsFigure.of(List.of())).isEmpty();
        assertThat(GradientNormsFigure.of(
                        List.of(SyntheticLooks.probed("lstm", 0, SyntheticLooks.skipped("gradient-tail", "end", 0)))))
                .isEmpty();
        assertThat(GradientNormsFigure.of(List.of(SyntheticLooks.probed("lstm", 0, SyntheticCliffs.tail(0)))))
                .isEmpty();
    }
}
