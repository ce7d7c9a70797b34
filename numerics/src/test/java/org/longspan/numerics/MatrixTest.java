package org.longspan.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatrixTest {

    private static final float UNTOUCHED = -1f;

    /** Returns a matrix of {@link #UNTOUCHED} at an odd offset in an array of the same, with gaps between its rows. */
    private static Matrix view(int rows, int columns, int gap) {
        float[] data = new float[5 + rows * (columns + gap) + 7];
        Arrays.fill(data, UNTOUCHED);
        return new Matrix(data, 5, rows, columns, columns + gap);
    }

    private static float[] count(Matrix m, float... wanted) {
        float[] times = new float[wanted.length];
        for (float element : m.data()) {
            for (int i = 0; i < wanted.length; i++) {
                times[i] += element == wanted[i] ? 1 : 0;
            }
        }
        return times;
    }

    /** Rows of fewer than eight floats are copied by a loop, longer ones by a call. */
    @ParameterizedTest
    @CsvSource({"1,0", "3,0", "3,2", "7,1", "8,0", "9,0", "9,4", "40,1"})
    void copiedRowsLandInTheirColumnsAndNowhereElse(int width, int gap) {
        Matrix source = view(5, width, gap);
        for (int r = 0; r < 5; r++) {
            for (int j = 0; j < width; j++) {
                source.set(r, j, 100 * r + j);
            }
        }
        Matrix to = view(3, width + 6, gap);
        to.copyRows(source, 2, 4);

        for (int r = 0; r < 3; r++) {
            for (int j = 0; j < to.columns(); j++) {
                boolean copied = j >= 4 && j < 4 + width;
                assertThat(to.get(r, j)).isEqualTo(copied ? 100 * (r + 2) + j - 4 : UNTOUCHED);
            }
        }
        assertThat(count(to, UNTOUCHED)).containsExactly(to.data().length - 3 * width);
    }

    @ParameterizedTest
    @CsvSource({"3,5,0", "3,5,2", "1,5,2", "0,5,0"})
    void fillWritesTheElementsAlone(int rows, int columns, int gap) {
        Matrix m = view(rows, columns, gap);
        m.fill(2f);

        assertThat(m.toArray()).hasSize(rows * columns).doesNotContain(UNTOUCHED);
        assertThat(count(m, 2f, UNTOUCHED)).containsExactly(rows * columns, m.data().length - rows * columns);
    }

    @Test
    void aMatrixWithRoomIsFollowedByAVectorOfZeros() {
        Matrix m = Matrix.withRoom(3, 5);
        assertThat(m.isContiguous()).isTrue();
        assertThat(m.data()).hasSize(3 * 5 + 16).containsOnly(0f);

        m.fill(1f);
        assertThat(count(m, 1f)).containsExactly(15);
    }

    @Test
    void aCopyOfAnotherShapeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Matrix.zeros(2, 3).copyFrom(Matrix.zeros(3, 2)))
                .withMessage("a matrix (3, 2) where (2, 3) is expected");
    }
}
