package org.longspan.model.initialization;

import java.util.List;
import java.util.Optional;
import org.longspan.model.cell.RecurrentCell;
import org.longspan.model.cell.RecurrentMaps;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.Role;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Setting;
import org.longspan.numerics.random.RandomStream;
import org.longspan.task.TaskDescription;

/**
 * The recurrent matrix a multiple of the identity, so that without input every unit keeps its state, or a share of it:
 *
 * <pre>
 * U = factor · I
 * W, read-out ~ deviation · N(0, 1),   biases 0
 * </pre>
 *
 * <p>Q. V. Le, N. Jaitly and G. E. Hinton (2015), A simple way to initialize recurrent networks of rectified linear
 * units, arXiv:1504.00941, for {@code relu-rnn}. The equation is theirs; both numbers are settings, and the catalogue's
 * defaults are Longspan's own. A cell with several maps side by side is refused, because there a gate keeps the state.
 *
 * @param factor of the identity
 * @param deviation standard deviation of input and read-out weights
 */
public record IdentityRecurrence(double factor, double deviation) implements Initialization {

    /** This initialization in the catalogue. */
    public static final Entry<Initialization> ENTRY = new Entry<>(
            "identity",
            "The recurrent matrix a multiple of the identity, small weights around it; for cells with one recurrent "
                    + "map.",
            "U = factor · I;  W, read-out ~ deviation · N(0, 1);  biases 0",
            "Q. V. Le, N. Jaitly and G. E. Hinton (2015). A simple way to initialize recurrent networks of rectified "
                    + "linear units. arXiv:1504.00941. The defaults of both numbers are ours.",
            List.of(
                    Setting.Number.positive("factor", "what the identity is multiplied by", 1),
                    WeightSettings.deviation("standard deviation of the input and read-out weights", 0.001)),
            List.of(),
            settings -> new IdentityRecurrence(settings.number("factor"), settings.number("deviation")));

    @Override
    public void draw(Role role, Matrix map, TaskDescription task, RandomStream stream) {
        switch (role) {
            case RECURRENT -> {
                for (int i = 0; i < map.rows(); i++) {
                    map.set(i, i, (float) factor);
                }
            }
            case INPUT, OUTPUT, READ_OUT -> RandomFill.normal(deviation, map, stream);
            case BIAS, READ_OUT_BIAS, INITIAL_STATE, DYNAMICS -> {}
        }
    }

    @Override
    public Optional<String> refuses(RecurrentCell cell) {
        int maps = RecurrentMaps.count(cell);
        return maps > 1
                ? Optional.of("it has " + maps + " recurrent maps, expected one square map")
                : RecurrentMaps.missingIn(cell);
    }
}
