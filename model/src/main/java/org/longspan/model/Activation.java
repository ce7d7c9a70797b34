package org.longspan.model;

import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;

/** What a unit makes of its pre-activation, h = σ(z), for each by itself. Its slope is told from h. */
public enum Activation {
    /** h = z, σ′ = 1. */
    LINEAR {
        @Override
        void apply(Matrix z, Matrix h, Kernels kernels) {
            h.copyFrom(z);
        }

        @Override
        void applySlope(Matrix h, Matrix d, Matrix out, Kernels kernels) {
            out.copyFrom(d);
            kernels.flush(out);
        }
    },

    /** h = 1 / (1 + exp(-z)), σ′ = h (1 - h), at most a quarter. */
    LOGISTIC {
        @Override
        void apply(Matrix z, Matrix h, Kernels kernels) {
            kernels.sigmoid(z, h);
        }

        @Override
        void applySlope(Matrix h, Matrix d, Matrix out, Kernels kernels) {
            kernels.sigmoidBackward(h, d, out);
        }
    },

    /** h = max(0, z), σ′ = 1 where h > 0, else 0. */
    RELU {
        @Override
        void apply(Matrix z, Matrix h, Kernels kernels) {
            kernels.relu(z, h);
        }

        @Override
        void applySlope(Matrix h, Matrix d, Matrix out, Kernels kernels) {
            kernels.reluBackward(h, d, out);
        }
    },

    /** h = tanh(z), σ′ = 1 - h². */
    TANH {
        @Override
        void apply(Matrix z, Matrix h, Kernels kernels) {
            kernels.tanh(z, h);
        }

        @Override
        void applySlope(Matrix h, Matrix d, Matrix out, Kernels kernels) {
            kernels.tanhBackward(h, d, out);
        }
    };

    /** h = σ(z). */
    abstract void apply(Matrix z, Matrix h, Kernels kernels);

    /** out = flush(d ∘ σ′(z)), where σ has the value h: for a cotangent d of h, or a tangent d of z. */
    abstract void applySlope(Matrix h, Matrix d, Matrix out, Kernels kernels);
}
