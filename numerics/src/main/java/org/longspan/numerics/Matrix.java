package org.longspan.numerics;

import java.util.Objects;

/**
 * A row-major view of a matrix inside a float array. Views are made once, when buffers are; the
 * kernels take them, and nothing is allocated inside a training step.
 *
 * @param data the array that holds the elements
 * @param offset index of element (0, 0)
 * @param rows number of rows
 * @param columns number of columns
 * @param stride distance between the beginnings of two neighbouring rows, at least {@code columns}
 */
public record Matrix(float[] data, int offset, int rows, int columns, int stride) {

    /** Rows this many floats apart, or a multiple, compete for a few places of the nearest cache. */
    private static final int CROWDED = 128;

    /** Floats left free after each such row: one cache line, which is also the widest vector. */
    private static final int GAP = 16;

    /** A row shorter than this is copied faster by a loop than by a call. */
    private static final int SHORT = 8;

    public Matrix {
        Objects.requireNonNull(data, "data");
        long end = rows == 0 || columns == 0 ? offset : offset + (rows - 1L) * stride + columns;
        if (rows < 0 || columns < 0 || offset < 0 || stride < columns || end > data.length) {
            throw new IllegalArgumentException("view (" + rows + ", " + columns + ") with stride " + stride + " at "
                    + offset + " does not fit an array of " + data.length);
        }
    }

    /** Returns a new zero matrix without gaps between its rows. */
    public static Matrix zeros(int rows, int columns) {
        return new Matrix(new float[Math.multiplyExact(rows, columns)], 0, rows, columns, columns);
    }

    /**
     * Returns a new zero matrix without gaps, in an array that goes on for a vector of the widest kind, so that kernels
     * may read and write back whole vectors of a narrow matrix.
     */
    public static Matrix withRoom(int rows, int columns) {
        int elements = Math.multiplyExact(rows, columns);
        return new Matrix(new float[Math.addExact(elements, GAP)], 0, rows, columns, columns);
    }

    /** Returns a new zero matrix whose rows lie {@link #spacing} floats apart. */
    public static Matrix spaced(int rows, int columns) {
        int stride = spacing(columns);
        return new Matrix(new float[Math.multiplyExact(rows, stride)], 0, rows, columns, stride);
    }

    /**
     * Returns the distance between two rows of a {@link #spaced} matrix: {@code columns}, or a little more. Long rows
     * begin a whole number of cache lines apart, so that equal columns lie alike in all of them; and no rows lie a large
     * power of two apart, so that a block of columns fits the nearest cache.
     */
    public static int spacing(int columns) {
        int whole = columns < CROWDED ? columns : (columns + GAP - 1) / GAP * GAP;
        return whole % CROWDED == 0 ? whole + GAP : whole;
    }

    /** Returns a view of {@code count} rows from row {@code from} on. */
    public Matrix rows(int from, int count) {
        Objects.checkFromIndexSize(from, count, rows);
        return new Matrix(data, offset + from * stride, count, columns, stride);
    }

    /** Returns a view of {@code count} columns from column {@code from} on. */
    public Matrix columns(int from, int count) {
        Objects.checkFromIndexSize(from, count, columns);
        return new Matrix(data, offset + from, rows, count, stride);
    }

    /**
     * Returns the views of consecutive groups of {@code height} rows: a (T·B, H) matrix in groups of B
     * gives the T matrices (B, H) of its time steps.
     */
    public Matrix[] groups(int height) {
        Matrix[] groups = new Matrix[rows / height];
        for (int g = 0; g < groups.length; g++) {
            groups[g] = rows(g * height, height);
        }
        return groups;
    }

    /**
     * Returns the views of {@code count} interleaved groups of rows, of which view b holds rows b, b + count, b + 2
     * count and so on: a (T·B, H) matrix and a count of B give the B matrices (T, H) of its sequences.
     */
    public Matrix[] interleaved(int count) {
        Matrix[] views = new Matrix[count];
        for (int b = 0; b < count; b++) {
            views[b] = new Matrix(data, row(b), rows / count, columns, count * stride);
        }
        return views;
    }

    /** Returns the index of element (row, 0) in {@link #data()}. */
    public int row(int row) {
        return offset + row * stride;
    }

    /** Returns element (row, column). */
    public float get(int row, int column) {
        return data[offset + row * stride + column];
    }

    /** Sets element (row, column). */
    public void set(int row, int column, float value) {
        data[offset + row * stride + column] = value;
    }

    /** Returns whether the rows lie one behind the other without gaps. */
    public boolean isContiguous() {
        return stride == columns || rows <= 1;
    }

    /** Copies the elements of {@code source}, which has the same shape. */
    public void copyFrom(Matrix source) {
        if (source.rows != rows || source.columns != columns) {
            throw new IllegalArgumentException("a matrix (" + source.rows + ", " + source.columns + ") where (" + rows
                    + ", " + columns + ") is expected");
        }
        copyRows(source, 0, 0);
    }

    /**
     * Copies as many rows as this matrix has from row {@code first} of {@code source} on into the columns from {@code
     * column} on.
     *
     * @throws IndexOutOfBoundsException if the source has fewer rows, or this matrix fewer columns
     */
    public void copyRows(Matrix source, int first, int column) {
        int width = source.columns;
        Objects.checkFromIndexSize(first, rows, source.rows);
        Objects.checkFromIndexSize(column, width, columns);
        if (width >= SHORT) {
            for (int r = 0; r < rows; r++) {
                System.arraycopy(source.data, source.row(first + r), data, row(r) + column, width);
            }
            return;
        }
        for (int r = 0; r < rows; r++) {
            int from = source.row(first + r);
            int to = row(r) + column;
            for (int j = 0; j < width; j++) {
                data[to + j] = source.data[from + j];
            }
        }
    }

    /**
     * Sets row r to {@code factors[r]} times row r of {@code source}, which has the same shape and may be this matrix.
     */
    public void copyScaledRows(Matrix source, float[] factors) {
        for (int r = 0; r < rows; r++) {
            int from = source.row(r);
            int to = row(r);
            float factor = factors[r]; // read before the loop, as its writes could change it
            for (int j = 0; j < columns; j++) {
                data[to + j] = factor * source.data[from + j];
            }
        }
    }

    /** Returns a copy of the elements, row by row without gaps. */
    public float[] toArray() {
        float[] elements = new float[rows * columns];
        for (int r = 0; r < rows; r++) {
            System.arraycopy(data, row(r), elements, r * columns, columns);
        }
        return elements;
    }

    /** Sets every element to {@code value}. */
    public void fill(float value) {
        if (isContiguous()) {
            java.util.Arrays.fill(data, offset, offset + rows * columns, value);
            return;
        }
        for (int r = 0; r < rows; r++) {
            java.util.Arrays.fill(data, row(r), row(r) + columns, value);
        }
    }
}
