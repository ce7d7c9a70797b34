package org.longspan.model.regularizer;

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

    private static final Entry<Regularizer> OMEGA = new Entry<>(
            "omega",
            "Pascanu's wish that a signal be as long one step earlier as it was; no function's gradient.",
            "r(t) = ‖∂E/∂h(t) · ∂h(t)/∂h(t-1)‖ / ‖∂E/∂h(t)‖;  paper: Ω = Σ_t mean_b (r(t) - 1)²;  code: Ω = Σ_t mean_b "
                    + "(r(t)² - 1)² / Σ_t mean_b [‖∂E/∂h(t)‖² ≥ 1e-20];  g_U ← g_U + α ∂⁺Ω/∂U, with h, σ′(z) and ∂E/∂h "
                    + "constant and never clipped",
            "R. Pascanu, T. Mikolov and Y. Bengio (2013). On the difficulty of training recurrent neural networks. "
                    + "ICML. Equation 9 and their code differ; for several layers the sum is ours.",
            List.of(
                    Setting.Number.within("alpha", "α, the factor of ∂⁺Ω", 4, 0, 1e6),
                    new Setting.Word(
                            "form", "eq. 9 of the paper, or what its code has", "code", List.of("paper", "code"))),
            List.of("none"),
            settings -> new Omega(
                    settings.number("alpha"),
                    settings.word("form").equals("paper") ? Omega.Form.PAPER : Omega.Form.CODE));

    private Regularizers() {}

    /** Returns every regularizer, in the order of a catalogue. */
    public static List<Entry<Regularizer>> all() {
        return List.of(NONE, L2, OMEGA);
    }
}
