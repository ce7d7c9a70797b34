package org.longspan.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PanelsTest {

    /** Element (k, j) is 100 k + j, in a view with gaps. */
    private static Matrix numbered(int rows, int columns) {
        Matrix b = new Matrix(new float[3 + rows * (columns + 2)], 3, rows, columns, columns + 2);
        for (int k = 0; k < rows; k++) {
            for (int j = 0; j < columns; j++) {
                b.set(k, j, 100 * k + j);
            }
        }
        return b;
    }

    private static Matrix transposed(Matrix b) {
        Matrix t = Matrix.zeros(b.columns(), b.rows());
        for (int k = 0; k < b.rows(); k++) {
            for (int j = 0; j < b.columns(); j++) {
                t.set(j, k, b.get(k, j));
            }
        }
        return t;
    }

    @Test
    void theLastLaneOfAPanelSlidesAndPanelsShareNoColumn() {
        Panels panels = new Panels(2, 11, 4, 7, 11);
        float[] expected = {
            0, 1, 2, 3, 3, 4, 5, 6, 100, 101, 102, 103, 103, 104, 105, 106, 7, 8, 9, 10, 107, 108, 109, 110
        };

        panels.pack(numbered(2, 11));
        assertThat(panels.data()).containsExactly(expected);
        assertThat(panels.first(1)).isEqualTo(7);
        assertThat(panels.width(0)).isEqualTo(8);
        assertThat(panels.slide(0)).isEqualTo(1);
        assertThat(panels.slide(1)).isZero();
        assertThat(panels.row(1, 1)).isEqualTo(20);

        panels.pack(Matrix.zeros(2, 11));
        panels.packTransposed(transposed(numbered(2, 11)));
        assertThat(panels.data()).containsExactly(expected);
    }

    @Test
    void aMatrixNarrowerThanALaneIsFilledUpWithZeros() {
        Panels panels = new Panels(2, 3, 4, 3);

        panels.pack(numbered(2, 3));
        assertThat(panels.data()).containsExactly(0, 1, 2, 0, 100, 101, 102, 0);
        panels.packTransposed(transposed(numbered(2, 3)));
        assertThat(panels.data()).containsExactly(0, 1, 2, 0, 100, 101, 102, 0);
        assertThat(panels.slide(0)).isZero();
    }

    @Test
    void endsThatDoNotCutTheMatrixAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Panels(2, 11, 4, 7))
                .withMessage("panels end at column 7 of 11");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Panels(2, 11, 4, 8, 11))
                .withMessage("panel 1 has 3 columns where a lane of 4 is the least");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Panels(2, 11, 4, 7, 3, 11))
                .withMessage("panel 1 has -4 columns where a lane of 4 is the least");
    }

    @Test
    void otherShapesAreRefused() {
        Panels panels = new Panels(2, 11, 4, 7, 11);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> panels.pack(Matrix.zeros(11, 2)))
                .withMessage("a matrix (11, 2) where (2, 11) is expected");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> panels.packTransposed(Matrix.zeros(2, 11)))
                .withMessage("a matrix (2, 11) where (11, 2) is expected");
    }
}
