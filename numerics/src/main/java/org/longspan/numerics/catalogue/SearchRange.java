package org.longspan.numerics.catalogue;

/**
 * The range from which tuning draws a setting.
 *
 * @param scale how the unit interval is mapped to the range
 * @param from lower end
 * @param to upper end
 */
public record SearchRange(Scale scale, double from, double to) {

    /** How a uniform draw from [0, 1) is mapped to a value. */
    public enum Scale {
        /** Uniform. */
        LINEAR,
        /** Uniform in the logarithm. */
        LOG,
        /** Uniform in the logarithm of 1 - value, as for momentum. */
        LOG_COMPLEMENT
    }

    public SearchRange {
        boolean ordered = from < to && Double.isFinite(from) && Double.isFinite(to);
        boolean onScale = switch (scale) {
            case LINEAR -> true;
            case LOG -> from > 0;
            case LOG_COMPLEMENT -> to < 1;
        };
        if (!ordered || !onScale) {
            throw new IllegalArgumentException("search range [" + from + ", " + to + "] on a " + scale + " scale");
        }
    }

    /** A range uniform in the logarithm. */
    public static SearchRange log(double from, double to) {
        return new SearchRange(Scale.LOG, from, to);
    }

    /** A range uniform in the logarithm of 1 - value. */
    public static SearchRange logComplement(double from, double to) {
        return new SearchRange(Scale.LOG_COMPLEMENT, from, to);
    }

    /** Returns the value at {@code u} in [0, 1), with {@link StrictMath}. */
    public double at(double u) {
        return switch (scale) {
            case LINEAR -> from + u * (to - from);
            case LOG -> logarithmic(from, to, u);
            case LOG_COMPLEMENT -> 1 - logarithmic(1 - to, 1 - from, 1 - u);
        };
    }

    private static double logarithmic(double low, double high, double u) {
        return StrictMath.exp(StrictMath.log(low) + u * (StrictMath.log(high) - StrictMath.log(low)));
    }
}
