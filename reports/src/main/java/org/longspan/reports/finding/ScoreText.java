package org.longspan.reports.finding;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.longspan.reports.inference.Effect;
import org.longspan.reports.inference.Evidence;
import org.longspan.reports.inference.RankInterval;
import org.longspan.reports.inference.Verdict;
import org.longspan.reports.statistics.Interval;

/** How scores, their differences and verdicts are written. */
public final class ScoreText {

    private static final double NARROW = 0.02;

    private ScoreText() {}

    /** Returns a score with its interval: {@code 0.32 [0.27, 0.36]}. */
    public static String score(double mean, Interval interval) {
        int digits = digits(interval);
        return plain(mean, digits) + " [" + plain(interval.low(), digits) + ", " + plain(interval.high(), digits) + "]";
    }

    /** Returns the ranks that an optimizer may have: {@code 1–9}. */
    public static String ranks(RankInterval rank) {
        return rank.best() == rank.worst() ? "" + rank.best() : rank.best() + "–" + rank.worst();
    }

    /** Returns a difference with its interval, {@code +0.01 [−0.01, +0.03]}, or without one where it was not tested. */
    public static String difference(Effect effect) {
        return difference(effect.mean(), effect.evidence().map(Evidence::interval));
    }

    /** Returns {@link #difference} as seen from the other side. */
    public static String turned(Effect effect) {
        return difference(
                -effect.mean(), effect.evidence().map(Evidence::interval).map(i -> new Interval(-i.high(), -i.low())));
    }

    private static String difference(double mean, Optional<Interval> interval) {
        return interval.map(i -> signed(mean, digits(i)) + " " + interval(i, digits(i)))
                .orElseGet(() -> signed(mean, 2));
    }

    /** Returns the interval of 95 % of a tested difference, or a dash. */
    public static String interval(Effect effect) {
        return effect.evidence()
                .map(Evidence::interval)
                .map(interval -> interval(interval, digits(interval)))
                .orElse("–");
    }

    /** Returns the verdict in a word or two; of a small difference that shows no equivalence, why it shows none. */
    public static String verdict(Effect effect) {
        String word = words(effect.verdict());
        if (effect.verdict() == Verdict.INSENSITIVE) {
            return word + " (assay not sensitive: "
                    + effect.insensitivity().stream().map(ScoreText::words).collect(Collectors.joining(", ")) + ")";
        }
        return effect.underMargin() ? word + ", by less than the margin" : word;
    }

    /** Returns a constant's name as words: {@code no positive control}. */
    public static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Returns the verdict and, where there is none, what it would take. */
    public static String verdictOrBlocks(Effect effect) {
        return verdict(effect) + blocks(effect);
    }

    /** Returns what it would take where there is no verdict, behind a space and in brackets; nothing where there is one. */
    public static String blocks(Effect effect) {
        return effect.blocks() == 0 ? "" : String.format(Locale.ROOT, " (%,d blocks would decide)", effect.blocks());
    }

    /** Returns a count with its noun: {@code 1 run}, {@code 2,160 runs}. */
    static String count(long n, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", n, noun, n == 1 ? "" : "s");
    }

    /** Returns a number with its sign, a true minus: {@code −0.03}. */
    public static String signed(double x, int digits) {
        return String.format(Locale.ROOT, "%+." + digits + "f", x == 0 ? 0.0 : x)
                .replace('-', '−');
    }

    /** Returns a share in percent, with one digit where it is small: {@code 0.4 %}. */
    public static String percent(double share) {
        double percent = 100 * share;
        String format = Math.abs(percent) < 1 && percent != 0 ? "%.1f\u00a0%%" : "%.0f\u00a0%%";
        return String.format(Locale.ROOT, format, percent).replace('-', '−');
    }

    private static String interval(Interval interval, int digits) {
        return "[" + signed(interval.low(), digits) + ", " + signed(interval.high(), digits) + "]";
    }

    private static String plain(double x, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", x).replace('-', '−');
    }

    private static int digits(Interval interval) {
        return interval.high() - interval.low() < NARROW ? 3 : 2;
    }
}
