package org.longspan.reports.figure;

import java.util.ArrayList;
import java.util.List;

/**
 * Maps a value to a pixel.
 *
 * @param logarithmic whether by its logarithm
 * @param from value at {@code start}
 * @param to value at {@code end}
 * @param start pixel
 * @param end pixel
 */
public record Axis(boolean logarithmic, double from, double to, double start, double end) {

    public static Axis linear(double from, double to, double start, double end) {
        return new Axis(false, from, to, start, end);
    }

    public static Axis log(double from, double to, double start, double end) {
        return new Axis(true, from, to, start, end);
    }

    /** Returns the pixel of {@code value}; values outside stop at the ends. */
    public double at(double value) {
        double u = (scale(value) - scale(from)) / (scale(to) - scale(from));
        return start + Math.max(0, Math.min(1, u)) * (end - start);
    }

    private double scale(double value) {
        return logarithmic ? StrictMath.log(Math.max(value, 1e-300)) : value;
    }

    /** Returns the logarithmic axis of 1, 2 or 5 times a power of ten to another, the next ones beyond the values. */
    public static Axis rounded(double least, double greatest, double start, double end) {
        double from = StrictMath.pow(10, Math.floor(StrictMath.log10(least)));
        double to = StrictMath.pow(10, Math.ceil(StrictMath.log10(greatest)));
        from *= least >= 5 * from ? 5 : least >= 2 * from ? 2 : 1;
        to *= greatest <= to / 5 ? 0.2 : greatest <= to / 2 ? 0.5 : 1;
        return log(from, to, start, end);
    }

    /** Returns round values of a logarithmic axis within: decades over two of them, else also 2 and 5 or 3 in each. */
    public List<Double> rounds() {
        double span = StrictMath.log10(to / from);
        if (span >= 2) {
            return decades();
        }
        List<Double> ticks = new ArrayList<>();
        for (double decade = StrictMath.pow(10, Math.floor(StrictMath.log10(from))); decade <= to; decade *= 10) {
            for (double part : span > 1 ? new double[] {1, 3} : new double[] {1, 2, 5}) {
                if (part * decade >= from * (1 - 1e-9) && part * decade <= to * (1 + 1e-9)) {
                    ticks.add(part * decade);
                }
            }
        }
        return ticks;
    }

    /** Returns powers of ten within, every second or third one where there are many. */
    public List<Double> decades() {
        int low = (int) Math.ceil(StrictMath.log10(from) - 1e-9);
        int high = (int) Math.floor(StrictMath.log10(to) + 1e-9);
        int every = Math.max(1, (int) Math.ceil((high - low + 1) / 5.0));
        List<Double> ticks = new ArrayList<>();
        for (int e = low; e <= high; e++) {
            if (Math.floorMod(e, every) == 0) {
                ticks.add(StrictMath.pow(10, e));
            }
        }
        return ticks;
    }

    /** Returns a power of ten as text. */
    public static String decade(double value) {
        int e = (int) Math.round(StrictMath.log10(value));
        return e >= -3 && e <= 3 ? TextFormat.precise(value) : "1e" + e;
    }
}
