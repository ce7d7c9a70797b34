package org.longspan.model.initialization;

import org.longspan.numerics.catalogue.Setting;

/** The settings that initializations share, and the source of three of them. */
final class WeightSettings {

    static final String PASCANU =
            "R. Pascanu, T. Mikolov and Y. Bengio (2013). On the difficulty of training recurrent neural networks. "
                    + "ICML. What the paper writes as N(0, v) has the standard deviation v in its code.";

    private WeightSettings() {}

    /** A standard deviation. */
    static Setting deviation(String meaning, double value) {
        return Setting.Number.positive("deviation", meaning, value);
    }

    /** The number of incoming recurrent weights of a unit. */
    static Setting fanIn() {
        return Setting.Number.whole("fan-in", "incoming recurrent weights of a unit that are not 0", 15, 1, 1e6);
    }

    /** The greatest magnitude of an eigenvalue. */
    static Setting spectralRadius(double value) {
        return Setting.Number.positive("spectral-radius", "greatest |eigenvalue| of a recurrent map", value);
    }
}
