package org.example.slowleak;

import java.util.List;
import org.longspan.model.cell.CellFactory;
import org.longspan.model.cell.LeakyIntegratorCell;
import org.longspan.numerics.catalogue.Entry;

/** The leaky integrator at one leak, a = 0.1: h(t) = 0.9 h(t-1) + 0.1 tanh(x(t) W + h(t-1) U + b). */
public final class SlowLeak {

    private static final float LEAK = 0.1f;

    /** This cell in the catalogue. */
    public static final Entry<CellFactory> ENTRY = new Entry<>(
            "slow-leak",
            "The leaky integrator that keeps nine tenths of its state.",
            "h(t) = 0.9 h(t-1) + 0.1 tanh(x(t) W + h(t-1) U + b)",
            "J. Doe (2026). An example of a cell.",
            List.of(), // settings beside the shape, as the forget bias of the LSTM
            List.of(), // special cases: none
            settings -> (inputs, hidden) -> new LeakyIntegratorCell(inputs, hidden, LEAK));

    private SlowLeak() {}
}
