package org.longspan.model.initialization;

import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
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
 * The weights of a reservoir, for a network that does not train them, or as initial weights for one that does:
 *
 * <pre>
 * U: each element ~ U[-1, 1] with probability density, else 0; then U ← U · radius / ρ(U)
 * W ~ U[-scale, scale],   biases 0
 * read-out ~ output-scale · N(0, 1)
 * </pre>
 *
 * <p>H. Jaeger (2001), The "echo state" approach to analysing and training recurrent neural networks, GMD report 148. A
 * radius under 1 does not prove that a tanh network forgets its start, nor a radius above 1 that it does not. The
 * source sets the numbers by the task and computes the read-out; all four are settings, and the defaults are Longspan's
 * own. Not {@link SparseSpectral}: there every unit has the same number of incoming weights.
 *
 * @param density the share of recurrent weights that are not 0
 * @param spectralRadius of each recurrent map
 * @param inputScale greatest magnitude of an input weight
 * @param outputScale standard deviation of the read-out weights
 */
public record ReservoirWeights(double density, double spectralRadius, double inputScale, double outputScale)
        implements Initialization {

    /** This initialization in the catalogue. */
    public static final Entry<Initialization> ENTRY = new Entry<>(
            "reservoir",
            "A sparse recurrent matrix of set spectral radius and uniform input weights, as of an echo state network.",
            "U: each element ~ U[-1, 1] with probability density, else 0, U ← U · radius / ρ(U);  W ~ U[-scale, "
                    + "scale];  read-out ~ output-scale · N(0, 1);  biases 0",
            "H. Jaeger (2001). The \"echo state\" approach to analysing and training recurrent neural networks. GMD "
                    + "report 148. The defaults of all numbers are ours.",
            List.of(
                    Setting.Number.within("density", "share of the recurrent weights that are not 0", 0.1, 0.001, 1),
                    WeightSettings.spectralRadius(0.9),
                    Setting.Number.positive("input-scale", "greatest magnitude of an input weight", 1),
                    Setting.Number.positive("output-scale", "standard deviation of the read-out weights", 0.1)),
            List.of(),
            settings -> new ReservoirWeights(
                    settings.number("density"),
                    settings.number("spectral-radius"),
                    settings.number("input-scale"),
                    settings.number("output-scale")));

    @Override
    public void draw(Role role, Matrix map, TaskDescription task, RandomStream stream) {
        switch (role) {
            case RECURRENT -> drawRecurrent(map, stream);
            case INPUT, OUTPUT -> RandomFill.uniform(inputScale, map, stream);
            case READ_OUT -> RandomFill.normal(outputScale, map, stream);
            case BIAS, READ_OUT_BIAS, INITIAL_STATE, DYNAMICS -> {}
        }
    }

    private void drawRecurrent(Matrix map, RandomStream stream) {
        RealMatrix u = new Array2DRowRealMatrix(map.rows(), map.columns());
        for (int r = 0; r < map.rows(); r++) {
            for (int c = 0; c < map.columns(); c++) {
                u.setEntry(r, c, stream.nextDouble() < density ? stream.uniform(-1, 1) : 0);
            }
        }
        SquareMaps.setScaled(u, spectralRadius, map);
    }

    @Override
    public Optional<String> refuses(RecurrentCell cell) {
        return RecurrentMaps.missingIn(cell);
    }
}
