package org.longspan.reports.phenomena;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.longspan.harness.record.ProbeFinding.Measured;
import org.longspan.harness.record.ProbeFinding.Table;
import org.longspan.reports.PictureWords;
import org.longspan.reports.figure.Figure;

class SliceFigureTest {

    private static Probed run(String model, double high, boolean clips) {
        return SyntheticLooks.probed(model, 0, "sgd", clips ? "value" : "none", SyntheticCliffs.slice(high, clips));
    }

    private static Figure figure(Probed... runs) {
        return SliceFigure.of(List.of(runs)).orElseThrow();
    }

    @Test
    void itsNumbersAreTheLossesAsAMatrix() {
        Probed run = run("tanh-rnn", 40, true);
        Table grid = ((Measured) run.looks().get(0).finding()).table("grid").orElseThrow();
        List<String[]> rows = figure(run)
                .csv()
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .filter(row -> row[4].equals("losses"))
                .toList();

        assertThat(rows).hasSize(17);
        for (int k = 0; k < grid.rows(); k++) {
            String[] row = rows.get(k / 17);
            assertThat(Double.parseDouble(row[6])).isEqualTo(grid.column("a")[k]);
            assertThat(row[9 + k % 17]).isEqualTo(String.valueOf((float) grid.column("loss")[k]));
        }
    }

    @Test
    void theCaptionSaysWhereTheCliffIsAndThePictureWhatItDoesNotShow() {
        Figure figure = figure(run("tanh-rnn", 40, true));
        assertThat(figure.caption()).contains("tanh-rnn (sgd, value) at update 51, ‖g‖ = 80, 40 times");
        assertThat(figure.svg()).contains("outside the plane: 20\u00a0% of its way, 60\u00a0% of its pair's");
    }

    @Test
    void aRunWithoutClippingHasAPairWithIt() {
        assertThat(figure(run("tanh-rnn", 40, false)).csv())
                .contains("clipped path")
                .doesNotContain("unclipped path");
        assertThat(figure(run("tanh-rnn", 40, true)).csv()).contains("unclipped path");
    }

    @Test
    void itIsLegibleWhateverTheLoss() {
        for (double high : new double[] {1, 1.5, 40, 1e12, Double.NaN}) {
            assertThat(PictureWords.illegible(
                            figure(run("tanh-rnn", high, true)).svg()))
                    .isEmpty();
        }
        Figure three = figure(run("tanh-rnn", 40, true), run("lstm", 2, true), run("gru", 9, false));
        assertThat(PictureWords.illegible(three.svg())).isEmpty();
        assertThat(three.svg().split("class=\"wire\"", -1)).hasSize(1);
    }

    @Test
    void thereIsNoneWithoutACliff() {
        assertThat(SliceFigure.of(
                        List.of(SyntheticLooks.probed("lstm", 0, SyntheticLooks.skipped("slice", "end", 100)))))
                .isEmpty();
    }
}
