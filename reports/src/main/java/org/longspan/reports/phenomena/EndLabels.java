package org.longspan.reports.phenomena;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.longspan.reports.figure.Svg;
import org.longspan.reports.figure.Tags;

/** Words at the ends of lines, pushed apart where they would stand on each other. */
final class EndLabels {

    private static final double LINE = 13;
    private static final double BETWEEN = 4;

    /** A label of the line that ends at (x, y): its name, and what is said of it below. */
    private record Label(double x, double y, String colour, List<String> lines, Tags tags) {

        double height() {
            return lines.size() * LINE + BETWEEN;
        }
    }

    private final List<Label> labels = new ArrayList<>();

    /** Adds what is written at the line that ends at (x, y). */
    EndLabels add(double x, double y, String colour, List<String> lines) {
        return add(new double[] {x, y}, colour, lines, Tags.NONE);
    }

    /** Adds what is written at the line that ends at a point, and that the page's filter hides with it. */
    EndLabels add(double[] end, String colour, List<String> lines, Tags tags) {
        labels.add(new Label(end[0], end[1], colour, lines, tags));
        return this;
    }

    /** Draws them from {@code left} on, each as near to the end of its line as there is room between two heights. */
    void draw(Svg svg, double left, double top, double bottom) {
        labels.sort(Comparator.comparingDouble(Label::y));
        double above = 0;
        List<double[]> groups = new ArrayList<>(); // of labels that touch: how far they are moved in all, and how many
        double[] heights = new double[labels.size()]; // of all labels above one
        for (int i = 0; i < labels.size(); i++) {
            heights[i] = above;
            groups.add(new double[] {labels.get(i).y() - LINE / 2 - above, 1});
            above += labels.get(i).height();
            joinLast(groups);
        }
        int i = 0;
        for (double[] group : groups) {
            double from = Math.max(top, Math.min(bottom - above, group[0] / group[1]));
            for (int of = 0; of < group[1]; of++, i++) {
                draw(svg, labels.get(i), left, from + heights[i]);
            }
        }
    }

    /** Joins the last groups while the lower one would reach over the upper one, both to their common mean. */
    private static void joinLast(List<double[]> groups) {
        while (groups.size() > 1) {
            double[] lower = groups.get(groups.size() - 1);
            double[] upper = groups.get(groups.size() - 2);
            if (lower[0] / lower[1] >= upper[0] / upper[1]) {
                return;
            }
            groups.remove(groups.size() - 1);
            upper[0] += lower[0];
            upper[1] += lower[1];
        }
    }

    private static void draw(Svg svg, Label label, double left, double top) {
        svg.open(label.colour(), "", label.tags()).line(label.x() + 2, label.y(), left - 3, top + LINE / 2, "thin");
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
