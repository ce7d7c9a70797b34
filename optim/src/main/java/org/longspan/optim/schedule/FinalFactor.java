package org.longspan.optim.schedule;

import org.longspan.numerics.catalogue.Setting;

/** The setting of a schedule stated by its final value, which has one meaning at every budget. */
final class FinalFactor {

    static final String NAME = "final-factor";

    static final Setting SETTING = new Setting.Number(
            NAME,
            "φ, the factor on the learning rate at the last update of the budget",
            0.01,
            0,
            false,
            1,
            false,
            null);

    private FinalFactor() {}
}
