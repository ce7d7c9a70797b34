package org.longspan.optim.descent;

import java.util.List;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.optim.Optimizer;

/**
 * Stochastic gradient descent: θ ← θ − ηg.
 *
 * <p>Source: Robbins and Monro 1951.
 *
 * <p>Not to be confused with what frameworks call SGD, which has momentum, dampening and weight decay inside.
 */
public final class Sgd {

    /**
     * This optimizer in the catalogue. The range is four decades around 0.03, at which both cells stay stable on
     * adding with 32 units and 20 steps. A squared error has curvature of order 1 along the read-out's bias alone, so
     * large steps overshoot whatever the cell does: there the tanh network diverges from 0.1 on, the LSTM from 1 on.
     */
    public static final Entry<Optimizer> ENTRY = new Entry<>(
            "sgd",
            "Stochastic gradient descent.",
            "θ ← θ − ηg",
            "Robbins and Monro 1951, A Stochastic Approximation Method, Annals of Mathematical Statistics 22(3)",
            List.of(DescentStep.learningRate(0.03, 3e-4, 3)),
            List.of(),
            settings -> withRate(settings.number(DescentStep.LEARNING_RATE)));

    private Sgd() {}

    /** Returns the method with learning rate η. */
    public static Optimizer withRate(double learningRate) {
        return FirstOrder.of(new DescentStep(learningRate));
    }
}
