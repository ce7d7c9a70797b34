package org.longspan.reports.phenomena;

import java.util.List;
import org.longspan.reports.figure.Simplified;
import org.longspan.reports.figure.Svg;
import org.longspan.reports.figure.Tags;
import org.longspan.reports.figure.Trace;

/** How a path of training is drawn. */
enum Descent {
    /** With its clipping. */
    CLIPPED("c0", "medium", "with clipping"),
    /** Without. */
    UNCLIPPED("c2", "thick", "without clipping");

    private final String colour;
    private final String line;
    private final String words;

    Descent(String colour, String line, String words) {
        this.colour = colour;
        this.line = line;
        this.words = words;
    }

    /** Returns what it is. */
    String words() {
        return words;
    }

    /** Draws a path: a ring where it starts, a disc where it ends. */
    void draw(Svg svg, List<double[]> pixels) {
        draw(svg, pixels, line);
    }

    /** Draws a path that the run did not go. */
    void drawDashed(Svg svg, List<double[]> pixels) {
        draw(svg, pixels, line + " dash");
    }

    private void draw(Svg svg, List<double[]> pixels, String classes) {
        Trace trace = new Trace().line(Simplified.of(pixels));
        double[] start = pixels.get(0);
        double[] end = pixels.get(pixels.size() - 1);
        svg.trace(trace, "halo", "", Tags.NONE).open(colour).trace(trace, classes, "", Tags.NONE);
        svg.circle(end[0], end[1], 4, "disc")
                .circle(start[0], start[1], 4, "ring")
                .close();
    }

    /** Draws each place of a path as a mote, where a line would fill what it crosses again and again. */
    void motes(Svg svg, List<double[]> pixels) {
        double[] start = pixels.get(0);
        double[] end = pixels.get(pixels.size() - 1);
        svg.open(colour).dots(pixels, "places");
        svg.circle(end[0], end[1], 4, "disc")
                .circle(start[0], start[1], 4, "ring")
                .close();
    }

    /** Draws a step that leaves the picture, from one pixel to another. */
    void leap(Svg svg, double[] from, double[] to) {
        double dx = to[0] - from[0];
        double dy = to[1] - from[1];
        double length = StrictMath.hypot(dx, dy);
        double ux = 8 * dx / length;
        double uy = 8 * dy / length;
        Trace arrow = new Trace()
                .line(from[0], from[1], to[0], to[1])
                .line(List.of(new double[] {to[0] - ux + uy / 2, to[1] - uy - ux / 2}, to, new double[] {
                    to[0] - ux - uy / 2, to[1] - uy + ux / 2
                }));
        svg.trace(arrow, "halo", "", Tags.NONE)
                .open(colour)
                .trace(arrow, line, "", Tags.NONE)
                .close();
    }

    /** Draws a line without marks. */
    void line(Svg svg, List<double[]> pixels, String classes) {
        svg.open(colour).polyline(pixels, classes).close();
    }

    /** Draws its key. */
    void key(Svg svg, double x, double y) {
        svg.open(colour).line(x, y, x + 24, y, line).close();
    }
}
