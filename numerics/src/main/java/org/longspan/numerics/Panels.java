package org.longspan.numerics;

/**
 * A matrix B (k, n) packed for products A · B. It is cut into panels of neighboring columns, and each panel is stored
 * row after row, so that a product reads it sequentially. {@link Products#newPanels} chooses the widths. Weights are
 * packed once per update and used at every time step.
 *
 * <p>To be a whole number of vectors wide, the last panels may overlap the ones before them. The overlapping columns
 * are written once.
 */
public final class Panels {

    private final int rows;
    private final int columns;
    private final int[] first; // first column of each panel
    private final int[] width; // of each panel
    private final int[] offset; // of each panel, in data
    private final float[] data;

    /**
     * Creates panels of zeros.
     *
     * @param widths the panels' widths from left to right, none wider than the matrix; together they cover its columns
     */
    public Panels(int rows, int columns, int... widths) {
        this.rows = rows;
        this.columns = columns;
        this.width = widths.clone();
        this.first = new int[widths.length];
        this.offset = new int[widths.length];
        int end = 0;
        int size = 0;
        for (int p = 0; p < widths.length; p++) {
            first[p] = Math.min(end, columns - widths[p]);
            offset[p] = size;
            end = first[p] + widths[p];
            size += Math.multiplyExact(rows, widths[p]);
        }
        if (end != columns) {
            throw new IllegalArgumentException("panels end at column " + end + " of " + columns);
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

    /** Returns the number of columns of panel {@code p}. */
    public int width(int p) {
        return width[p];
    }

    /** Returns how many columns panel {@code p} shares with the panel before it. */
    public int repeated(int p) {
        return p == 0 ? 0 : first[p - 1] + width[p - 1] - first[p];
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
            for (int k = 0; k < rows; k++) {
                System.arraycopy(b.data(), b.row(k) + first[p], data, row(p, k), width[p]);
            }
        }
    }

    /** Copies Bᵀ into the panels, for B (n, k). */
    public void packTransposed(Matrix b) {
        requireShape(b, columns, rows);
        for (int p = 0; p < width.length; p++) {
            for (int j = 0; j < width[p]; j++) {
                int from = b.row(first[p] + j);
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
