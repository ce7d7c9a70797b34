package org.longspan.reports.phenomena;

import java.util.Arrays;
import java.util.function.DoubleFunction;
import org.longspan.reports.figure.Legend;
import org.longspan.reports.figure.Svg;
import org.longspan.reports.figure.Tags;
import org.longspan.reports.figure.TextFormat;
import org.longspan.reports.figure.Trace;

/**
 * Tones of heights, one below the first level and one from each level on.
 *
 * @param levels ascending, at most nine
 */
record Tones(double[] levels) {

    private static final double STEP = 30;

    /** Draws the land into a chart, a contour at each level. */
    void draw(Svg svg, Landscape land, Chart chart) {
        double width = chart.right() - chart.left();
        double height = chart.bottom() - chart.top();
        Trace all = new Trace().box(chart.left(), chart.top(), width, height);
        svg.open(tone(0)).trace(all, "tone", "", Tags.NONE).close();
        for (int k = 0; k < levels.length; k++) {
            Trace area = land.atLeast(levels[k], chart.left(), chart.top(), width, height);
            if (!area.isEmpty()) {
                svg.open(tone(k + 1)).trace(area, "tone", "", Tags.NONE).close();
            }
        }
    }

    private String tone(int k) {
        return "q" + Math.round(9.0 * k / levels.length);
    }

    /** Adds a key with the levels between its tones. */
    void key(Legend legend, String name, DoubleFunction<String> words) {
        double before = TextFormat.width(name, 12) + 8;
        legend.key(before + (levels.length + 1) * STEP, "", (svg, x, y) -> {
            svg.text(x, y + 4, "", name);
            scale(svg, x + before, y - 8, STEP, words);
        });
    }

    /** Draws the tones side by side, so wide each, with the levels below and between them. */
    void scale(Svg svg, double x, double y, double step, DoubleFunction<String> words) {
        for (int k = 0; k <= levels.length; k++) {
            svg.open(tone(k)).rect(x + k * step, y, step, 9, 0, "").close();
        }
        for (int k = 0; k < levels.length; k++) {
            svg.text(x + (k + 1) * step, y + 19, "mid small soft", words.apply(levels[k]));
        }
    }

    /** Returns levels at equal ratios from the least to the greatest of {@code heights}, but for the highest twentieth. */
    static Tones ofRatios(double[] heights, int count) {
        double[] sorted =
                Arrays.stream(heights).filter(height -> height > 0).sorted().toArray();
        double least = sorted.length == 0 ? 0.1 : sorted[0];
        double most = sorted.length == 0 ? 1 : sorted[sorted.length * 19 / 20];
        double ratio = StrictMath.pow(Math.max(most / least, 1.1), 1.0 / (count + 1));
        double[] levels = new double[count];
        Arrays.setAll(levels, k -> least * StrictMath.pow(ratio, k + 1));
        return new Tones(levels);
    }
}
