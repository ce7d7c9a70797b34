package org.longspan.model.initialization;

import java.util.List;
import java.util.Optional;
import org.longspan.model.cell.RecurrentCell;
import org.longspan.model.cell.RecurrentMaps;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.Role;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.random.RandomStream;
import org.longspan.task.TaskDescription;

/**
 * A sparse recurrent matrix of spectral radius just under 1, and small other weights:
 *
 * <pre>
 * U: k non-zeros a column ~ N(0, 1), then U ← U · radius / ρ(U)
 * W, read-out ~ deviation · N(0, 1),   biases 0
 * </pre>
 *
 * <p>The <i>smart tanh</i> of R. Pascanu, T. Mikolov and Y. Bengio (2013), On the difficulty of training recurrent
 * neural networks, ICML: k = 15, radius 0.95, deviation 0.01, which is a standard deviation, not a variance. Not
 * {@link SparseSpectral}: its radius is above 1, its scales follow the kind of task, and so does its output bias.
 *
 * @param fanIn k
 * @param spectralRadius of each recurrent map
 * @param deviation standard deviation of input and read-out weights
 */
public record SmartTanh(int fanIn, double spectralRadius, double deviation) implements Initialization {

    /** This initialization in the catalogue. */
    public static final Entry<Initialization> ENTRY = new Entry<>(
            "pascanu-smart-tanh",
            "A sparse recurrent matrix of spectral radius just under 1, small weights around it; meant for tanh units.",
            "U: k non-zeros a column ~ N(0, 1), U ← U · radius / ρ(U);  W, read-out ~ deviation · N(0, 1);  biases 0",
            WeightSettings.PASCANU,
            List.of(
                    WeightSettings.fanIn(),
                    WeightSettings.spectralRadius(0.95),
                    WeightSettings.deviation("standard deviation of the input and read-out weights", 0.01)),
            List.of(),
            settings -> new SmartTanh(
                    settings.whole("fan-in"), settings.number("spectral-radius"), settings.number("deviation")));

    @Override
    public void draw(Role role, Matrix map, TaskDescription task, RandomStream stream) {
        switch (role) {
            case RECURRENT -> SquareMaps.drawSparse(fanIn, spectralRadius, map, stream);
            case INPUT, OUTPUT, READ_OUT -> RandomFill.normal(deviation, map, stream);
            case BIAS, READ_OUT_BIAS, INITIAL_STATE, DYNAMICS -> {}
        }
    }

    @Override
    public Optional<String> refuses(RecurrentCell cell) {
        return RecurrentMaps.missingIn(cell);
    }
}
