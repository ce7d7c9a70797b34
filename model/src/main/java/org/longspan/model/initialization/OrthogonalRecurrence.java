package org.longspan.model.initialization;

import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.longspan.model.cell.RecurrentCell;
import org.longspan.model.cell.RecurrentMaps;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.Role;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Setting;
import org.longspan.numerics.random.RandomStream;
import org.longspan.task.TaskDescription;

/**
 * A random orthogonal recurrent matrix, uniform among all of them, so that a linear step keeps every norm:
 *
 * <pre>
 * U = gain · Q diag(sign(R₁₁), ..., sign(R_HH)),   Q R = N,   N ~ N(0, 1)
 * the rest as {@link GlorotUniform}
 * </pre>
 *
 * <p>A. M. Saxe, J. L. McClelland and S. Ganguli (2014), Exact solutions to the nonlinear dynamics of learning in deep
 * linear neural networks, ICLR; for recurrent networks M. Henaff, A. Szlam and Y. LeCun (2016), Recurrent orthogonal
 * networks and long-memory tasks, ICML. Without the signs Q would not be uniform, because the decomposition fixes
 * the signs. Only the initial matrix is orthogonal; training changes that. In a cell with gates each map is orthogonal.
 *
 * @param gain the singular values of U
 */
public record OrthogonalRecurrence(double gain) implements Initialization {

    /** This initialization in the catalogue. */
    public static final Entry<Initialization> ENTRY = new Entry<>(
            "orthogonal",
            "A random orthogonal recurrent matrix, each gate of a cell on its own, the rest as glorot.",
            "U = gain · Q diag(sign(Rᵢᵢ)),  Q R = N,  N ~ N(0, 1);  W, read-out ~ U[-a, a];  biases 0",
            "A. M. Saxe, J. L. McClelland and S. Ganguli (2014). Exact solutions to the nonlinear dynamics of learning "
                    + "in deep linear neural networks. ICLR. For recurrent networks: M. Henaff, A. Szlam and Y. LeCun "
                    + "(2016). Recurrent orthogonal networks and long-memory tasks. ICML.",
            List.of(Setting.Number.positive("gain", "all singular values of a recurrent map", 1)),
            List.of(),
            settings -> new OrthogonalRecurrence(settings.number("gain")));

    private static final GlorotUniform REST = new GlorotUniform();

    @Override
    public void draw(Role role, Matrix map, TaskDescription task, RandomStream stream) {
        if (role == Role.RECURRENT) {
            drawOrthogonal(map, stream);
        } else {
            REST.draw(role, map, task, stream);
        }
    }

    private void drawOrthogonal(Matrix map, RandomStream stream) {
        int n = map.rows();
        RealMatrix normal = new Array2DRowRealMatrix(n, n);
        for (int r = 0; r < n; r++) {
            for (int c = 0; c < n; c++) {
                normal.setEntry(r, c, stream.normal());
            }
        }
        QRDecomposition decomposition = new QRDecomposition(normal);
        RealMatrix u = decomposition.getQ().scalarMultiply(gain);
        for (int c = 0; c < n; c++) {
            if (decomposition.getR().getEntry(c, c) < 0) {
                u.setColumnVector(c, u.getColumnVector(c).mapMultiply(-1));
            }
        }
        SquareMaps.set(u, map);
    }

    @Override
    public Optional<String> refuses(RecurrentCell cell) {
        return RecurrentMaps.missingIn(cell);
    }
}
