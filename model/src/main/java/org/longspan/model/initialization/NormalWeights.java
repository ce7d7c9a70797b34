package org.longspan.model.initialization;

import java.util.List;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.Role;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.random.RandomStream;
import org.longspan.task.TaskDescription;

/**
 * All weights from one normal distribution, whatever their fans:
 *
 * <pre>w ~ deviation · N(0, 1),   biases 0</pre>
 *
 * <p>R. Pascanu, T. Mikolov and Y. Bengio (2013), On the difficulty of training recurrent neural networks, ICML: their
 * <i>sigmoid</i> with 0.01, for logistic units, and their <i>basic tanh</i> with 0.1, for tanh units. The paper writes
 * N(0, 0.01) and N(0, 0.1), but the number is the standard deviation, as its code has it, not the variance.
 *
 * @param deviation standard deviation of every weight
 */
public record NormalWeights(double deviation) implements Initialization {

    /** The deviation for logistic units, in the catalogue. */
    public static final Entry<Initialization> SIGMOID = new Entry<>(
            "pascanu-sigmoid",
            "Small weights, all of one deviation; meant for logistic units.",
            "w ~ deviation · N(0, 1);  biases 0",
            WeightSettings.PASCANU,
            List.of(WeightSettings.deviation("standard deviation of every weight", 0.01)),
            List.of(),
            settings -> new NormalWeights(settings.number("deviation")));

    /** The deviation for tanh units, in the catalogue. */
    public static final Entry<Initialization> BASIC_TANH = new Entry<>(
            "pascanu-basic-tanh",
            "Weights of one deviation, ten times that of pascanu-sigmoid; meant for tanh units.",
            "w ~ deviation · N(0, 1);  biases 0",
            WeightSettings.PASCANU,
            List.of(WeightSettings.deviation("standard deviation of every weight", 0.1)),
            List.of(),
            settings -> new NormalWeights(settings.number("deviation")));

    @Override
    public void draw(Role role, Matrix map, TaskDescription task, RandomStream stream) {
        switch (role) {
            case INPUT, RECURRENT, OUTPUT, READ_OUT -> RandomFill.normal(deviation, map, stream);
            case BIAS, READ_OUT_BIAS, INITIAL_STATE, DYNAMICS -> {}
        }
    }
}
