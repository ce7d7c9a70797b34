package org.longspan.optim.secondorder;

import java.util.Arrays;
import org.longspan.numerics.random.RandomStream;

/**
 * Jacobi's preconditioner: M = λI and the diagonal of the undamped matrix, estimated with random signs,
 *
 * <pre>diag(A) = E[s ∘ As],   sᵢ = ±1</pre>
 *
 * <p>Source: Chapelle and Erhan 2011. Not to be confused with Martens's, a power of the summed squares of the gradients
 * of single sequences.
 *
 * @param products how many signs are averaged over, each at the cost of a product; 0 for no preconditioner
 */
record JacobiPreconditioner(int products) {

    private static final int STREAM = 1;

    /** Estimates M for {@code model}, with its scratch. */
    void prepare(QuadraticModel model, Descent descent) {
        if (products == 0) {
            return;
        }
        float[] m = model.diagonal.data();
        Arrays.fill(m, 0f);
        RandomStream random = descent.step().stream(STREAM);
        for (int k = 0; k < products; k++) {
            drawSigns(model.direction.data(), random);
            model.undamped(model.direction, model.product);
            addProduct(model.direction.data(), model.product.data(), m);
        }
        finish(m, model.lambda());
        model.useDiagonal();
    }

    private static void drawSigns(float[] s, RandomStream random) {
        long bits = 0;
        for (int i = 0; i < s.length; i++) {
            bits = i % Long.SIZE == 0 ? random.nextLong() : bits >>> 1;
            s[i] = (bits & 1) == 0 ? 1f : -1f;
        }
    }

    private static void addProduct(float[] s, float[] as, float[] m) {
        for (int i = 0; i < m.length; i++) {
            m[i] = Math.fma(s[i], as[i], m[i]);
        }
    }

    /** The matrix has no negative diagonal, but its estimate may have; a zero, flat and undamped, becomes 1. */
    private void finish(float[] m, double lambda) {
        for (int i = 0; i < m.length; i++) {
            float sum = (float) (Math.max(m[i], 0) / products + lambda);
            m[i] = sum > Float.MIN_NORMAL ? sum : 1f;
        }
    }
}
