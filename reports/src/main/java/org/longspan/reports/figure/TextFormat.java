package org.longspan.reports.figure;

import java.util.List;
import java.util.Locale;

/** How numbers and words are set in figures and tables. */
public final class TextFormat {

    private TextFormat() {}

    /** Returns a count with thousands apart: {@code 2,160}. */
    public static String count(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }

    /** Returns a count with its noun: {@code 1 run}, {@code 2 runs}. */
    public static String count(long n, String noun) {
        return count(n, noun, noun + "s");
    }

    /** Returns a count with its noun, whose plural is not the usual one: {@code 2 losses}. */
    public static String count(long n, String one, String many) {
        return count(n) + " " + (n == 1 ? one : many);
    }

    /** Returns a large number in few characters: {@code 950}, {@code 24k}, {@code 1.2M}. */
    public static String brief(double n) {
        double size = Math.abs(n);
        if (size < 1_000) {
            return trim(n, 0);
        }
        if (size < 999_500) {
            return trim(n / 1e3, size < 9_950 ? 1 : 0) + "k";
        }
        return size < 999.5e6 ? trim(n / 1e6, size < 9.95e6 ? 1 : 0) + "M" : trim(n / 1e9, 1) + "G";
    }

    /** Returns three significant digits, without a tail of zeros. */
    public static String precise(double x) {
        if (x == 0 || !Double.isFinite(x)) {
            return x == 0 ? "0" : Double.isNaN(x) ? "not a number" : x > 0 ? "∞" : "-∞";
        }
        int exponent = (int) Math.floor(StrictMath.log10(Math.abs(x)));
        if (exponent < -4 || exponent > 5) {
            return String.format(Locale.ROOT, "%.2e", x)
                    .replaceFirst("\\.?0*e([+-])0*", "e$1")
                    .replace("e+", "e");
        }
        return trim(x, Math.max(0, 2 - exponent));
    }

    /** Returns a share as a whole percentage. */
    public static String percent(double share) {
        return Math.round(100 * share) + "\u00a0%";
    }

    /** Returns a duration: {@code 48 s}, {@code 12 min 5 s}, {@code 3 h 20 min}. */
    public static String duration(double seconds) {
        long s = Math.round(seconds);
        if (s < 60) {
            return s + " s";
        }
        return s < 3_600 ? s / 60 + " min " + s % 60 + " s" : s / 3_600 + " h " + s % 3_600 / 60 + " min";
    }

    /** Returns {@code text} with what XML reserves replaced. */
    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** Returns about how wide {@code text} is, in pixels, set at {@code size} in a wide font. */
    public static double width(String text, double size) {
        return text.length() * size * 0.64;
    }

    /** Returns about how wide the longest of {@code texts} is. */
    public static double widest(List<String> texts, double size) {
        return texts.stream().mapToDouble(text -> width(text, size)).max().orElse(0);
    }

    /** Returns {@code text}, cut where it would be wider than {@code room} if set at {@code size}. */
    public static String within(String text, double size, double room) {
        int most = Math.max(2, (int) (room / (size * 0.55)));
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }

    private static String trim(double x, int digits) {
        String text = String.format(Locale.ROOT, "%." + digits + "f", x);
        return text.contains(".") ? text.replaceFirst("\\.?0+$", "") : text;
    }
}
