package org.longspan.optim.descent;

import org.longspan.numerics.catalogue.Setting;

/** The settings that methods with running moments share. */
final class MomentSettings {

    static final String EPSILON = "epsilon";

    private MomentSettings() {}

    /** Returns the setting of the share of a moment that stays at each update, in [0, 1). */
    static Setting decay(String name, String meaning, double value) {
        return Setting.Number.within(name, meaning, value, 0, Math.nextDown(1f)); // it is used as a float: 1 − 6e-8
    }

    /** Returns the setting ε, added to a root so that 0/0 is 0; far above the smallest float and at most 1. */
    static Setting epsilon(double value) {
        return epsilon("ε, added to the root of the second moment", value);
    }

    /** Returns the setting ε of a method that adds it elsewhere. */
    static Setting epsilon(String meaning, double value) {
        return Setting.Number.within(EPSILON, meaning, value, 1e-30, 1);
    }
}
