package org.longspan.reports.phenomena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.longspan.reports.phenomena.SyntheticLooks.negativeCurvature;
import static org.longspan.reports.phenomena.SyntheticLooks.probed;
import static org.longspan.reports.phenomena.SyntheticLooks.skipped;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.longspan.reports.Pictures;
import org.longspan.reports.figure.Figure;

class NegativeCurvatureFigureTest {

    private static Figure figure(Probed... probed) {
        return NegativeCurvatureFigure.of(List.of(probed)).orElseThrow();
    }

    /** The greatest eigenvalue is 4, with what the least one leaves of the weight. */
    private static double share(double least, double weight) {
        return -least * weight / (-least * weight + 4 * (1 - weight));
    }

    @Test
    void everyRunAndMomentIsARow() {
        Figure figure = figure(
                probed(
                        "gru",
                        0,
                        negativeCurvature("0", 0, 1.5, -2, 0.25),
                        negativeCurvature("end", 90, 0.2, -0.01, 0.5)),
                probed("gru", 1, "adam", "none", negativeCurvature("0", 0, 1.7, -3, 0.125)));

        assertThat(Pictures.rows(figure))
                .containsExactly(
                        row("sgd", "0", "0", "0", "1.5", "-2.0", share(-2, 0.25), "0.25"),
                        row("sgd", "0", "end", "90", "0.2", "-0.01", share(-0.01, 0.5), "0.5"),
                        row("adam", "1", "0", "0", "1.7", "-3.0", share(-3, 0.125), "0.125"));
        assertThat(figure.caption()).contains("adding, T = 50", "runs at update 0 / “end”: gru 2 / 1.");
    }

    private static String[] row(
            String optimizer,
            String block,
            String moment,
            String updates,
            String loss,
            String least,
            double share,
            String under) {
        return new String[] {
            "gru", optimizer, "none", block, moment, updates, loss, "0.1", least, "4.0", "" + share, under
        };
    }

    @Test
    void momentsHaveShapesAndModelsBoxes() {
        Figure figure = figure(
                probed("gru", 0, negativeCurvature("0", 0, 1.5, -2, 0.25), negativeCurvature("end", 90, 0.2, -1, 0.5)),
                probed("lstm", 0, negativeCurvature("0", 0, 1.5, -2e5, 0.25)),
                probed("a-model-of-a-very-long-name", 0, negativeCurvature("0", 0, 1e-3, 1e-9, 0)));
        assertThat(figure.svg()).contains(">at initialization<", ">at the end, 90 updates<", ">gru<", ">lstm<");
        assertThat(Pictures.illegible(figure)).isEmpty();
    }

    @Test
    void aFewRunsHavePathsAndManyHaveNot() {
        Probed[] many = new Probed[13];
        for (int block = 0; block < many.length; block++) {
            many[block] = probed(
                    "gru", block, negativeCurvature("0", 0, 1.5, -2, 0.25), negativeCurvature("end", 90, 0.2, -1, 0.5));
        }
        assertThat(figure(many[0], many[1]).svg()).contains("class=\"thin\"");
        assertThat(figure(many[0], many[1]).caption()).contains("Thin lines join");
        assertThat(figure(many).svg()).doesNotContain("class=\"thin\"");
        assertThat(figure(many).caption()).doesNotContain("Thin lines join");
    }

    @Test
    void thereIsNoneWhereNothingWasMeasured() {
        assertThat(NegativeCurvatureFigure.of(List.of())).isEmpty();
        assertThat(NegativeCurvatureFigure.of(List.of(probed("lru", 0, skipped("negative-curvature", "end", 7)))))
                .isEmpty();
    }
}
