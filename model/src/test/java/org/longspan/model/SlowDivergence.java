package org.longspan.model;

import java.util.List;
import org.longspan.numerics.oracle.Curvature;

/** The oracle of D″, the curvature in one hidden output of the divergence from where it is, by its cell's equations. */
final class SlowDivergence {

    private static final List<String> BETWEEN_PLUS_AND_MINUS_ONE =
            List.of("tanh-rnn", "leaky-integrator", "echo-state", "lstm", "lstm-1997", "gru", "gru-cho");

    private SlowDivergence() {}

    /** Returns D″ at output {@code h} of the network's cell. */
    static double second(SlowNetwork network, Curvature.Divergence form, double h) {
        boolean matching = form == Curvature.Divergence.MATCHING;
        if (network.cell.equals("logistic-rnn")) {
            return matching ? 1 / (h - h * h) : 4;
        }
        boolean bounded = network.cell.equals("lru")
                ? network.settings.word("output").equals("tanh")
                : BETWEEN_PLUS_AND_MINUS_ONE.contains(network.cell);
        if (!bounded) {
            return 1;
        }
        return matching ? 1 / (4 * (1 - h) * (1 + h)) : 0.25;
    }
}
