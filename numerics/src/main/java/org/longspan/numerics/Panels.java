package org.longspan.numerics;

/**
 * A matrix B (k, n) packed for products A · B. It is cut into panels of neighboring columns, and each panel is stored
 * row after row, so that a product reads it sequentially. {@link Products#newPanels} chooses the widths. Weights are
 * packed once per update and used at every time step.
 *
 * <p>To be a whole number of vectors wide, a panel may hold some columns twice: its last {@code lane} columns then
 * begin {@link #slide} columns earlier than they would without repetition. A panel never shares a column with another.
 * A matrix narrower than a lane is one panel, filled up with zeros.
 */
public final class Panels {

    private final int rows;
    private final int columns;
    private final int lane;
    private final int[] first; // first column of each panel
    private final int[] width; // of each panel as it is stored
    private final int[] slide; // of each panel
    private final int[] offset; // of each panel, in data
    private final float[] data;

    /**
     * Creates panels of zeros.
     *
     * @param lane columns of a vector, of which every panel is a multiple wide
     * @param ends the columns before which the panels end, from left to right; the last is {@code columns}, and no panel
     *     is narrower than a lane, unless the matrix is
     */
    public Panels(int rows, int columns, int lane, int... ends) {
        this.rows = rows;
        this.columns = columns;
        this.lane = lane;
        this.first = new int[ends.length];
        this.width = new int[ends.length];
        this.slide = new int[ends.length];
        this.offset = new int[ends.length];
        int begin = 0;
        int size = 0;
        for (int p = 0; p < ends.length; p++) {
            int own = ends[p] - begin;
            if (own < Math.min(lane, columns)) {
                throw new IllegalArgumentException(
                        "panel " + p + " has " + own + " columns where a lane of " + lane + " is the least");
            }
            first[p] = begin;
            width[p] = (own + lane - 1) / lane * lane;
            slide[p] = own < lane ? 0 : width[p] - own;
            offset[p] = size;
            begin = ends[p];
            size = Math.addExact(size, Math.multiplyExact(rows, width[p]));
        }
        if (begin != columns) {
            throw new IllegalArgumentException("panels end at column " + begin + " of " + columns);
        }
        this.data = new float[size];
    }

    /** Returns k, the number of rows of the matrix. */
    public int rows() {
        return rows;
    }

    /** Returns n, the number of columns of the matrix. */
    public int columns() {
        return columns;
    }

    /** Returns the number of panels. */
    public int count() {
        return width.length;
    }

    /** Returns the first column of panel {@code p}. */
    public int first(int p) {
        return first[p];
    }

    /** Returns the number of columns that panel {@code p} stores, a multiple of a lane. */
    public int width(int p) {
        return width[p];
    }

    /** Returns how many columns the last lane of panel {@code p} repeats of the lane before it. */
    public int slide(int p) {
        return slide[p];
    }

    /** Returns the index in {@link #data()} of row {@code k} of panel {@code p}. */
    public int row(int p, int k) {
        return offset[p] + k * width[p];
    }

    /** Returns the elements, panel by panel. */
    public float[] data() {
        return data;
    }

    /** Copies B (k, n) into the panels. */
    public void pack(Matrix b) {
        requireShape(b, rows, columns);
        for (int p = 0; p < width.length; p++) {
            int last = width[p] - lane; // where the last lane is stored
            int whole = Math.min(lane, columns);
            for (int k = 0; k < rows; k++) {
                int from = b.row(k) + first[p];
                System.arraycopy(b.data(), from, data, row(p, k), last);
                System.arraycopy(b.data(), from + last - slide[p], data, row(p, k) + last, whole);
            }
        }
    }

    /** Copies Bᵀ into the panels, for B (n, k). */
    public void packTransposed(Matrix b) {
        requireShape(b, columns, rows);
        for (int p = 0; p < width.length; p++) {
            int last = width[p] - lane;
            for (int j = 0; j < last + Math.min(lane, columns); j++) {
                int from = b.row(first[p] + (j < last ? j : j - slide[p]));
                int to = row(p, 0) + j;
                for (int k = 0; k < rows; k++, to += width[p]) {
                    data[to] = b.data()[from + k];
                }
            }
        }
    }

    private static void requireShape(Matrix b, int rows, int columns) {
        if (b.rows() != rows || b.columns() != columns) {
            throw new IllegalArgumentException("a matrix (" + b.rows() + ", " + b.columns() + ") where (" + rows + ", "
                    + columns + ") is expected");
        }
    }
}
