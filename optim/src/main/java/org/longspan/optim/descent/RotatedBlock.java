package org.longspan.optim.descent;

import org.longspan.numerics.Block;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.Panels;

/**
 * One matrix of weights (p, q) in the eigenbases of two running means, L of G Gᵀ and R of Gᵀ G: X becomes Qₗᵀ X Qᵣ. L
 * and R lie one after the other in one row of doubles, Qₗ and Qᵣ at the same places in another. An instance is scratch
 * memory.
 */
final class RotatedBlock {

    /** Fading means become zero here, far above the denormal range. */
    private static final double FLOOR = 1e-200;

    final Matrix rotated; // (p, q)

    private final Matrix gradient; // (p, q): G
    private final Matrix plain; // (p, q): before or after a rotation
    private final int left; // where L lies
    private final int right; // where R lies
    private final EigenBasis leftBasis;
    private final EigenBasis rightBasis;
    private final Matrix leftColumns; // (p, p): Qₗ
    private final Matrix leftRows; // (p, p): Qₗᵀ
    private final Matrix rightColumns; // (q, q): Qᵣ
    private final Matrix rightRows; // (q, q): Qᵣᵀ
    private final Panels rightForward; // (q, q): Qᵣ
    private final Panels rightBack; // (q, q): Qᵣᵀ
    private final Panels transposed; // (q, p): Gᵀ
    private final Matrix leftSquare; // (p, p): G Gᵀ
    private final Matrix rightSquare; // (q, q): Gᵀ G
    private final Matrix between; // (p, q)
    private final float[] permuted; // p · q

    /** Creates the buffers of {@code block}, whose L and R begin at {@code at}. */
    RotatedBlock(Block block, int at, Kernels kernels) {
        int p = block.rows();
        int q = block.columns();
        this.left = at;
        this.right = at + p * p;
        this.leftBasis = new EigenBasis(p);
        this.rightBasis = new EigenBasis(q);
        this.gradient = Matrix.zeros(p, q);
        this.plain = Matrix.zeros(p, q);
        this.rotated = Matrix.zeros(p, q);
        this.between = Matrix.zeros(p, q);
        this.leftColumns = Matrix.zeros(p, p);
        this.leftRows = Matrix.zeros(p, p);
        this.rightColumns = Matrix.zeros(q, q);
        this.rightRows = Matrix.zeros(q, q);
        this.leftSquare = Matrix.zeros(p, p);
        this.rightSquare = Matrix.zeros(q, q);
        this.rightForward = kernels.products().newPanels(q, q);
        this.rightBack = kernels.products().newPanels(q, q);
        this.transposed = kernels.products().newPanels(q, p);
        this.permuted = new float[p * q];
    }

    /** Returns how many doubles L and R of {@code block} take. */
    static int size(Block block) {
        return Math.addExact(
                Math.multiplyExact(block.rows(), block.rows()), Math.multiplyExact(block.columns(), block.columns()));
    }

    /** L ← βL + (1 − β)G Gᵀ, and R likewise. */
    void accumulate(double beta, double[] means, Kernels kernels) {
        transposed.packTransposed(gradient);
        leftSquare.fill(0);
        kernels.products().addProduct(gradient, transposed, leftSquare);
        rightSquare.fill(0);
        kernels.products().addTransposedProduct(gradient, gradient, rightSquare);
        blend(beta, leftSquare, means, left);
        blend(beta, rightSquare, means, right);
    }

    private static void blend(double beta, Matrix square, double[] means, int at) {
        float[] products = square.data();
        for (int i = 0; i < products.length; i++) {
            double mean = beta * means[at + i] + (1 - beta) * products[i];
            means[at + i] = Math.abs(mean) < FLOOR ? 0 : mean;
        }
    }

    /** Solves for both bases. */
    void solve(double[] means, double[] bases) {
        leftBasis.solve(means, bases, left);
        rightBasis.solve(means, bases, right);
    }

    /**
     * Refreshes both bases by one iteration and permutes {@code s} (p, q), from {@code offset} on, as it did their
     * vectors.
     */
    void refresh(double[] means, double[] bases, float[] s, int offset) {
        int[] rows = leftBasis.refresh(means, bases, left);
        int[] columns = rightBasis.refresh(means, bases, right);
        int q = columns.length;
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < q; j++) {
                permuted[i * q + j] = s[offset + rows[i] * q + columns[j]];
            }
        }
        System.arraycopy(permuted, 0, s, offset, permuted.length);
    }

    /** Loads the bases for the rotations of a step. */
    void load(double[] bases) {
        leftBasis.write(bases, left, leftColumns, leftRows);
        rightBasis.write(bases, right, rightColumns, rightRows);
        rightForward.pack(rightColumns);
        rightBack.packTransposed(rightColumns);
    }

    /** Copies G from {@code x}, where it begins at {@code offset}. */
    void take(float[] x, int offset) {
        System.arraycopy(x, offset, gradient.data(), 0, gradient.data().length);
    }

    /** {@link #rotated} = Qₗᵀ X Qᵣ, for X among {@code x} from {@code offset} on. */
    void rotate(float[] x, int offset, Kernels kernels) {
        System.arraycopy(x, offset, plain.data(), 0, plain.data().length);
        product(leftColumns, rightForward, plain, rotated, kernels);
    }

    /** X = Qₗ {@link #rotated} Qᵣᵀ, to {@code x} from {@code offset} on. */
    void rotateBack(float[] x, int offset, Kernels kernels) {
        product(leftRows, rightBack, rotated, plain, kernels);
        System.arraycopy(plain.data(), 0, x, offset, plain.data().length);
    }

    /** out = Aᵀ X B, both products flushed. */
    private void product(Matrix a, Panels b, Matrix x, Matrix out, Kernels kernels) {
        between.fill(0);
        kernels.products().addTransposedProduct(a, x, between);
        kernels.elementwise().flush(between);
        out.fill(0);
        kernels.products().addProduct(between, b, out);
        kernels.elementwise().flush(out);
    }
}
