package org.longspan.reports.phenomena;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.longspan.reports.figure.Svg;

/** Words at the ends of lines, pushed apart where they would stand on each other. */
final class EndLabels {

    private static final double LINE = 13;
    private static final double BETWEEN = 4;

    /** A label of the line that ends at (x, y): its name, and what is said of it below. */
    private record Label(double x, double y, String colour, List<String> lines) {

        double height() {
            return lines.size() * LINE + BETWEEN;
        }
    }

    private final List<Label> labels = new ArrayList<>();

    /** Adds what is written at the line that ends at (x, y). */
    EndLabels add(double x, double y, String colour, List<String> lines) {
        labels.add(new Label(x, y, colour, lines));
        return this;
    }

    /** Draws them from {@code left} on, between two heights as far as there is room. */
    void draw(Svg svg, double left, double top, double bottom) {
        labels.sort(Comparator.comparingDouble(Label::y));
        double[] tops = new double[labels.size()];
        double free = top;
        for (int i = 0; i < tops.length; i++) {
            tops[i] = Math.max(free, labels.get(i).y() - LINE / 2);
            free = tops[i] + labels.get(i).height();
        }
        double limit = bottom;
        for (int i = tops.length - 1; i >= 0 && tops[i] + labels.get(i).height() > limit; i--) {
            tops[i] = limit - labels.get(i).height();
            limit = tops[i];
        }
        for (int i = 0; i < tops.length; i++) {
            draw(svg, labels.get(i), left, tops[i]);
        }
    }

    private static void draw(Svg svg, Label label, double left, double top) {
        svg.open(label.colour()).line(label.x() + 2, label.y(), left - 3, top + LINE / 2, "thin");
        double y = top + LINE - 2.5;
        String classes = "small strong";
        for (String line : label.lines()) {
            svg.text(left, y, classes, line);
            classes = "small soft";
            y += LINE;
        }
        svg.close();
    }
}
