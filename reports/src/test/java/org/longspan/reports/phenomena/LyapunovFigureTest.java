package org.longspan.reports.phenomena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.longspan.reports.phenomena.SyntheticLooks.lyapunov;
import static org.longspan.reports.phenomena.SyntheticLooks.probed;
import static org.longspan.reports.phenomena.SyntheticLooks.skipped;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.longspan.reports.Pictures;
import org.longspan.reports.figure.Figure;

class LyapunovFigureTest {

    private static Figure figure(Probed... probed) {
        return LyapunovFigure.of(List.of(probed)).orElseThrow();
    }

    @Test
    void itsNumbersAreThoseOfTheLook() {
        Figure figure = figure(probed("tanh-rnn", 0, lyapunov("0", 0, 0.1, 1.3), lyapunov("end", 400, -0.3, 0.9)));

        assertThat(Pictures.rows(figure))
                .containsExactly(
                        new String[] {"tanh-rnn", "0", "0", "1", "λ", "0.1", "0.1", "0.1", "-0.1", "0.30000000000000004"
                        },
                        row("0", "0", "ln ρ", StrictMath.log(1.3)),
                        row("0", "0", "ln σ", StrictMath.log(1.5 * 1.3)),
                        new String[] {
                            "tanh-rnn", "end", "400", "1", "λ", "-0.3", "-0.3", "-0.3", "-0.5", "-0.09999999999999998"
                        },
                        row("end", "400", "ln ρ", StrictMath.log(0.9)),
                        row("end", "400", "ln σ", StrictMath.log(1.5 * 0.9)));
    }

    private static String[] row(String moment, String updates, String quantity, double value) {
        return new String[] {"tanh-rnn", moment, updates, "1", quantity, "" + value, "" + value, "" + value, "", ""};
    }

    @Test
    void theSidesOfZeroAreNamed() {
        Figure figure = figure(probed("tanh-rnn", 0, lyapunov("0", 0, 0.1, 1.3), lyapunov("end", 400, -0.3, 0.9)));
        assertThat(figure.svg()).contains("↑ grows", "↓ decays", "λ = −0.30", "ln ρ = −0.11", ">400<", ">updates<");
        assertThat(Pictures.illegible(figure)).isEmpty();
    }

    @Test
    void ofSeveralMatricesTheGreatestIsDrawn() {
        var matrices = SyntheticLooks.table(
                "matrices",
                "layer,map,spectral radius,largest singular value",
                List.of(new double[] {0, 0, 0.5, 3}, new double[] {0, 1, 1, 2}));
        Figure figure = figure(probed(
                "lstm",
                0,
                SyntheticLooks.look("lyapunov", "0", 0, SyntheticLooks.measured(Map.of("exponent", -0.2), matrices))));
        assertThat(Pictures.rows(figure))
                .extracting(row -> row[4] + " " + row[5])
                .containsExactly("λ -0.2", "ln ρ 0.0", "ln σ " + StrictMath.log(3));
    }

    @Test
    void aCellThatDerivesItsMatrixHasItsExponentAlone() {
        Figure figure = figure(probed(
                "orthogonal",
                0,
                SyntheticLooks.look("lyapunov", "0", 0, SyntheticLooks.measured(Map.of("exponent", -0.2)))));
        assertThat(figure.svg()).contains("λ = −0.20").doesNotContain("ln ρ", "ln σ");
        assertThat(Pictures.illegible(figure)).isEmpty();
    }

    @Test
    void severalRunsAreOneLineOfTheirMedians() {
        Figure figure = figure(
                probed("gru", 0, lyapunov("0", 0, -0.3, 1)),
                probed("gru", 1, lyapunov("0", 0, -0.1, 1)),
                probed("gru", 2, lyapunov("0", 0, -0.2, 1)));
        assertThat(Pictures.rows(figure).get(0)).startsWith("gru", "0", "0", "3", "λ", "-0.2", "-0.25");
        assertThat(figure.svg()).contains("whisker");
        assertThat(figure.caption()).contains("n: 3 runs.", "adding, T = 50");
    }

    @Test
    void manyMomentsAndModelsAreLegible() {
        Probed[] runs = new Probed[4];
        for (int m = 0; m < runs.length; m++) {
            runs[m] = probed(
                    "a-model-of-a-long-name-" + m,
                    0,
                    lyapunov("0", 0, 0.001 * m, 1),
                    lyapunov("10", 10, 0.002, 1),
                    lyapunov("11", 11, 0.002, 1.001),
                    lyapunov("solved", 12_345, 0.002, 0.999),
                    lyapunov("end", 12_346, 0.002, 0.998));
        }
        assertThat(Pictures.illegible(figure(runs))).isEmpty();
    }

    @Test
    void thereIsNoneWhereNothingWasMeasured() {
        assertThat(LyapunovFigure.of(List.of())).isEmpty();
        assertThat(LyapunovFigure.of(List.of(probed("gru", 0, skipped("lyapunov", "end", 7)))))
                .isEmpty();
    }
}
