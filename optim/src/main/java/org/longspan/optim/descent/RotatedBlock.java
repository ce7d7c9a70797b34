package org.longspan.optim.descent;

import org.longspan.numerics.Block;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.Panels;
import org.longspan.numerics.ParameterLayout;
import org.longspan.numerics.Parameters;

/**
 * One matrix of weights (p, q) in the eigenbases of two running means, L of G Gᵀ and R of Gᵀ G: X becomes Qₗᵀ X Qᵣ. The
 * means and the bases are views of the optimizer's memory; everything else is scratch memory.
 */
final class RotatedBlock {

    private static final String LEFT = "left.";
    private static final String RIGHT = "right.";
    private static final String LEFT_ROWS = "left-rows.";
    private static final String RIGHT_ROWS = "right-rows.";

    final String name; // of the block

    private final Matrix left; // (p, p): L
    private final Matrix right; // (q, q): R
    private final Matrix leftColumns; // (p, p): Qₗ
    private final Matrix leftRows; // (p, p): Qₗᵀ
    private final Matrix rightColumns; // (q, q): Qᵣ
    private final Matrix rightRows; // (q, q): Qᵣᵀ
    private final EigenBasis leftBasis;
    private final EigenBasis rightBasis;
    private final Matrix rotated; // (p, q)
    private final Matrix share; // (p, q): √(1 − β) G
    private final Panels transposed; // (q, p): its transpose
    private final Matrix between; // (q, p)
    private final float[] permuted; // p · q

    /** Creates the views of {@code block}'s means and bases, which lie under its name, and the buffers. */
    RotatedBlock(Block block, Parameters means, Parameters bases, Kernels kernels) {
        int p = block.rows();
        int q = block.columns();
        this.name = block.name();
        this.left = means.block(LEFT + name);
        this.right = means.block(RIGHT + name);
        this.leftColumns = bases.block(LEFT + name);
        this.leftRows = bases.block(LEFT_ROWS + name);
        this.rightColumns = bases.block(RIGHT + name);
        this.rightRows = bases.block(RIGHT_ROWS + name);
        this.leftBasis = new EigenBasis(p);
        this.rightBasis = new EigenBasis(q);
        this.rotated = Matrix.zeros(p, q);
        this.share = Matrix.zeros(p, q);
        this.between = Matrix.zeros(q, p);
        this.transposed = kernels.products().newPanels(q, p);
        this.permuted = new float[p * q];
    }

    /** Adds L and R of {@code block} to a layout. */
    static void addMeans(Block block, ParameterLayout.Builder layout) {
        layout.add(LEFT + block.name(), block.rows(), block.rows(), block.role());
        layout.add(RIGHT + block.name(), block.columns(), block.columns(), block.role());
    }

    /** Adds Qₗ, Qᵣ and their transposes to a layout. */
    static void addBases(Block block, ParameterLayout.Builder layout) {
        addMeans(block, layout);
        layout.add(LEFT_ROWS + block.name(), block.rows(), block.rows(), block.role());
        layout.add(RIGHT_ROWS + block.name(), block.columns(), block.columns(), block.role());
    }

    /** L ← βL + (1 − β)G Gᵀ, and R likewise. */
    void accumulate(double beta, Matrix g, Kernels kernels) {
        float root = (float) Math.sqrt(1 - beta);
        float[] products = share.data();
        for (int i = 0; i < products.length; i++) {
            products[i] = root * g.data()[g.offset() + i];
        }
        fade((float) beta, left);
        transposed.packTransposed(share);
        kernels.products().addProduct(share, transposed, left);
        flush(left, kernels);
        fade((float) beta, right);
        kernels.products().addTransposedProduct(share, share, right);
        flush(right, kernels);
    }

    private static void fade(float beta, Matrix mean) {
        int end = mean.row(mean.rows());
        for (int i = mean.offset(); i < end; i++) {
            mean.data()[i] *= beta;
        }
    }

    /** Products of gradients reach down to the square of the smallest gradient; only denormal ones become zero. */
    private static void flush(Matrix mean, Kernels kernels) {
        kernels.elementwise().flush(Float.MIN_NORMAL, mean.data(), mean.offset(), mean.rows() * mean.columns());
    }

    /**
     * Solves for both bases after the first gradient, when L and R are multiples of G Gᵀ and Gᵀ G: the smaller one is
     * decomposed, and with its eigenvectors Q the columns of Gᵀ Q, or of G Q, are eigenvectors of the other. All the
     * other's remaining eigenvalues are 0, and any basis of their space will do.
     */
    void solve(Matrix g, Kernels kernels) {
        if (g.rows() <= g.columns()) {
            leftBasis.solve(left, leftColumns);
            between.fill(0);
            kernels.products().addTransposedProduct(g, leftColumns, between);
            rightBasis.complete(between, rightColumns, kernels);
        } else {
            rightBasis.solve(right, rightColumns);
            Panels panels = kernels.products().newPanels(g.columns(), g.columns()); // once a trial
            panels.pack(rightColumns);
            rotated.fill(0);
            kernels.products().addProduct(g, panels, rotated);
            leftBasis.complete(rotated, leftColumns, kernels);
        }
        finish(kernels);
    }

    /** Refreshes both bases by one iteration, turns {@code m} into them, and permutes {@code s} as their vectors. */
    void refresh(Matrix m, Matrix s, Kernels kernels) {
        rotateBack(m, rotated, kernels);
        int[] rows = leftBasis.refresh(left, leftColumns, kernels);
        int[] columns = rightBasis.refresh(right, rightColumns, kernels);
        finish(kernels);
        rotate(rotated, m, kernels);
        int q = columns.length;
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < q; j++) {
                permuted[i * q + j] = s.get(rows[i], columns[j]);
            }
        }
        System.arraycopy(permuted, 0, s.data(), s.offset(), permuted.length);
    }

    private void finish(Kernels kernels) {
        kernels.elementwise().flush(leftColumns);
        transpose(leftColumns, leftRows);
        kernels.elementwise().flush(rightColumns);
        transpose(rightColumns, rightRows);
    }

    private static void transpose(Matrix a, Matrix out) {
        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j < a.columns(); j++) {
                out.set(j, i, a.get(i, j));
            }
        }
    }

    /** out = Qₗᵀ X Qᵣ. */
    void rotate(Matrix x, Matrix out, Kernels kernels) {
        product(leftColumns, rightColumns, x, out, kernels);
    }

    /** out = Qₗ X Qᵣᵀ. */
    void rotateBack(Matrix x, Matrix out, Kernels kernels) {
        product(leftRows, rightRows, x, out, kernels);
    }

    /** out = Aᵀ X B = (Xᵀ A)ᵀ B, both products flushed; out may be X. */
    private void product(Matrix a, Matrix b, Matrix x, Matrix out, Kernels kernels) {
        between.fill(0);
        kernels.products().addTransposedProduct(x, a, between);
        kernels.elementwise().flush(between);
        out.fill(0);
        kernels.products().addTransposedProduct(between, b, out);
        kernels.elementwise().flush(out);
    }
}
