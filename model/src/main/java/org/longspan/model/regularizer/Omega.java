package org.longspan.model.regularizer;

import java.util.List;
import java.util.Optional;
import org.longspan.model.cell.RecurrentCell;
import org.longspan.model.cell.RecurrentMaps;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Setting;

/**
 * Pascanu's Ω, which pulls the norm of every signal one step earlier towards its norm at that step:
 *
 * <pre>
 * r(t) = ‖∂E/∂h(t) · ∂h(t)/∂h(t-1)‖ / ‖∂E/∂h(t)‖ of one sequence,   t = 1..T
 * {@link Form#PAPER}:  Ω = Σ_t mean_b (r(t) - 1)²
 * {@link Form#CODE}:   Ω = Σ_t mean_b (r(t)² - 1)² / Σ_t mean_b [‖∂E/∂h(t)‖² ≥ 1e-20]
 * g_U ← g_U + α ∂⁺Ω/∂U
 * </pre>
 *
 * where ∂⁺ differentiates only the U of ∂h(t)/∂h(t-1) and holds h(t), the slopes of the units and ∂E/∂h(t) constant. So
 * it is <b>no function's gradient</b>, and no method may compare values of a function with it. For several layers Ω is
 * the sum.
 *
 * <p>R. Pascanu, T. Mikolov and Y. Bengio (2013), On the difficulty of training recurrent neural networks, ICML. The
 * two forms are not multiples of each other: eq. 9 has the ratio of norms and a sum over steps, their code the ratio
 * of <b>squared</b> norms and the mean over the steps whose signal is alive; so the same α weighs about T times less in
 * the second form. The paper's x(k) stands for h here, as in the code. E is the mean over the batch: the bound of 1e-20
 * depends on its size, r(t) does not. A dead signal counts 0; in the first form only a signal of length 0 is dead.
 *
 * <p>The signals are those of a backward pass without any signal transform, which is an extra pass where a clipping has
 * one.
 *
 * @param alpha α, from 0 on
 * @param form which of the two
 */
public record Omega(double alpha, Form form) implements Regularizer {

    /** This regularizer in the catalogue. */
    public static final Entry<Regularizer> ENTRY = new Entry<>(
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
                    settings.number("alpha"), settings.word("form").equals("paper") ? Form.PAPER : Form.CODE));

    /** How the ratios of all steps are combined. */
    public enum Form {
        /** Equation 9: ratios of norms, summed over steps. */
        PAPER,
        /** The authors' code: ratios of squared norms, averaged over the steps whose signal is alive. */
        CODE
    }

    /** Returns 0: no part of Ω is a function of θ alone. */
    @Override
    public double penalty(Parameters theta) {
        return 0;
    }

    @Override
    public boolean hasPotential() {
        return false;
    }

    @Override
    public Optional<String> refuses(RecurrentCell cell) {
        if (cell.hasSignalFlow()) {
            return Optional.empty();
        }
        int maps = RecurrentMaps.trained(cell);
        return Optional.of(
                switch (maps) {
                    case 0 -> "it trains no recurrent map, expected one, the only weights whose gradient has the term";
                    case 1 -> "it makes its recurrent map from another matrix, expected one that is itself trained";
                    default -> "its signals flow through " + maps + " recurrent maps, expected one";
                });
    }

    @Override
    public Optional<SignalTerm> signalTerm(BackwardSignals signals) {
        return Optional.of(new OmegaTerm(this, signals));
    }

    /** Adds nothing: all of it is in the {@link #signalTerm}. */
    @Override
    public void addGradient(Parameters theta, Parameters gradient) {}

    @Override
    public void addCurvature(Parameters direction, Parameters product) {
        throw new UnsupportedOperationException("a product with the curvature of Ω, which is no function");
    }
}
