package org.longspan.reports.phenomena;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.longspan.reports.PictureWords;
import org.longspan.reports.figure.Figure;

class ClipBiasFigureTest {

    private static final Probed RUN = SyntheticLooks.probed(
            "tanh-rnn",
            0,
            SyntheticCliffs.bias("0", 0, "value", "global-norm"),
            SyntheticCliffs.bias("end", 500, "value", "global-norm"));

    private static Figure figure(Probed... runs) {
        return ClipBiasFigure.of(List.of(runs)).orElseThrow();
    }

    @Test
    void itsNumbersAreThoseOfEveryMomentClippingThresholdAndBatch() {
        List<String[]> rows = figure(RUN)
                .csv()
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();

        assertThat(rows)
                .hasSize(2 * 2 * 3 * 4)
                .allSatisfy(row -> assertThat(Double.parseDouble(row[6]))
                        .isEqualTo(0.5 / Double.parseDouble(row[5]) / Double.parseDouble(row[4])));
        assertThat(rows).extracting(row -> row[1]).contains("0", "end");
    }

    @Test
    void aBoxIsAClippingAtTheLastMoment() {
        assertThat(figure(RUN).svg())
                .contains(">value</text>", ">global-norm</text>", "at the end, 500 updates")
                .doesNotContain("at initialization");
    }

    @Test
    void severalRunsAreTheirMedians() {
        Probed other = SyntheticLooks.probed("tanh-rnn", 1, SyntheticCliffs.bias("end", 700, "value"));
        Figure figure = figure(RUN, other);
        assertThat(figure.svg()).contains("at the end, median 600 updates");
        assertThat(PictureWords.illegible(figure.svg())).isEmpty();
    }

    @Test
    void itIsLegibleWithManyClippings() {
        String[] names = {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p", "q", "r"};
        Figure figure = figure(SyntheticLooks.probed("lstm", 0, SyntheticCliffs.bias("0", 0, names)));
        assertThat(figure.caption()).contains("Shown: 16 of 18 boxes");
        assertThat(PictureWords.illegible(figure.svg())).isEmpty();
    }

    @Test
    void thereIsNoneWithoutAClipping() {
        assertThat(ClipBiasFigure.of(
                        List.of(SyntheticLooks.probed("lstm", 0, SyntheticLooks.skipped("clip-bias", "end", 100)))))
                .isEmpty();
        assertThat(ClipBiasFigure.of(List.of(SyntheticLooks.probed("lstm", 0, SyntheticCliffs.bias("0", 0)))))
                .isEmpty();
    }
}
