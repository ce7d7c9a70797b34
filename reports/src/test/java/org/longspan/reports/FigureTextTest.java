package org.longspan.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.ModelChoice;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.reports.SyntheticRun.Fate;
import org.longspan.reports.figure.Figure;

/** No word of a figure is cut at its edge or printed over another one, however long the names of a run are. */
class FigureTextTest {

    @Test
    void ofARunWithFewArmsAndLongNames() {
        SyntheticRun run = SyntheticRun.of(Fate.PLAUSIBLE, 1, 1, "quick", 1, 1).with("models", longNamed());
        assertEveryWordStandsAlone(run);
    }

    @Test
    void ofARunWithManyArms() {
        assertEveryWordStandsAlone(
                SyntheticRun.of(Fate.PLAUSIBLE, 8, 6, "quick", 1, 1).with("models", longNamed()));
        assertEveryWordStandsAlone(SyntheticRun.of(Fate.PLAUSIBLE, 8, 6, "quick", 2, 2));
    }

    private static List<ModelChoice> longNamed() {
        List<ModelChoice> models = new ArrayList<>();
        for (double deviation : new double[] {0.01, 0.1}) {
            for (String cell : List.of("linear-rnn", "leaky-integrator-rnn")) {
                models.add(new ModelChoice(
                        new Choice(cell, Settings.NONE),
                        80,
                        1,
                        new Choice("identity", Settings.NONE.with("deviation", deviation)),
                        new Choice("none", Settings.NONE),
                        deviation < 0.1 ? ModelChoice.LEARNED : ModelChoice.ZERO));
            }
        }
        return models;
    }

    private static void assertEveryWordStandsAlone(SyntheticRun run) {
        List<Figure> figures =
                Report.of(run.manifest(), run.results(), Optional.empty()).figures();
        assertThat(figures)
                .hasSizeGreaterThan(10)
                .allSatisfy(figure ->
                        assertThat(Pictures.illegible(figure)).as(figure.id()).isEmpty());
    }
}
