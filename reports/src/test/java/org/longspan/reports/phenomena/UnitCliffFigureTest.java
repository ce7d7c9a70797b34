package org.longspan.reports.phenomena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.longspan.harness.record.ProbeFinding.Table;
import org.longspan.reports.PictureWords;
import org.longspan.reports.figure.Figure;

class UnitCliffFigureTest {

    private static final List<Table> TABLES = SyntheticCliffs.ofOneUnit();
    private static final Figure FIGURE = UnitCliffFigure.of(TABLES).orElseThrow();

    @Test
    void itsNumbersAreThoseOfBothDescents() {
        List<String[]> rows =
                FIGURE.csv().lines().skip(1).map(line -> line.split(",", -1)).toList();
        assertThat(rows)
                .filteredOn(row -> row[0].endsWith("path"))
                .hasSize(2 * 101)
                .allSatisfy(row -> assertThat(Double.parseDouble(row[4]))
                        .isEqualTo(SyntheticCliffs.error(Double.parseDouble(row[2]), Double.parseDouble(row[3]))));
        assertThat(rows).filteredOn(row -> row[0].equals("wall")).hasSize(33);
    }

    @Test
    void theCaptionSaysWhereTheDescentMeetsTheWall() {
        double[] norms = TABLES.get(1).column("gradient norm");
        int highest = 0;
        for (int k = 0; k < norms.length; k++) {
            highest = norms[k] > norms[highest] ? k : highest;
        }
        assertThat(FIGURE.caption()).contains("update " + (highest + 1) + ",", "From w = 5, b = −2.55");
    }

    @Test
    void aMapIsATonePerLevelAndNoRectanglePerPlace() {
        assertThat(FIGURE.svg().split("class=\"tone\"", -1)).hasSizeLessThanOrEqualTo(9);
        assertThat(FIGURE.svg().split("<", -1).length).isLessThan(300);
        assertThat(FIGURE.svg().length()).isLessThan(90_000);
        assertThat(PictureWords.illegible(FIGURE.svg())).isEmpty();
    }

    @Test
    void thereIsNoneWithoutTablesAndAClearErrorWithoutOneOfThem() {
        assertThat(UnitCliffFigure.of(List.of())).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UnitCliffFigure.of(TABLES.subList(0, 2)))
                .withMessageContaining("clipped path");
    }
}
