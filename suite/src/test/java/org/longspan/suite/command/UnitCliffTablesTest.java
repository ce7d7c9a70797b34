package org.longspan.suite.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.longspan.harness.record.ProbeFinding.Table;
import org.longspan.reports.figure.Figure;
import org.longspan.reports.phenomena.UnitCliffFigure;

class UnitCliffTablesTest {

    /** The outcome can be relied on, the places of a chaotic path cannot: E at the end, and that one was thrown far. */
    @Test
    void theFigureTellsTheOutcomeOfBothDescents() {
        Figure figure = UnitCliffFigure.of(UnitCliffTables.all()).orElseThrow();

        assertThat(figure.caption()).contains("From w = 5, b = −2.55", "E is 0.09 from there on");
        assertThat(figure.csv().lines()).hasSize(1 + 2 * 501 + 61);
    }

    @Test
    void theWallIsThereForEveryWeightOfTheSurfaceOnce() {
        Table wall = UnitCliffTables.all().get(3);
        assertThat(wall.column("w")).hasSize(61).isSorted().startsWith(4.2).doesNotHaveDuplicates();
        assertThat(wall.column("b")).doesNotContain(Double.NaN);
    }
}
