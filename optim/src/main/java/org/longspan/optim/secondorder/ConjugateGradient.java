package org.longspan.optim.secondorder;

import org.longspan.numerics.Parameters;

/**
 * Conjugate gradient on the damped model, from the present x:
 *
 * <pre>
 * α = ⟨r, z⟩ / ⟨p, Bp⟩;  x ← x + αp;  r ← r − αBp;  z = M⁻¹r;  p ← z + p ⟨r, z⟩ / ⟨r, z⟩ of before
 * </pre>
 *
 * <p>It stops for relative progress: with k = max(10, ⌊i/10⌋), once i &gt; k, φᵢ &lt; 0 and (φᵢ − φᵢ₋ₖ) / φᵢ &lt; kε.
 * It watches the model's value, not the residual, which says little about a step before convergence.
 *
 * <p>Source: Hestenes and Stiefel 1952; the rule is that of Martens 2010, section 4.4.
 *
 * @param iterations the most that are made
 * @param tolerance ε, 0 to go on to the end
 */
record ConjugateGradient(int iterations, double tolerance) {

    private static final double SMALLEST_RESIDUAL = 1e-10;
    private static final int LEAST_SPAN = 10;

    /** Returns the most products of {@link #solve}: one where x is not 0, and one an iteration. */
    int mostProducts() {
        return 1 + iterations;
    }

    /** Solves for x and records the iterates. */
    void solve(QuadraticModel model, Iterates way) {
        way.begin(iterations);
        double rz = start(model);
        way.add(0, model.value(), model.x);
        int i = 0;
        while (i < iterations && model.dot(model.residual, model.residual) >= SMALLEST_RESIDUAL * SMALLEST_RESIDUAL) {
            model.multiply(model.direction, model.product);
            double alpha = rz / model.dot(model.direction, model.product);
            if (!(alpha > 0) || Double.isInfinite(alpha)) {
                break; // no curvature left along p, or something is not finite
            }
            rz = advance(model, alpha, rz);
            way.add(++i, model.value(), model.x);
            if (hasStalled(way.values(), i)) {
                break;
            }
        }
        way.end(model.x);
    }

    /** Sets r = b − Bx and p = z = M⁻¹r, and returns ⟨r, z⟩. A product is spared where x is 0. */
    private static double start(QuadraticModel model) {
        model.residual.copyFrom(model.b);
        if (model.dot(model.x, model.x) != 0) {
            model.multiply(model.x, model.product);
            model.residual.addScaled(-1, model.product);
            model.flush(model.residual);
        }
        model.precondition();
        model.direction.copyFrom(model.preconditioned);
        return model.dot(model.residual, model.preconditioned);
    }

    /** Moves x by α p, and returns the new ⟨r, z⟩. */
    private static double advance(QuadraticModel model, double alpha, double rz) {
        model.x.addScaled((float) alpha, model.direction);
        model.residual.addScaled((float) -alpha, model.product);
        model.flush(model.x);
        model.flush(model.residual);
        model.precondition();
        double next = model.dot(model.residual, model.preconditioned);
        turn(model.direction, (float) (next / rz), model.preconditioned);
        model.flush(model.direction);
        return next;
    }

    /** p ← z + βp. */
    private static void turn(Parameters direction, float beta, Parameters preconditioned) {
        float[] p = direction.data();
        float[] z = preconditioned.data();
        for (int j = 0; j < p.length; j++) {
            p[j] = Math.fma(beta, p[j], z[j]);
        }
    }

    /** Returns whether the last iterations up to {@code i} gained too little. */
    boolean hasStalled(double[] phi, int i) {
        int k = Math.max(LEAST_SPAN, i / 10);
        return i > k && phi[i] < 0 && (phi[i] - phi[i - k]) / phi[i] < k * tolerance;
    }
}
