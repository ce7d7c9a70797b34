package org.longspan.reports.phenomena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.longspan.reports.phenomena.SyntheticLooks.LENGTH;
import static org.longspan.reports.phenomena.SyntheticLooks.probed;
import static org.longspan.reports.phenomena.SyntheticLooks.signal;
import static org.longspan.reports.phenomena.SyntheticLooks.skipped;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.longspan.harness.record.ProbeFinding;
import org.longspan.harness.record.ProbeFinding.Measured;
import org.longspan.harness.record.ProbeFinding.Table;
import org.longspan.harness.record.ProbeLook;
import org.longspan.reports.Pictures;
import org.longspan.reports.figure.Figure;
import org.longspan.reports.figure.Tags;

class SignalFigureTest {

    private static Figure figure(Probed... probed) {
        return SignalFigure.of(List.of(probed)).orElseThrow();
    }

    private static List<String[]> rows(Figure figure, String model, String moment, String quantity) {
        return Pictures.rows(figure).stream()
                .filter(row -> row[0].equals(model) && row[1].equals(moment) && row[4].equals(quantity))
                .toList();
    }

    @Test
    void itsNumbersAreThoseOfTheLook() {
        ProbeLook look = signal("end", 400, -0.07, "layer0.h", "layer0.inner");
        Figure figure = figure(probed("lstm", 0, signal("0", 0, -0.01), look));

        for (Table table : ((Measured) look.finding()).tables()) {
            List<String[]> rows = rows(figure, "lstm", "end", table.name());
            assertThat(rows).hasSize(LENGTH + 1);
            for (int lag = 0; lag <= LENGTH; lag++) {
                assertThat(rows.get(lag))
                        .startsWith("lstm", "end", "400", "1", table.name(), "" + lag)
                        .contains("" + table.column("lower")[lag], "" + table.column("median")[lag]);
                assertThat(rows.get(lag)[8]).isEqualTo("" + table.column("upper")[lag]);
            }
        }
        assertThat(rows(figure, "lstm", "end", "signal").get(0)).endsWith("-0.07", "44.0");
    }

    @Test
    void severalRunsAreOneLineOfTheirMedians() {
        Figure figure = figure(
                probed("gru", 0, signal("0", 0, -0.03)),
                probed("gru", 1, signal("0", 0, -0.02)),
                probed("gru", 2, "adam", "none", signal("0", 0, -0.07)));

        String[] tenth = rows(figure, "gru", "0", "signal").get(10);
        assertThat(Double.parseDouble(tenth[7])).isEqualTo(-1 - 0.3);
        assertThat(Double.parseDouble(tenth[9])).isEqualTo(-1 - 0.5); // half-way from the median to the least
        assertThat(Double.parseDouble(tenth[10])).isEqualTo(-1 - 0.25);
        assertThat(tenth[11]).isEqualTo("-0.03");
        assertThat(tenth[12]).isEmpty(); // two of three horizons lie beyond the length
        assertThat(figure.caption()).contains("n: 3 runs.", "quartiles over runs", "adding, T = 50");
        assertThat(figure.svg()).contains("whisker", "horizon &gt; 50");
    }

    @Test
    void theFactorOfAStepAndTheHorizonStandAtTheLine() {
        assertThat(figure(probed("gru", 0, signal("0", 0, -0.1))).svg()).contains("× 0.794 a step", "horizon 31");
        assertThat(figure(probed("gru", 0, signal("0", 0, 0.01))).svg()).contains("× 1.023 a step", "horizon &gt; 50");
    }

    @Test
    void theFloorIsDrawnWhereSignalsComeNear() {
        Figure near = figure(probed("tanh-rnn", 0, signal("0", 0, -0.5)));
        assertThat(near.svg()).contains("class=\"target\"", ">floor<", ">10⁻²⁰<");
        assertThat(near.caption()).contains("10⁻¹⁸", "the floor");
        Figure far = figure(probed("tanh-rnn", 0, signal("0", 0, -0.1)));
        assertThat(far.svg()).doesNotContain("target", "10⁻¹⁸");
        assertThat(far.caption()).contains("no line comes near");
    }

