package org.longspan.model.cell;

import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;

/** The function h = σ(z) that a unit applies to its pre-activation. The slope is computed from h. */
public enum Activation {
    /** h = z, σ′ = 1. */
    LINEAR {
        @Override
        void apply(Matrix z, Matrix h, Kernels kernels) {
            h.copyFrom(z);
            kernels.elementwise().flush(h);
        }

        @Override
        void applySlope(Matrix h, Matrix d, Matrix out, Kernels kernels) {
            out.copyFrom(d);
            kernels.elementwise().flush(out);
        }

        @Override
        void applySlopeTangent(Matrix h, Matrix hDot, Matrix d, Matrix dDot, Matrix out, Kernels kernels) {
            applySlope(h, dDot, out, kernels);
        }
    },

    /** h = 1 / (1 + exp(-z)), σ′ = h (1 - h), at most a quarter. */
    LOGISTIC {
        @Override
        void apply(Matrix z, Matrix h, Kernels kernels) {
            kernels.activations().sigmoid(z, h);
        }

        @Override
        void applySlope(Matrix h, Matrix d, Matrix out, Kernels kernels) {
            kernels.activations().sigmoidBackward(h, d, out);
        }

        @Override
        void applySlopeTangent(Matrix h, Matrix hDot, Matrix d, Matrix dDot, Matrix out, Kernels kernels) {
            kernels.activations().sigmoidBackwardTangent(h, hDot, d, dDot, out);
        }
    },

    /** h = max(0, z), σ′ = 1 where h > 0, else 0. */
    RELU {
        @Override
        void apply(Matrix z, Matrix h, Kernels kernels) {
            kernels.activations().relu(z, h);
            kernels.elementwise().flush(h);
        }

        @Override
        void applySlope(Matrix h, Matrix d, Matrix out, Kernels kernels) {
            kernels.activations().reluBackward(h, d, out);
        }

        /** Leaves out the jump of σ′ at 0, where it has no derivative. */
        @Override
        void applySlopeTangent(Matrix h, Matrix hDot, Matrix d, Matrix dDot, Matrix out, Kernels kernels) {
            applySlope(h, dDot, out, kernels);
        }
    },

    /** h = tanh(z), σ′ = 1 - h². */
    TANH {
        @Override
        void apply(Matrix z, Matrix h, Kernels kernels) {
            kernels.activations().flushedTanh(z, h);
        }

        @Override
        void flushAndApplySlope(Matrix h, Matrix d, Matrix out, Kernels kernels) {
            kernels.activations().flushingTanhBackward(h, d, out);
        }

        @Override
        void applySlope(Matrix h, Matrix d, Matrix out, Kernels kernels) {
            kernels.activations().tanhBackward(h, d, out);
        }

        @Override
        void applySlopeTangent(Matrix h, Matrix hDot, Matrix d, Matrix dDot, Matrix out, Kernels kernels) {
            kernels.activations().tanhBackwardTangent(h, hDot, d, dDot, out);
        }
    };

    /** h = flush(σ(z)). */
    abstract void apply(Matrix z, Matrix h, Kernels kernels);

    /** out = flush(d ∘ σ′(z)) for h = σ(z), where d is a cotangent of h or a tangent of z. */
    abstract void applySlope(Matrix h, Matrix d, Matrix out, Kernels kernels);

    /** d = flush(d), then {@link #applySlope}. */
    void flushAndApplySlope(Matrix h, Matrix d, Matrix out, Kernels kernels) {
        kernels.elementwise().flush(d);
        applySlope(h, d, out, kernels);
    }

    /** Tangent of {@link #applySlope} from those of h and d: out = flush(ḋ ∘ σ′(z) + d ∘ σ″(z) ∘ ż). */
    abstract void applySlopeTangent(Matrix h, Matrix hDot, Matrix d, Matrix dDot, Matrix out, Kernels kernels);
}
