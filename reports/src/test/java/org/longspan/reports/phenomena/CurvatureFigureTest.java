package org.longspan.reports.phenomena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.longspan.reports.phenomena.SyntheticLooks.curvature;
import static org.longspan.reports.phenomena.SyntheticLooks.probed;
import static org.longspan.reports.phenomena.SyntheticLooks.skipped;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.longspan.harness.record.ProbeFinding.Measured;
import org.longspan.harness.record.ProbeFinding.Table;
import org.longspan.harness.record.ProbeLook;
import org.longspan.reports.Pictures;
import org.longspan.reports.figure.Figure;

class CurvatureFigureTest {

    private static Figure figure(Probed... probed) {
        return CurvatureFigure.of(List.of(probed)).orElseThrow();
    }

    @Test
    void itsNumbersAreThoseOfTheLookAndTheirRatios() {
        ProbeLook look = curvature("0", 0, -0.2, 1.1);
        List<String[]> rows = Pictures.rows(figure(probed("gru", 0, look)));

        Table table = ((Measured) look.finding()).table("curvature").orElseThrow();
        assertThat(rows).hasSize(table.rows());
        for (int i = 0; i < rows.size(); i++) {
            String[] row = rows.get(i);
            double g = table.column("signal")[i];
            assertThat(row).startsWith("gru", "0", "0", "1", "" + (int) table.column("lag")[i], "" + g);
            assertThat(row[6]).isEqualTo("" + table.column("hessian")[i]);
            assertThat(row[7]).isEqualTo("" + table.column("gauss-newton")[i]);
            assertThat(Double.parseDouble(row[8])).isCloseTo(0.1 * g + 0.2, within(1e-12));
            assertThat(Double.parseDouble(row[9])).isCloseTo(g + 0.5, within(1e-12));
            assertThat(row).endsWith("0.25", "1.1", "2.0", row[13]);
        }
    }

    @Test
    void exponentsAreWrittenWhereTheyAreKnown() {
        assertThat(figure(probed("gru", 0, curvature("0", 0, -0.2, 1.1))).svg()).contains(">β 1.10<", ">β 2.00<");
        assertThat(figure(probed("gru", 0, curvature("0", 0, -0.01, 1.1))).svg())
                .contains(">β –<")
                .doesNotContain("β 1");
    }

    @Test
    void aCellWithoutSecondDerivativesHasTheGaussNewtonMatrixAlone() {
        Figure figure = figure(probed("lru", 0, curvature("0", 0, -0.2, Double.NaN)));
        assertThat(figure.svg()).contains("|κᴳ|<").doesNotContain(">|κᴴ|<", "κᴴ &lt; 0");
        assertThat(Pictures.rows(figure))
                .allSatisfy(row -> assertThat(row[6] + row[8] + row[10]).isEmpty());
    }

    @Test
    void severalRunsAreOneLineOfTheirMedians() {
        Figure figure = figure(
                probed("gru", 0, curvature("0", 0, -0.2, 1.2)),
                probed("gru", 1, curvature("0", 0, -0.2, 0.9)),
                probed("gru", 2, curvature("0", 0, -0.2, 1.0)));
        assertThat(figure.svg()).contains(">β 1.00<", "whisker");
        assertThat(figure.caption()).contains("n: 3 runs.", "20 validation sequences", "adding, T = 50");
        assertThat(Pictures.rows(figure).get(0)[3]).isEqualTo("3");
    }

    @Test
    void everyModelAndMomentHasALegibleBox() {
        Figure figure = figure(
                probed("tanh-rnn", 0, curvature("0", 0, 0.01, 1), curvature("100", 100, -0.5, 1)),
                probed("a-model-of-a-very-long-name", 0, curvature("0", 0, -0.2, 1)),
                probed("lstm", 0, curvature("0", 0, -0.0001, 1), curvature("100", 100, -0.001, 1)));
        assertThat(figure.svg().split("share of sequences").length - 1).isEqualTo(5);
        assertThat(Pictures.illegible(figure)).isEmpty();
    }

    @Test
    void ofManyModelsTheFirstAndTheLastMomentAreShown() {
        Probed[] many = new Probed[6];
        for (int m = 0; m < many.length; m++) {
            many[m] = probed(
                    "model-" + m,
                    0,
                    curvature("0", 0, -0.2, 1),
                    curvature("9", 9, -0.2, 1),
                    curvature("end", 90, -0.2, 1));
        }
        Figure figure = figure(many);
        assertThat(figure.svg()).contains("at initialization", "at the end").doesNotContain("after 9 updates");
        assertThat(figure.caption()).contains("its first and its last moment");
        assertThat(Pictures.rows(figure)).hasSize(6 * 3 * 14);
        assertThat(figure.svg().split("<[a-z]").length).isLessThan(1_500);
    }

    @Test
    void thereIsNoneWhereNothingWasMeasured() {
        assertThat(CurvatureFigure.of(List.of())).isEmpty();
        assertThat(CurvatureFigure.of(List.of(probed("gru", 0, skipped("curvature-by-lag", "end", 7)))))
                .isEmpty();
    }
}
