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
record Axis(boolean logarithmic, double from, double to, double start, double end) {

    static Axis linear(double from, double to, double start, double end) {
        return new Axis(false, from, to, start, end);
    }

    static Axis log(double from, double to, double start, double end) {
        return new Axis(true, from, to, start, end);
    }

    /** Returns the pixel of {@code value}; values outside stop at the ends. */
    double at(double value) {
        double u = (scale(value) - scale(from)) / (scale(to) - scale(from));
        return start + Math.max(0, Math.min(1, u)) * (end - start);
    }

    private double scale(double value) {
        return logarithmic ? StrictMath.log(Math.max(value, 1e-300)) : value;
    }

    /** Returns powers of ten within, every second or third one where there are many. */
    List<Double> decades() {
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
    static String decade(double value) {
        int e = (int) Math.round(StrictMath.log10(value));
        return e >= -3 && e <= 3 ? TextFormat.precise(value) : "1e" + e;
    }
}