    @Test
    void statesOfSeveralPartsAreDrawnApartToo() {
        String svg = figure(probed("lstm", 0, signal("0", 0, -0.03, "layer0.h", "layer0.inner")))
                .svg();
        assertThat(svg).contains(">lstm: states apart<", ">h<", ">c<");
        assertThat(figure(probed("gru", 0, signal("0", 0, -0.03, "layer0.h"))).svg())
                .doesNotContain("states apart");
        assertThat(figure(probed("lstm", 0, signal("0", 0, -0.03, "layer0.h", "layer0.inner", "layer1.h")))
                        .svg())
                .contains(">h, layer 0<", ">c, layer 0<", ">h, layer 1<");
    }

    @Test
    void upToThreeModelsShareABox() {
        for (int models : List.of(1, 3, 5)) {
            List<Probed> probed = new ArrayList<>();
            for (int m = 0; m < models; m++) {
                probed.add(probed("a-model-of-long-name-" + m, 0, signal("0", 0, -0.03), signal("end", 9, -0.2)));
            }
            Figure figure = SignalFigure.of(probed).orElseThrow();
            assertThat(figure.svg().split(">At the end, 9 updates<").length - 1).isEqualTo(models == 5 ? 2 : 1);
            assertThat(Pictures.illegible(figure)).isEmpty();
        }
    }

    @Test
    void thereIsNoneWhereNothingWasMeasured() {
        assertThat(SignalFigure.of(List.of())).isEmpty();
        assertThat(SignalFigure.of(List.of(probed("gru", 0)))).isEmpty();
        assertThat(SignalFigure.of(List.of(probed("gru", 0, skipped("signal-by-lag", "solved", 7)))))
                .isEmpty();
        assertThat(SignalFigure.of(List.of(probed("gru", 0, SyntheticLooks.lyapunov("0", 0, 0.1, 1)))))
                .isEmpty();
    }

    @Test
    void aMomentThatSomeRunsNeverReachedCountsThoseThatDid() {
        Figure figure = figure(
                probed("gru", 0, signal("0", 0, -0.03), signal("solved", 100, -0.03)),
                probed("gru", 1, signal("0", 0, -0.03), signal("solved", 300, -0.03)),
                probed("gru", 2, signal("0", 0, -0.03), skipped("signal-by-lag", "solved", 500)));
        assertThat(figure.caption()).contains("n, runs at update 0 / “solved”: gru 3 / 2.");
        assertThat(figure.svg()).contains(">When solved, median 200 updates<");
    }

    @Test
    void whatCouldNotBeMeasuredIsSaid() {
        ProbeLook refused =
                SyntheticLooks.look("signal-by-lag", "0", 0, new ProbeFinding.Skipped("no states of cell lru: why"));
        assertThat(figure(probed("gru", 0, signal("0", 0, -0.03)), probed("lru", 0, refused))
                        .caption())
                .endsWith(" Not measured of lru: no states of cell lru: why.");
    }

    @Test
    void aLookWithoutALagIsStillLegible() {
        Optional<Figure> figure = SignalFigure.of(List.of(probed(
                "gru",
                0,
                SyntheticLooks.look(
                        "signal-by-lag", "0", 0, SyntheticLooks.measured(Map.of("signal slope", Double.NaN))))));
        assertThat(figure.map(Pictures::illegible)).contains(List.of());
    }

    @Test
    void aModelHasItsColourOnThePageAndIsHiddenWithIt() {
        Probed plain = probed("gru", 0, signal("0", 0, -0.03));
        Probed third = new Probed(
                plain.trial(), plain.model(), plain.problem(), plain.looks(), new Tags(1, 0, 2, 3, Tags.ANY));
        assertThat(figure(third).svg())
                .contains("<g class=\"m2\" data-m=\"2\" data-t=\"3\">")
                .doesNotContain("class=\"m0\"", "data-o");
        assertThat(figure(plain).svg()).contains("class=\"m0\"").doesNotContain("data-m");
    }

    @Test
    void theIdTellsTasksAndLengthsApart() {
        assertThat(figure(probed("gru", 0, signal("0", 0, -0.03))).id()).isEqualTo("signal-by-lag-adding-t-50");
    }
}
