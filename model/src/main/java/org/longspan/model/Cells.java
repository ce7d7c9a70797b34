package org.longspan.model;

import java.util.List;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Setting;

/** All recurrent cells by name. */
public final class Cells {

    private static final Entry<CellFactory> TANH_RNN = new Entry<>(
            "tanh-rnn",
            "The simple recurrent network with tanh units.",
            "h(t) = tanh(x(t) W + h(t-1) U + b)",
            "J. L. Elman (1990). Finding structure in time. Cognitive Science 14(2).",
            List.of(),
            List.of(),
            settings -> TanhRnnCell::new);

    private static final Entry<CellFactory> LSTM = new Entry<>(
            "lstm",
            "The long short-term memory with a forget gate, without peepholes.",
            "[i f g o](t) = [σ σ tanh σ](x(t) W + h(t-1) U + b);  c(t) = f ∘ c(t-1) + i ∘ g;  h(t) = o ∘ tanh(c(t))",
            "S. Hochreiter and J. Schmidhuber (1997). Long short-term memory. Neural Computation 9(8). With the forget "
                    + "gate of F. A. Gers, J. Schmidhuber and F. Cummins (2000). Learning to forget: continual "
                    + "prediction with LSTM. Neural Computation 12(10).",
            List.of(Setting.Number.within(
                    "forget-bias", "initial bias of the forget gate, set after the initialization", 1, -100, 100)),
            List.of(),
            settings -> {
                float forgetBias = (float) settings.number("forget-bias");
                return (inputs, hidden) -> new LstmCell(inputs, hidden, forgetBias);
            });

    private Cells() {}

    /** Returns every cell, in the order of a catalogue. */
    public static List<Entry<CellFactory>> all() {
        return List.of(TANH_RNN, LSTM);
    }
}
