package org.longspan.model.cell;

import org.longspan.numerics.Matrix;
import org.longspan.numerics.Parameters;

/**
 * The flow of signals through the recurrent map of {@link PreActivations}.
 *
 * @param keep the share of a signal that meets no weight
 */
record AffineFlow(PreActivations affine, float keep) implements SignalFlow {

    @Override
    public String recurrent() {
        return affine.recurrent;
    }

    @Override
    public Matrix dz(int t) {
        return affine.dzAt[t];
    }

    @Override
    public void carry(int t, Matrix dh, Matrix before) {
        before.fill(0f);
        if (keep != 0) {
            affine.kernels.elementwise().addScaled(keep, dh, before);
        }
        affine.recurBackwardFrom(t, before);
        affine.kernels.elementwise().flush(before);
    }

    @Override
    public void accumulate(Matrix before, Matrix dz, Parameters gradient) {
        affine.kernels.products().addTransposedProduct(before, dz, gradient.block(affine.recurrent));
    }
}
