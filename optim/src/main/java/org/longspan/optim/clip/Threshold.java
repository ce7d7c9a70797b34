package org.longspan.optim.clip;

import java.util.List;
import org.longspan.numerics.catalogue.SearchRange;
import org.longspan.numerics.catalogue.Setting;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.optim.ThresholdUnit;

/**
 * The threshold of a scheme as a plan states it, and the two settings that state it.
 *
 * @param value positive, infinite to switch the scheme off
 * @param relative whether the value is a multiple of a unit measured at initialization
 */
public record Threshold(double value, boolean relative) {

    private static final String NAME = "threshold";
    private static final String RELATIVE_TO = "relative-to";
    private static final String INITIAL = "initial";
    private static final String ABSOLUTE = "absolute";

    /** The two settings, in this order: the threshold, and what it is relative to. */
    public static final List<Setting> SETTINGS = List.of(
            new Setting.Number(
                    NAME,
                    "c, the threshold; infinity switches the scheme off",
                    1,
                    0,
                    false,
                    Double.POSITIVE_INFINITY,
                    false,
                    SearchRange.log(0.01, 100)),
            new Setting.Word(
                    RELATIVE_TO,
                    "whether the threshold is a multiple of the unit measured at initialization or absolute",
                    INITIAL,
                    List.of(INITIAL, ABSOLUTE)));

    /** Returns the threshold that {@link #SETTINGS} state. */
    public static Threshold from(Settings settings) {
        return new Threshold(settings.number(NAME), settings.word(RELATIVE_TO).equals(INITIAL));
    }

    /** Returns {@code settings} with a threshold of {@code multiple} units that are measured at initialization. */
    public static Settings relative(Settings settings, double multiple) {
        return settings.with(NAME, multiple).with(RELATIVE_TO, INITIAL);
    }

    /** Returns the unit to measure at initialization: that of the scheme, if the threshold is relative. */
    public ThresholdUnit unit(ThresholdUnit compared) {
        return relative ? compared : ThresholdUnit.NONE;
    }

    /**
     * Returns the one threshold of a scheme with one unit.
     *
     * @throws IllegalArgumentException if there is not one unit, or it is not positive and finite
     */
    public double at(double... units) {
        if (units.length != 1) {
            throw new IllegalArgumentException(units.length + " units of a threshold, expected 1");
        }
        return times(units[0]);
    }

    /**
     * Returns the thresholds of a scheme with as many units as it is given.
     *
     * @throws IllegalArgumentException if a unit is not positive and finite
     */
    public double[] atEach(double... units) {
        double[] thresholds = new double[units.length];
        for (int i = 0; i < units.length; i++) {
            thresholds[i] = times(units[i]);
        }
        return thresholds;
    }

    private double times(double unit) {
        if (!(unit > 0) || Double.isInfinite(unit)) {
            throw new IllegalArgumentException(
                    "the unit of a threshold is " + unit + ", expected a positive number; a gradient that is 0 or not"
                            + " finite at initialization has no multiples");
        }
        return value * unit;
    }
}
