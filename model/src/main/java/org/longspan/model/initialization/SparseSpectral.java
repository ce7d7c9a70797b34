package org.longspan.model.initialization;

import java.util.List;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.Role;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Setting;
import org.longspan.numerics.random.RandomStream;
import org.longspan.task.LossKind;
import org.longspan.task.TaskDescription;

/**
 * The sparse initialization with a set spectral radius:
 *
 * <pre>
 * U: k non-zeros a column ~ N(0, 1), then U ← U · radius / ρ(U)
 * W ~ scale · N(0, 1),   read-out ~ 0.1 · N(0, 1)
 * biases 0, except that of the read-out under a squared error: the mean target
 * </pre>
 *
 * <p>I. Sutskever, J. Martens, G. Dahl and G. Hinton (2013), On the importance of initialization and momentum in deep
 * learning, ICML: k = 15, radius 1.1, W at 0.001 for the adding and multiplication problems and at 0.1 for the
 * memorization problems. Not the sparse initialization of the same authors' Hessian-free code (2011), which divides
 * by √15 and sets no radius. A column is a unit, so k is its number of incoming weights; with fewer than k rows
 * all are non-zero. The paper has tanh units only: for a cell with gates, each gate's square map is treated on its own.
 *
 * @param fanIn k
 * @param spectralRadius of each recurrent map
 * @param inputScale standard deviation of the input weights for tasks with real targets
 * @param symbolInputScale standard deviation of the input weights for tasks with classes as targets
 * @param outputScale standard deviation of the read-out weights
 */
public record SparseSpectral(
        int fanIn, double spectralRadius, double inputScale, double symbolInputScale, double outputScale)
        implements Initialization {

    /** This initialization in the catalogue. */
    public static final Entry<Initialization> ENTRY = new Entry<>(
            "sparse",
            "A sparse recurrent matrix of set spectral radius, small input weights, the mean target as output bias.",
            "U: k non-zeros a column ~ N(0, 1), U ← U · radius / ρ(U);  W ~ scale · N(0, 1);  read-out ~ "
                    + "output-scale · N(0, 1);  biases 0, output bias the mean target under a squared error",
            "I. Sutskever, J. Martens, G. Dahl and G. Hinton (2013). On the importance of initialization and momentum "
                    + "in deep learning. ICML.",
            List.of(
                    WeightSettings.fanIn(),
                    WeightSettings.spectralRadius(1.1),
                    Setting.Number.positive(
                            "input-scale", "standard deviation of the input weights under a squared error", 0.001),
                    Setting.Number.positive(
                            "symbol-input-scale", "standard deviation of the input weights under a cross-entropy", 0.1),
                    Setting.Number.positive("output-scale", "standard deviation of the read-out weights", 0.1)),
            List.of(),
            settings -> new SparseSpectral(
                    settings.whole("fan-in"),
                    settings.number("spectral-radius"),
                    settings.number("input-scale"),
                    settings.number("symbol-input-scale"),
                    settings.number("output-scale")));

    @Override
    public void draw(Role role, Matrix map, TaskDescription task, RandomStream stream) {
        boolean real = task.loss() == LossKind.SQUARED_ERROR;
        switch (role) {
            case RECURRENT -> SquareMaps.drawSparse(fanIn, spectralRadius, map, stream);
            case INPUT, OUTPUT -> RandomFill.normal(real ? inputScale : symbolInputScale, map, stream);
            case READ_OUT -> RandomFill.normal(outputScale, map, stream);
            case READ_OUT_BIAS -> {
                if (real) {
                    System.arraycopy(task.meanTarget(), 0, map.data(), map.offset(), map.columns());
                }
            }
            case BIAS, INITIAL_STATE, DYNAMICS -> {}
        }
    }
}
