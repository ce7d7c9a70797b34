package org.longspan.optim.secondorder;

import java.util.List;
import java.util.Set;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.SearchRange;
import org.longspan.numerics.catalogue.Setting;
import org.longspan.numerics.oracle.Curvature;
import org.longspan.numerics.oracle.SequenceForwards;
import org.longspan.optim.Memory;
import org.longspan.optim.Need;
import org.longspan.optim.Optimizer;
import org.longspan.optim.SymmetricEigen;

/**
 * Saddle-free Newton in a Krylov space: θ ← θ − (|H| + λI)⁻¹ g, where |H| has the eigenvectors of the Hessian H and
 * the magnitudes of its eigenvalues. Newton's step −H⁻¹g goes towards every stationary point, this one away along what
 * curves down.
 *
 * <p>From g, k products with H give a basis Q and T = QᵀHQ = V diag(w) Vᵀ; since g lies in the space,
 *
 * <pre>u = −‖g‖ Q V diag(1 / (|w| + λ)) Vᵀ e₁</pre>
 *
 * <p>Source: Dauphin, Pascanu, Gulcehre, Cho, Ganguli and Bengio 2014, algorithm 1, with Lanczos's vectors alone: the
 * space is not enlarged by the last step, and λ is tuned, not searched for at each step. Gradient and products are over
 * the mini-batch. With k as large as θ it is the method without subspace.
 *
 * <p>Not to be confused with Gauss-Newton methods, whose matrix has no negative eigenvalues to begin with.
 *
 * @param dimensions k
 * @param damping λ
 */
public record SaddleFreeNewton(int dimensions, double damping) implements Method {

    private static final String DAMPING = "damping";
    private static final String DIMENSIONS = "dimensions";
    private static final int MOST_DIMENSIONS = 1000;
    private static final Curvature HESSIAN = new Curvature.Hessian();

    /** This optimizer in the catalogue. 1/λ bounds the step as a learning rate does, hence so wide a range. */
    public static final Entry<Optimizer> ENTRY = new Entry<>(
            "saddle-free-newton",
            "Newton's step in a Krylov space with every eigenvalue made positive, which leaves saddles.",
            "θ ← θ − (|H| + λI)⁻¹ g, H = ∂²L/∂θ² in span{g, Hg, …, H^(k−1) g}",
            "Dauphin, Pascanu, Gulcehre, Cho, Ganguli and Bengio 2014, Identifying and Attacking the Saddle Point"
                    + " Problem in High-dimensional Non-convex Optimization, NIPS, arXiv:1406.2572",
            List.of(
                    Setting.Number.positive(DAMPING, "λ, added to every magnitude of an eigenvalue", 0.1)
                            .tuned(SearchRange.log(1e-3, 100)),
                    Setting.Number.whole(DIMENSIONS, "k, of the Krylov space; a product each", 20, 1, MOST_DIMENSIONS)),
            List.of(),
            settings -> new SecondOrder(new SaddleFreeNewton(settings.whole(DIMENSIONS), settings.number(DAMPING))));

    @Override
    public long costOfDescent(int batch) {
        return (long) dimensions * SequenceForwards.HESSIAN_PRODUCT * curvatureSequences(batch);
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.HESSIAN, Need.POTENTIAL);
    }

    @Override
    public void descend(Descent descent) {
        double length = descent.kernels().reductions().norm(descent.clipped);
        if (length == 0) {
            return;
        }
        Memory memory = descent.memory();
        Lanczos space = memory.workspace(Lanczos.class, Lanczos::new);
        space.build(descent, HESSIAN, descent.clipped, Math.min(dimensions, descent.clipped.size()));
        Eigen scratch = memory.workspace(Eigen.class, Eigen::new);
        SymmetricEigen eigen = scratch.ofSize(dimensions);
        space.fill(eigen);
        eigen.decompose();
        Parameters update = memory.scratch("saddle-free-newton.update");
        update.zero();
        for (int j = 0; j < space.dimension(); j++) {
            update.addScaled((float) -(length * coordinate(eigen, j, space.dimension())), space.basis(j));
        }
        descent.move(1, update);
        descent.report().solved = true;
        descent.report().iterations = space.dimension();
        descent.report().damping = damping;
    }

    /** Element j of V diag(1 / (|w| + λ)) Vᵀ e₁. */
    private double coordinate(SymmetricEigen eigen, int j, int dimension) {
        double sum = 0;
        for (int k = 0; k < dimension; k++) {
            sum += eigen.vector(j, k) * eigen.vector(0, k) / (Math.abs(eigen.value(k)) + damping);
        }
        return sum;
    }

    /** The eigenvalue solver of a trial. */
    private static final class Eigen {

        private SymmetricEigen solver;

        Eigen(Memory memory) {}

        SymmetricEigen ofSize(int size) {
            if (solver == null) {
                solver = new SymmetricEigen(size);
            }
            return solver;
        }
    }
}
