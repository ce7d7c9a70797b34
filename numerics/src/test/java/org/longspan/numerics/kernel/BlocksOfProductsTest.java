package org.longspan.numerics.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.Panels;

/** How columns are cut into blocks, and products through every cut: exact, sliding, and narrower than a vector. */
class BlocksOfProductsTest {

    private static final String ALL = "org.longspan.numerics.kernel.KernelCases#all";
    private static final float BEHIND = 777f;

    /** The floats of a vector, of kernels named like vector-512; the plain kernels take all columns for one. */
    private static int lane(Kernels kernels, int columns) {
        String name = kernels.name();
        return name.startsWith("vector-") ? Integer.parseInt(name.substring("vector-".length())) / Float.SIZE : columns;
    }

    static IntStream columns() {
        return IntStream.rangeClosed(1, 300);
    }

    @ParameterizedTest
    @MethodSource("columns")
    void panelsShareNoColumnAndOnlyTheLastSlidesByLessThanAVector(int columns) {
        for (Kernels kernels : KernelCases.all()) {
            Panels panels = kernels.products().newPanels(1, columns);
            int lane = lane(kernels, columns);
            int begin = 0;
            for (int p = 0; p < panels.count(); p++) {
                int width = panels.width(p);
                boolean last = p == panels.count() - 1;
                assertThat(panels.first(p)).isEqualTo(begin);
                assertThat(width % lane).isZero();
                assertThat(width / lane).isBetween(1, lane == 16 ? 4 : 2);
                assertThat(panels.slide(p)).isBetween(0, last && width > lane ? lane - 1 : 0);
                begin += Math.min(columns, width - panels.slide(p));
            }
            assertThat(begin).isEqualTo(columns);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 7, 13})
    void everyCutGivesTheBitsOfThePlainProducts(int rows) {
        for (int n = 17; n <= 130; n++) {
            int columns = n;
            KernelsAgreeTest.agree(kernels -> products(kernels, rows, 9, columns));
        }
    }

    /** Slabs of k, after the first of which a block continues sums that stand in C. */
    @ParameterizedTest
    @ValueSource(ints = {17, 34, 50, 63, 69, 97, 130})
    void longSumsDoToo(int columns) {
        KernelsAgreeTest.agree(kernels -> products(kernels, 7, 515, columns));
    }

    private static List<Matrix> products(Kernels kernels, int m, int k, int n) {
        Matrix added = KernelCases.random(m, n, 1);
        Matrix set = KernelCases.random(m, n, 2);
        Matrix transposed = KernelCases.random(m, n, 3);
        Panels panels = kernels.products().newPanels(k, n);
        panels.pack(KernelCases.random(k, n, 4));
        kernels.products().addProduct(KernelCases.random(m, k, 5), panels, added);
        kernels.products().setProduct(KernelCases.random(1, n, 6), KernelCases.random(m, k, 7), panels, set);
        kernels.products().addTransposedProduct(KernelCases.random(k, m, 8), KernelCases.random(k, n, 4), transposed);
        return List.of(added, set, transposed);
    }

    /** Columns that a block computes twice would be added twice if C were read after it is written. */
    @ParameterizedTest
    @MethodSource(ALL)
    void everyColumnIsAddedOnce(Kernels kernels) {
        for (int n = 1; n <= 130; n++) {
            for (int k : new int[] {1, 300}) {
                Matrix b = ones(k, n);
                Panels panels = kernels.products().newPanels(k, n);
                panels.pack(b);
                Matrix added = ones(7, n);
                Matrix transposed = ones(7, n);
                kernels.products().addProduct(ones(7, k), panels, added);
                kernels.products().addTransposedProduct(ones(k, 7), b, transposed);
                assertThat(added.data()).as("%d columns, %d terms", n, k).containsOnly(k + 1f);
                assertThat(transposed.data()).as("%d columns, %d terms", n, k).containsOnly(k + 1f);
            }
        }
    }

    private static Matrix ones(int rows, int columns) {
        Matrix ones = Matrix.zeros(rows, columns);
        ones.fill(1f);
        return ones;
    }

    /** A vector read from the last rows of a narrow matrix may end behind its array. */
    @ParameterizedTest
    @CsvSource({"1,4", "2,4", "4,1", "5,3", "9,2", "13,300"})
    void narrowProductsLeaveWhatLiesBehindThemWithAndWithoutRoom(int rows, int k) {
        for (int n = 1; n <= 16; n++) {
            int columns = n;
            for (int room : new int[] {0, 1, 5, 16}) {
                KernelsAgreeTest.agree(kernels -> narrow(kernels, rows, k, columns, room));
            }
        }
    }

    private static List<Matrix> narrow(Kernels kernels, int m, int k, int n, int room) {
        List<Matrix> written = new ArrayList<>();
        Panels panels = kernels.products().newPanels(k, n);
        panels.packTransposed(KernelCases.contiguous(n, k, 1));
        for (int roomOfRow : new int[] {0, room}) {
            Matrix added = withRoom(m, n, room, 2);
            Matrix set = withRoom(m, n, room, 3);
            kernels.products().addProduct(KernelCases.contiguous(m, k, 4), panels, added);
            kernels.products().setProduct(withRoom(1, n, roomOfRow, 5), KernelCases.contiguous(m, k, 6), panels, set);
            written.addAll(List.of(added, set));
        }
        return written;
    }

    private static Matrix withRoom(int rows, int columns, int room, long seed) {
        float[] data = new float[rows * columns + room];
        Arrays.fill(data, BEHIND);
        Matrix m = new Matrix(data, 0, rows, columns, columns);
        m.copyFrom(KernelCases.contiguous(rows, columns, seed));
        return m;
    }
}
