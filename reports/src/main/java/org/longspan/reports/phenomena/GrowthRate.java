package org.longspan.reports.phenomena;

import java.util.function.ToDoubleFunction;
import org.longspan.harness.record.ProbeFinding.Measured;

/** A rate of growth or decay that {@link LyapunovFigure} draws: the natural logarithm of the factor of a step. */
enum GrowthRate {
    EXPONENT("c0", Shape.DISC, "λ", "λ, largest Lyapunov exponent", found -> found.number("exponent")),
    RADIUS("c1", Shape.RING, "ln ρ", "ln ρ, of the spectral radius", greatest("spectral radius")),
    SINGULAR("c2", Shape.TRIANGLE, "ln σ", "ln σ, of the largest singular value", greatest("largest singular value"));

    private final String colour;
    private final Shape shape;
    private final String brief;
    private final String words;
    private final ToDoubleFunction<Measured> of;

    GrowthRate(String colour, Shape shape, String brief, String words, ToDoubleFunction<Measured> of) {
        this.colour = colour;
        this.shape = shape;
        this.brief = brief;
        this.words = words;
        this.of = of;
    }

    /** The logarithm of the greatest of all recurrent maps of all layers; NaN without one. */
    private static ToDoubleFunction<Measured> greatest(String column) {
        return found -> found.table("matrices").stream()
                .flatMap(of -> of.columns().get(column).stream())
                .filter(value -> value > 0)
                .mapToDouble(StrictMath::log)
                .max()
                .orElse(Double.NaN);
    }

    /** Returns its quartiles over runs. */
    Middle at(Pooled one) {
        return one.of(of);
    }

    String colour() {
        return colour;
    }

    Shape shape() {
        return shape;
    }

    /** Returns its letter. */
    String brief() {
        return brief;
    }

    /** Returns its words in the legend. */
    String words() {
        return words;
    }
}
