package org.longspan.model.cell;

import org.longspan.numerics.Matrix;
import org.longspan.numerics.oracle.Curvature;

/**
 * The interval in which the outputs of a cell lie. It says which divergence D of two outputs matches them, and so what
 * structural damping adds to a cotangent: λμ D″(h) ∘ ḣ, where D″ is the second derivative at equal outputs. Times the
 * squared slope of a unit, D″ is that in the pre-activation: 1 of a linear unit, ¼(1 - h²) of a tanh, h(1 - h) of a
 * logistic one.
 */
public enum OutputRange {
    /** No bounds, as of linear units: D″ = 1. */
    UNBOUNDED(1) {
        @Override
        void dampMatching(float damping, Matrix h, Matrix hDot, Matrix dh, int row) {
            addScaled(damping, hDot, dh, row);
        }
    },

    /** From -1 to 1, as of tanh units: D″ = ¼ / (1 - h²), 0 at a bound or beyond. */
    SIGNED(0.25f) {
        @Override
        void dampMatching(float damping, Matrix h, Matrix hDot, Matrix dh, int row) {
            float quarter = damping / 4;
            for (int j = 0; j < dh.columns(); j++) {
                float slope = Math.fma(-h.get(row, j), h.get(row, j), 1f);
                float weight = slope > 0 ? quarter / slope : 0;
                dh.set(row, j, Math.fma(weight, hDot.get(row, j), dh.get(row, j)));
            }
        }
    },

    /** From 0 to 1, as of logistic units: D″ = 1 / (h (1 - h)), 0 at a bound or beyond. */
    UNIT(4) {
        @Override
        void dampMatching(float damping, Matrix h, Matrix hDot, Matrix dh, int row) {
            for (int j = 0; j < dh.columns(); j++) {
                float slope = h.get(row, j) * (1 - h.get(row, j));
                float weight = slope > 0 ? damping / slope : 0;
                dh.set(row, j, Math.fma(weight, hDot.get(row, j), dh.get(row, j)));
            }
        }
    };

    private final float middle; // D″ of the matching divergence in the middle of the range

    OutputRange(float middle) {
        this.middle = middle;
    }

    /** Adds λμ D″(h) ∘ ḣ to ∂L/∂h in one row of (T·B, H) matrices. */
    public void damp(Curvature.GaussNewton curvature, Matrix h, Matrix hDot, Matrix dh, int row) {
        float damping = (float) curvature.hiddenDamping();
        switch (curvature.divergence()) {
            case MATCHING -> dampMatching(damping, h, hDot, dh, row);
            case SQUARED -> addScaled(middle * damping, hDot, dh, row);
        }
    }

    abstract void dampMatching(float damping, Matrix h, Matrix hDot, Matrix dh, int row);

    private static void addScaled(float factor, Matrix hDot, Matrix dh, int row) {
        for (int j = 0; j < dh.columns(); j++) {
            dh.set(row, j, Math.fma(factor, hDot.get(row, j), dh.get(row, j)));
        }
    }
}
