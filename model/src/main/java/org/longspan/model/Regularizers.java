package org.longspan.model;

import java.util.List;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Setting;

/** All regularizers by name. */
public final class Regularizers {

    private static final Entry<Regularizer> NONE = new Entry<>(
            "none",
            "No penalty.",
            "Ω(θ) = 0",
            "The loss alone, as each task's citation defines it.",
            List.of(),
            List.of(),
            settings -> new NoRegularizer());

    private static final Entry<Regularizer> L2 = new Entry<>(
            "l2",
            "Half the squared norm of the weights, biases excepted.",
            "Ω(θ) = λ/2 ‖w‖²,  ∂Ω/∂w = λ w",
            "A. E. Hoerl and R. W. Kennard (1970). Ridge regression: biased estimation for nonorthogonal problems. "
                    + "Technometrics 12(1).",
            List.of(Setting.Number.within("lambda", "λ, the factor of the penalty", 1e-5, 0, 1e6)),
            List.of("none"),
            settings -> new L2(settings.number("lambda")));

    private Regularizers() {}

    /** Returns every regularizer, in the order of a catalogue. */
    public static List<Entry<Regularizer>> all() {
        return List.of(NONE, L2);
    }
}
