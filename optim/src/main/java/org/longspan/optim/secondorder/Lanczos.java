package org.longspan.optim.secondorder;

import java.util.ArrayList;
import java.util.List;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.oracle.Curvature;
import org.longspan.optim.Floor;
import org.longspan.optim.Memory;
import org.longspan.optim.SymmetricEigen;

/**
 * Lanczos's process from one vector: an orthonormal basis Q of its Krylov space under the curvature C, in which C is
 * the tridiagonal T = QᵀCQ with diagonal α and β beside it.
 *
 * <p>Every new vector is orthogonalized against all before it, twice: three terms would do in exact arithmetic, but
 * lose orthogonality in float as soon as an eigenvalue has converged.
 *
 * <p>Source: Golub and Van Loan 2013, sections 10.1 and 10.3.
 */
final class Lanczos {

    /** A vector that is left this small, in the scale of C, is rounding: the space is complete. */
    private static final double NEGLIGIBLE = 1e-5;

    private final Memory memory;
    private final List<Parameters> basis = new ArrayList<>();
    private double[] diagonal = {};
    private double[] beside = {};
    private int dimension;

    Lanczos(Memory memory) {
        this.memory = memory;
    }

    /**
     * Builds the space of {@code start}, which is not 0, by at most {@code most} products at the θ of the descent's
     * gradient.
     */
    void build(Descent descent, Curvature curvature, Parameters start, int most) {
        makeRoom(most);
        Parameters next = basis.get(0);
        next.copyFrom(start);
        double length = descent.kernels().reductions().norm(next);
        double scale = 0;
        for (dimension = 0; dimension < most; ) {
            Parameters q = next;
            normalize(descent, q, length);
            next = basis.get(dimension + 1);
            descent.report().products++;
            descent.objective().curvature(q, curvature, next);
            scale = Math.max(scale, descent.kernels().reductions().norm(next));
            diagonal[dimension] = descent.dot(q, next);
            dimension++;
            orthogonalize(descent, next);
            orthogonalize(descent, next);
            length = descent.kernels().reductions().norm(next);
            beside[dimension - 1] = length;
            if (!(length > NEGLIGIBLE * scale)) {
                break;
            }
        }
    }

    private void makeRoom(int most) {
        if (diagonal.length < most) {
            diagonal = new double[most];
            beside = new double[most];
            while (basis.size() < most + 1) {
                basis.add(new Parameters(memory.layout()));
            }
        }
    }

    private static void normalize(Descent descent, Parameters q, double length) {
        descent.kernels().elementwise().scale(1 / length, q.data(), 0, q.size());
    }

    private void orthogonalize(Descent descent, Parameters next) {
        for (int j = 0; j < dimension; j++) {
            next.addScaled((float) -descent.dot(basis.get(j), next), basis.get(j));
            Floor.applyToFirst(next.data(), 0, next.size(), descent.kernels());
        }
    }

    /** Returns the dimension of the space. */
    int dimension() {
        return dimension;
    }

    /** Returns basis vector {@code j}. */
    Parameters basis(int j) {
        return basis.get(j);
    }

    /** Writes T to {@code eigen}. */
    void fill(SymmetricEigen eigen) {
        eigen.begin(dimension);
        for (int j = 0; j < dimension; j++) {
            eigen.set(j, j, diagonal[j]);
            if (j > 0) {
                eigen.set(j - 1, j, beside[j - 1]);
            }
        }
    }
}
