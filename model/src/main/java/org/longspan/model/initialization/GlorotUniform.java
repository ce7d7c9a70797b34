package org.longspan.model.initialization;

import java.util.List;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.Role;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.random.RandomStream;
import org.longspan.task.TaskDescription;

/**
 * The normalized initialization:
 *
 * <pre>w ~ U[-a, a],   a = √(6 / (fan-in + fan-out)),   biases 0</pre>
 *
 * <p>X. Glorot and Y. Bengio (2010), Understanding the difficulty of training deep feedforward neural networks,
 * AISTATS. For an LSTM the fan-out is that of one gate, H, not of the four side by side: the recurrent
 * bound is √(6 / 2H). Libraries that treat the stacked matrix as one map have √(6 / 5H).
 */
public record GlorotUniform() implements Initialization {

    /** This initialization in the catalogue. */
    public static final Entry<Initialization> ENTRY = new Entry<>(
            "glorot",
            "Uniform weights whose variance balances fan-in and fan-out, each gate of a cell on its own.",
            "w ~ U[-a, a],  a = √(6 / (fan-in + fan-out));  biases 0",
            "X. Glorot and Y. Bengio (2010). Understanding the difficulty of training deep feedforward neural "
                    + "networks. AISTATS.",
            List.of(),
            List.of(),
            settings -> new GlorotUniform());

    @Override
    public void draw(Role role, Matrix map, TaskDescription task, RandomStream stream) {
        if (role == Role.BIAS || role == Role.READ_OUT_BIAS || role == Role.INITIAL_STATE) {
            return;
        }
        double a = Math.sqrt(6.0 / (map.rows() + map.columns()));
        RandomFill.uniform(a, map, stream);
    }
}
