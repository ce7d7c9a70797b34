package org.longspan.model;

import java.util.List;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Setting;

/** All initializations by name. */
public final class Initializations {

    private static final Entry<Initialization> GLOROT = new Entry<>(
            "glorot",
            "Uniform weights whose variance balances fan-in and fan-out, each gate of a cell on its own.",
            "w ~ U[-a, a],  a = √(6 / (fan-in + fan-out));  biases 0",
            "X. Glorot and Y. Bengio (2010). Understanding the difficulty of training deep feedforward neural "
                    + "networks. AISTATS.",
            List.of(),
            List.of(),
            settings -> new GlorotUniform());

    private static final Entry<Initialization> SPARSE = new Entry<>(
            "sparse",
            "A sparse recurrent matrix of set spectral radius, small input weights, the mean target as output bias.",
            "U: k non-zeros a column ~ N(0, 1), U ← U · radius / ρ(U);  W ~ scale · N(0, 1);  read-out ~ "
                    + "output-scale · N(0, 1);  biases 0, output bias the mean target under a squared error",
            "I. Sutskever, J. Martens, G. Dahl and G. Hinton (2013). On the importance of initialization and momentum "
                    + "in deep learning. ICML.",
            List.of(
                    Setting.Number.whole("fan-in", "incoming recurrent weights of a unit that are not 0", 15, 1, 1e6),
                    Setting.Number.positive("spectral-radius", "greatest |eigenvalue| of a recurrent map", 1.1),
                    Setting.Number.positive(
                            "input-scale", "standard deviation of the input weights under a squared error", 0.001),
                    Setting.Number.positive(
                            "symbol-input-scale", "standard deviation of the input weights under a cross-entropy", 0.1),
                    Setting.Number.positive("output-scale", "standard deviation of the read-out weights", 0.1)),
            List.of(),
            settings -> new SparseSpectral(
                    settings.whole("fan-in"),
                    settings.number("spectral-radius"),
                    settings.number("input-scale"),
                    settings.number("symbol-input-scale"),
                    settings.number("output-scale")));

    private Initializations() {}

    /** Returns every initialization, in the order of a catalogue. */
    public static List<Entry<Initialization>> all() {
        return List.of(GLOROT, SPARSE);
    }
}
