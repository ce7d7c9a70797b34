package org.longspan.model.cell;

import java.util.List;
import java.util.Set;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.ParameterLayout;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.Role;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Setting;
import org.longspan.numerics.oracle.Site;
import org.longspan.numerics.random.RandomStream;

/**
 * The linear recurrent unit, S complex states, each of which decays and turns by itself:
 *
 * <pre>
 * s(t) = λ ∘ s(t-1) + exp(γ) ∘ (x(t) B),   λ = exp(-exp(ν) + i exp(φ)),   s(0) = 0
 * h(t) = f(Re(s(t) C) + x(t) D + b)
 * </pre>
 *
 * with B (I, S) and C (S, H) complex, D (I, H) and b (1, H) real, f the identity or tanh, ν and φ from an {@link
 * EigenvalueRing}. Block {@code input} (I, 2S) holds [Re B, Im B], block {@code output} (2S, H) holds [Re C; -Im C], so
 * that Re(s C) is the product with [Re s, Im s]; {@code nu}, {@code phi}, {@code gamma} (1, S) hold logarithms.
 *
 * <p>The cell draws its own B and C, as the code in the paper's appendix does, whatever the initialization: the real and
 * imaginary part of an element of B from N(0, 1/(2I)), of one of C from N(0, 1/S). With the gains of the ring a state
 * then has the mean square 1 where the input is white noise of variance 1.
 *
 * <p>A. Orvieto, S. L. Smith, A. Gu, A. Fernando, C. Gulcehre, R. Pascanu and S. De (2023), Resurrecting recurrent
 * neural networks for long sequences, ICML, where φ is θ. There the nonlinearity is a separate gated layer between two
 * units, with normalization and a residual path; here it is only f, with a bias. There D is diagonal, since I = H, and
 * N(0, 1); here it is full and drawn by the initialization. No signal travels through h from step to step: what vanishes
 * or explodes is ∂L/∂s(t), the site {@code CELL}, a row of 2S numbers.
 *
 * @param inputs width I of an input
 * @param outputs width H of h
 * @param states S, how many complex numbers the state has
 * @param ring where the eigenvalues begin
 * @param bounded whether f is tanh, else it is the identity
 */
public record LruCell(int inputs, int outputs, int states, EigenvalueRing ring, boolean bounded)
        implements SecondOrderCell {

    /** This cell in the catalogue. */
    public static final Entry<CellFactory> ENTRY = new Entry<>(
            "lru",
            "The linear recurrent unit: complex states that decay and turn one by one, and a pointwise output.",
            "λ = exp(-exp(ν) + i exp(φ));  s(t) = λ ∘ s(t-1) + exp(γ) ∘ (x(t) B);  h(t) = f(Re(s(t) C) + x(t) D + b)",
            "A. Orvieto, S. L. Smith, A. Gu, A. Fernando, C. Gulcehre, R. Pascanu and S. De (2023). Resurrecting "
                    + "recurrent neural networks for long sequences. ICML.",
            List.of(
                    Setting.Number.within(
                            "states-per-output",
                            "complex states for each output, in all rounded, at least one",
                            1,
                            0.001,
                            1000),
                    Setting.Number.within("r-min", "least initial |λ|, less than r-max", 0, 0, 1),
                    Setting.Number.within("r-max", "greatest initial |λ|", 1, 0, 1),
                    new Setting.Word("output", "the function f of the output", "tanh", List.of("tanh", "identity"))),
            List.of(),
            settings -> {
                double statesPerOutput = settings.number("states-per-output");
                EigenvalueRing ring = new EigenvalueRing(settings.number("r-min"), settings.number("r-max"));
                boolean bounded = settings.word("output").equals("tanh");
                return (inputs, hidden) -> {
                    int states = (int) Math.max(1, Math.round(statesPerOutput * hidden));
                    return new LruCell(inputs, hidden, states, ring, bounded);
                };
            });

    static final Set<Site> SITES = Set.of(Site.HIDDEN, Site.CELL, Site.PREACTIVATION);

    @Override
    public Set<Site> sites() {
        return SITES;
    }

    @Override
    public OutputRange outputRange() {
        return bounded ? OutputRange.SIGNED : OutputRange.UNBOUNDED;
    }

    @Override
    public int initialStateWidth() {
        return 2 * states;
    }

    @Override
    public int innerStateWidth() {
        return 2 * states;
    }

    @Override
    public void addBlocks(String prefix, ParameterLayout.Builder layout) {
        layout.add(prefix + "input", inputs, 2 * states, Role.INPUT);
        layout.add(prefix + "nu", 1, states, Role.DYNAMICS);
        layout.add(prefix + "phi", 1, states, Role.DYNAMICS);
        layout.add(prefix + "gamma", 1, states, Role.DYNAMICS);
        layout.add(prefix + "output", 2 * states, outputs, Role.OUTPUT);
        layout.add(prefix + "direct", inputs, outputs, Role.INPUT);
        layout.add(prefix + "bias", 1, outputs, Role.BIAS);
    }

    @Override
    public void draw(String prefix, Parameters theta, RandomStream stream) {
        ring.draw(theta.block(prefix + "nu"), theta.block(prefix + "phi"), theta.block(prefix + "gamma"), stream);
        drawNormal(1 / Math.sqrt(2.0 * inputs), theta.block(prefix + "input"), stream);
        drawNormal(1 / Math.sqrt(states), theta.block(prefix + "output"), stream);
    }

    private static void drawNormal(double deviation, Matrix part, RandomStream stream) {
        for (int i = 0; i < part.rows(); i++) {
            for (int j = 0; j < part.columns(); j++) {
                part.set(i, j, (float) (deviation * stream.normal()));
            }
        }
    }

    @Override
    public SecondOrderRun open(Unrolling unrolling) {
        return new LruRun(unrolling, this);
    }

    @Override
    public long runSize(int steps, int sequences) {
        return LruRun.size(this, steps, sequences);
    }

    @Override
    public long tangentsSize(int steps, int sequences) {
        return LruTangents.size(this, steps, sequences);
    }
}
