package org.longspan.optim.secondorder;

import org.longspan.numerics.Parameters;
import org.longspan.numerics.oracle.Curvature;
import org.longspan.numerics.oracle.Objective;
import org.longspan.optim.Floor;
import org.longspan.optim.Memory;

/**
 * The quadratic model of a step, and the vectors of its solver:
 *
 * <pre>φ(x) = ½ xᵀBx − bᵀx,   B = G + λμ D″ + λI</pre>
 *
 * where G is the Gauss-Newton matrix, D″ that of the divergence of hidden states. Damping is part of the model, as in
 * Sutskever's release of 2011; in Martens's demonstration of 2010 the reduction ratio leaves it out.
 */
final class QuadraticModel {

    /** b, the right-hand side: the clipped gradient with its sign turned. */
    final Parameters b;

    /** x, the iterate. */
    final Parameters x;

    /** r = b − Bx. */
    final Parameters residual;

    /** M⁻¹r for the preconditioner M, and r itself without one. */
    final Parameters preconditioned;

    /** p, along which x moves next, and Bp. */
    final Parameters direction;

    final Parameters product;

    /** The diagonal of M, where there is one. */
    final Parameters diagonal;

    private Descent descent;
    private Objective sequences;
    private Curvature matrix;
    private double lambda;
    private boolean hasDiagonal;

    QuadraticModel(Memory memory) {
        this.b = new Parameters(memory.layout());
        this.x = new Parameters(memory.layout());
        this.residual = new Parameters(memory.layout());
        this.preconditioned = new Parameters(memory.layout());
        this.direction = new Parameters(memory.layout());
        this.product = new Parameters(memory.layout());
        this.diagonal = new Parameters(memory.layout());
    }

    /**
     * Sets this to the model of a step, without a preconditioner.
     *
     * @param sequences whose gradient at θ was taken last
     */
    void begin(Descent descent, Objective sequences, Curvature matrix, double lambda) {
        this.descent = descent;
        this.sequences = sequences;
        this.matrix = matrix;
        this.lambda = lambda;
        this.hasDiagonal = false;
    }

    double lambda() {
        return lambda;
    }

    double dot(Parameters u, Parameters v) {
        return descent.dot(u, v);
    }

    /** Writes (B − λI) v. */
    void undamped(Parameters v, Parameters out) {
        descent.report().products++;
        sequences.curvature(v, matrix, out);
    }

    /** Writes B v. */
    void multiply(Parameters v, Parameters out) {
        undamped(v, out);
        out.addScaled((float) lambda, v);
        flush(out);
    }

    /** Returns φ(x) = −½ ⟨x, b + r⟩. */
    double value() {
        return -(dot(x, b) + dot(x, residual)) / 2;
    }

    /** From now on M is the diagonal. */
    void useDiagonal() {
        hasDiagonal = true;
    }

    /** Writes M⁻¹r. */
    void precondition() {
        if (!hasDiagonal) {
            preconditioned.copyFrom(residual);
            return;
        }
        float[] z = preconditioned.data();
        float[] r = residual.data();
        float[] m = diagonal.data();
        for (int i = 0; i < z.length; i++) {
            z[i] = r[i] / m[i];
        }
        flush(preconditioned);
    }

    /** Keeps denormal numbers out of products and sums: every vector here passes where it is written. */
    void flush(Parameters v) {
        Floor.applyToFirst(v.data(), 0, v.size(), descent.kernels());
    }
}
