package org.longspan.numerics;

/**
 * Matrix products, with one factor repacked into {@link Panels}; see {@link Kernels} for the rules of summation. Where C
 * is narrower than a vector, the floats that lie behind a row in its array may be read and written back as they were.
 */
public interface Products {

    /** Returns panels of zeros for a matrix B (k, n), cut to the block widths of this implementation. */
    Panels newPanels(int rows, int columns);

    /** C += A · B for A (m, k), B (k, n), C (m, n). */
    void addProduct(Matrix a, Panels b, Matrix c);

    /** Copies {@code row} (1, n) into every row of C (m, n), then C += A · B for A (m, k), B (k, n). */
    void setProduct(Matrix row, Matrix a, Panels b, Matrix c);

    /** C += Aᵀ · B for A (k, m), B (k, n), C (m, n). */
    void addTransposedProduct(Matrix a, Matrix b, Matrix c);

    /** Adds the rows of A (m, n) to {@code sum} (1, n), in ascending order. */
    void addColumnSums(Matrix a, Matrix sum);
}
