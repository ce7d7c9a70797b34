package org.longspan.reports.figure;

import java.util.List;
import java.util.Locale;

/** Writes one picture. Coordinates are pixels, kept to a tenth; looks come from classes, never from here. */
public final class Svg {

    private final StringBuilder body = new StringBuilder();
    private final double width;
    private final double height;
    private final String head;

    /**
     * Begins a picture.
     *
     * @param id unique in the page
     * @param title what a screen reader says first
     * @param description what the picture shows, in a sentence
     */
    public Svg(String id, double width, double height, String title, String description) {
        this.width = width;
        this.height = height;
        this.head = String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" viewBox=\"0 0 %s %s\" width=\"%s\""
                        + " height=\"%s\" role=\"img\" aria-labelledby=\"%s-t %s-d\"><title id=\"%s-t\">%s</title>"
                        + "<desc id=\"%s-d\">%s</desc>",
                num(width),
                num(height),
                num(width),
                num(height),
                id,
                id,
                id,
                TextFormat.escape(title),
                id,
                TextFormat.escape(description));
    }

    /** Opens a group of these classes. */
    public Svg open(String classes) {
        body.append(classes.isEmpty() ? "<g>" : "<g class=\"" + classes + "\">");
        return this;
    }

    /** Opens a group with a tip that a pointer shows. */
    public Svg open(String classes, String tip) {
        open(classes);
        body.append("<title>").append(TextFormat.escape(tip)).append("</title>");
        return this;
    }

    /** Opens a group with a tip that the page's filter hides with what it belongs to. */
    public Svg open(String classes, String tip, Tags tags) {
        body.append("<g");
        if (!classes.isEmpty()) {
            body.append(" class=\"").append(classes).append('"');
        }
        body.append(tags.attributes()).append('>');
        if (!tip.isEmpty()) {
            body.append("<title>").append(TextFormat.escape(tip)).append("</title>");
        }
        return this;
    }

    /** Opens a group of boxes that begins at {@code top}, {@code gap} apart in a row, rows {@code rowGap}. */
    public Svg openFlow(double top, double gap, double rowGap) {
        body.append("<g class=\"flow\" transform=\"translate(0 ").append(num(top));
        body.append(")\"").append(" data-gap=\"").append(num(gap));
        body.append("\" data-row-gap=\"").append(num(rowGap)).append("\">");
        return this;
    }

    /** Opens a group with its origin at (x, y), of a box of this size that the page's script may place anew. */
    public Svg openBox(double x, double y, double w, double h) {
        body.append("<g transform=\"translate(").append(num(x)).append(' ').append(num(y));
        body.append(")\" data-w=\"")
                .append(num(w))
                .append("\" data-h=\"")
                .append(num(h))
                .append("\">");
        return this;
    }

    /** Closes the innermost open group. */
    public Svg close() {
        body.append("</g>");
        return this;
    }

    /** A rectangle with corners of this radius. */
    public Svg rect(double x, double y, double w, double h, double radius, String classes) {
        element("rect", classes);
        attribute("x", x);
        attribute("y", y);
        attribute("width", Math.max(0, w));
        attribute("height", Math.max(0, h));
        if (radius > 0) {
            attribute("rx", radius);
        }
        body.append("/>");
        return this;
    }

    /** A straight line. */
    public Svg line(double x1, double y1, double x2, double y2, String classes) {
        element("path", classes);
        body.append(" d=\"M").append(num(x1)).append(' ').append(num(y1));
        body.append('L').append(num(x2)).append(' ').append(num(y2)).append("\"/>");
        return this;
    }

    /** A vertical line at each x; all of them are one element. */
    public Svg lines(List<Double> xs, double from, double to, String classes) {
        return bars(xs.stream().map(x -> new double[] {x, from, to}).toList(), classes);
    }

    /** Vertical lines, an x and two y each; all of them are one element. */
    public Svg bars(List<double[]> bars, String classes) {
        if (bars.isEmpty()) {
            return this;
        }
        element("path", classes);
        body.append(" d=\"");
        for (double[] bar : bars) {
            body.append('M').append(num(bar[0])).append(' ').append(num(bar[1]));
            body.append('V').append(num(bar[2]));
        }
        body.append("\"/>");
        return this;
    }

    /** A line through points, {@code x0 y0 x1 y1 …}, as short as it can be said; nothing for one point or none. */
    public Svg polyline(List<double[]> points, String classes) {
        return trace(new Trace().line(points), classes, "", Tags.NONE);
    }

    /** One path that draws all of {@code trace}, with a tip if there is one; nothing for an empty one. */
    public Svg trace(Trace trace, String classes, String tip, Tags tags) {
        if (trace.isEmpty()) {
            return this;
        }
        element("path", classes);
        body.append(tags.attributes()).append(" d=\"").append(trace);
        if (tip.isEmpty()) {
            body.append("\"/>");
        } else {
            body.append("\"><title>").append(TextFormat.escape(tip)).append("</title></path>");
        }
        return this;
    }

    /**
     * A line that goes right and then up or down to each point in turn, and on to {@code end}. Steps of less than a
     * pixel to the right are drawn as one.
     */
    public Svg steps(List<double[]> points, double end, String classes) {
        element("path", classes);
        long x = Math.round(points.get(0)[0]);
        long y = Math.round(points.get(0)[1] * 10);
        body.append(" d=\"M").append(x).append(' ').append(tenths(y));
        for (int i = 1; i < points.size(); i++) {
            long px = Math.round(points.get(i)[0]);
            boolean last = i == points.size() - 1 || Math.round(points.get(i + 1)[0]) > px;
            long py = Math.round(points.get(i)[1] * 10);
            if (last && py != y) {
                body.append(px > x ? "h" + (px - x) : "").append('v').append(tenths(py - y));
                x = px;
                y = py;
            }
        }
        body.append('H').append(num(end)).append("\"/>");
        return this;
    }

    /** A circle. */
    public Svg circle(double x, double y, double r, String classes) {
        element("circle", classes);
        attribute("cx", x);
        attribute("cy", y);
        attribute("r", r);
        body.append("/>");
        return this;
    }

    /** A round mark at each point, as wide as its class says; all of them are one element. */
    public Svg dots(List<double[]> points, String classes) {
        return marks(points, new double[2], "h0", 0, classes);
    }

    /** A small diagonal cross at each point; all of them are one element. */
    public Svg crosses(List<double[]> points, double r, String classes) {
        String stroke =
                "l" + num(2 * r) + " " + num(2 * r) + "m0 " + num(-2 * r) + "l" + num(-2 * r) + " " + num(2 * r);
        return marks(points, new double[] {-r, -r}, stroke, 2 * r, classes);
    }

    /** A small circle around each point; all of them are one element. */
    public Svg rings(List<double[]> points, double r, String classes) {
        String half = "a" + num(r) + " " + num(r) + " 0 1 0 ";
        return marks(points, new double[] {-r, 0}, half + num(2 * r) + " 0" + half + num(-2 * r) + " 0", 0, classes);
    }

    /** A small triangle around each point; all of them are one element. */
    public Svg triangles(List<double[]> points, double r, String classes) {
        String stroke = "l" + num(r) + " " + num(1.7 * r) + "h" + num(-2 * r) + "z";
        return marks(points, new double[] {0, -r}, stroke, 0, classes);
    }

    /**
     * Goes from mark to mark by steps, the shortest way to say many.
     *
     * @param begin where a stroke begins, seen from its point
     * @param sinks how far below its beginning it ends
     */
    private Svg marks(List<double[]> points, double[] begin, String stroke, double sinks, String classes) {
        if (points.isEmpty()) {
            return this;
        }
        element("path", classes);
        body.append(" d=\"");
        char command = 'M';
        long x = 0;
        long y = 0;
        for (double[] p : points) {
            long px = Math.round((p[0] + begin[0]) * 10);
            long py = Math.round((p[1] + begin[1]) * 10);
            body.append(command)
                    .append(tenths(px - x))
                    .append(py - y < 0 ? "" : " ")
                    .append(tenths(py - y))
                    .append(stroke);
            x = px;
            y = py + Math.round(sinks * 10);
            command = 'm';
        }
        body.append("\"/>");
        return this;
    }

    /** A small diagonal cross. */
    public Svg cross(double x, double y, double r, String classes) {
        return crosses(List.of(new double[] {x, y}), r, classes);
    }

    /** A text at (x, y), its left end there unless a class says otherwise. */
    public Svg text(double x, double y, String classes, String text) {
        element("text", classes);
        attribute("x", x);
        attribute("y", y);
        body.append('>').append(TextFormat.escape(text)).append("</text>");
        return this;
    }

    /** A text that rises from (x, y) to the right at 45 degrees. */
    public Svg rising(double x, double y, String classes, String text) {
        element("text", classes);
        body.append(" transform=\"translate(").append(num(x)).append(' ').append(num(y));
        body.append(")rotate(-45)\">").append(TextFormat.escape(text)).append("</text>");
        return this;
    }

    /** Writes what a box that is {@code room} wide shows, in two lines, each cut to fit; the second may be empty. */
    public Svg heading(double room, String first, String second) {
        text(0, 12, "strong", TextFormat.within(first, 12.6, room));
        return second.isEmpty() ? this : text(0, 28, "small soft", TextFormat.within(second, 11, room));
    }

    /** Returns the finished picture. */
    public String end() {
        return head + body + "</svg>";
    }

    /** Returns the width in pixels. */
    public double width() {
        return width;
    }

    /** Returns the height in pixels. */
    public double height() {
        return height;
    }

    private void element(String name, String classes) {
        body.append('<').append(name);
        if (!classes.isEmpty()) {
            body.append(" class=\"").append(classes).append('"');
        }
    }

    private void attribute(String name, double value) {
        body.append(' ').append(name).append("=\"").append(num(value)).append('"');
    }

    static String num(double value) {
        return tenths(Math.round(value * 10));
    }

    static String tenths(long tenths) {
        String sign = tenths < 0 ? "-" : "";
        long size = Math.abs(tenths);
        String whole = size < 10 && size > 0 ? "" : Long.toString(size / 10);
        return sign + whole + (size % 10 == 0 ? "" : "." + size % 10);
    }
}
