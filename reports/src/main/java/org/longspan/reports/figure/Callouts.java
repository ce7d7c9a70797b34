package org.longspan.reports.figure;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Draws numbers, 1 to n, beside elements of a picture, so that a page can say what each of them is. */
final class Callouts {

    private static final double RADIUS = 8;
    private static final double GAP = 6;
    private static final double LETTER = 0.53; // width of a character beside its size
    private static final double TURNED = 6; // from where a turned text begins to the left end of its first letter
    private static final String STYLE = "<style>.callout circle { fill: #1b2126; stroke: #ffffff; stroke-width: 1.5 }"
            + " .chart .callout text { fill: #ffffff; font-size: 11px; font-weight: 650; text-anchor: middle }</style>";
    private static final Pattern GROUP = Pattern.compile("<g\\b[^>]*>|</g>");
    private static final Pattern MOVED = Pattern.compile("translate\\((\\S+) ([^)]+)\\)");
    private static final Pattern CONTENT = Pattern.compile(">([^<]*)<");
    private static final Pattern STROKE = Pattern.compile("M(\\S+) ([^L]+)L(\\S+) (\\S+)");

    /** Where a number stands, seen from its element. */
    enum Side {
        LEFT(-1, 0),
        RIGHT(1, 0),
        ABOVE(0, -1),
        BELOW(0, 1),
        ON(0, 0);

        private final int right;
        private final int down;

        Side(int right, int down) {
            this.right = right;
            this.down = down;
        }
    }

    /**
     * A number.
     *
     * @param element finds it: its first group is the source of a text, a rectangle, a circle or a straight line
     * @param side of the element where the number stands
     */
    record Callout(Pattern element, Side side) {

        static Callout of(String element, Side side) {
            return new Callout(Pattern.compile(element), side);
        }
    }

    private record Box(double x, double y, double width, double height) {

        Box moved(double right, double down) {
            return new Box(x + right, y + down, width, height);
        }
    }

    private Callouts() {}

    /** Returns {@code file}, the text of a picture, with a number for each callout whose element is there. */
    static String drawnOn(String file, List<Callout> callouts) {
        StringBuilder drawn = new StringBuilder(STYLE);
        for (int i = 0; i < callouts.size(); i++) {
            Matcher found = callouts.get(i).element().matcher(file);
            if (found.find()) {
                Box box = within(file.substring(0, found.start(1)), box(found.group(1)));
                drawn.append(number(i + 1, box, callouts.get(i).side()));
            }
        }
        int end = file.lastIndexOf("</svg>");
        return file.substring(0, end) + drawn + file.substring(end);
    }

    private static String number(int number, Box box, Side side) {
        double away = side == Side.ON ? 0 : RADIUS + GAP;
        double x = box.x() + box.width() / 2 + side.right * (box.width() / 2 + away);
        double y = box.y() + box.height() / 2 + side.down * (box.height() / 2 + away);
        return String.format(
                Locale.ROOT,
                "<g class=\"callout\"><circle cx=\"%s\" cy=\"%s\" r=\"%s\"/><text x=\"%s\" y=\"%s\">%d</text></g>",
                Svg.num(x),
                Svg.num(y),
                Svg.num(RADIUS),
                Svg.num(x),
                Svg.num(y + 4),
                number);
    }

    /** Returns a box that stands in the groups which {@code before} leaves open, seen from the whole picture. */
    private static Box within(String before, Box box) {
        Deque<Box> outer = new ArrayDeque<>();
        Box moved = box;
        for (Matcher group = GROUP.matcher(before); group.find(); ) {
            if (group.group().equals("</g>")) {
                moved = outer.pop();
            } else {
                outer.push(moved);
                moved = moved(group.group(), moved);
            }
        }
        return moved;
    }

    private static Box moved(String tag, Box box) {
        Matcher by = MOVED.matcher(tag);
        return by.find() ? box.moved(Double.parseDouble(by.group(1)), Double.parseDouble(by.group(2))) : box;
    }

    /** Returns where an element stands in its group. */
    private static Box box(String element) {
        if (element.startsWith("<text")) {
            return ofText(element);
        }
        if (element.startsWith("<rect")) {
            return new Box(of(element, "x"), of(element, "y"), of(element, "width"), of(element, "height"));
        }
        if (element.startsWith("<circle")) {
            double r = of(element, "r");
            return new Box(of(element, "cx") - r, of(element, "cy") - r, 2 * r, 2 * r);
        }
        return ofStroke(element);
    }

    /** A text that is turned is where it begins. */
    private static Box ofText(String text) {
        if (!text.contains(" x=")) {
            return moved(text, new Box(-TURNED, 0, 0, 0));
        }
        Matcher content = CONTENT.matcher(text);
        int letters = content.find() ? content.group(1).length() : 0;
        String classes = attribute(text, "class") + " ";
        double size = classes.contains("small ") ? 11 : 12;
        double width = letters * size * LETTER;
        double before = classes.contains("end ") ? 1 : classes.contains("mid ") ? 0.5 : 0;
        return new Box(of(text, "x") - before * width, of(text, "y") - 0.7 * size, width, 0.7 * size);
    }

    private static Box ofStroke(String line) {
        Matcher ends = STROKE.matcher(attribute(line, "d"));
        if (!ends.matches()) {
            throw new IllegalArgumentException("no straight line: " + line);
        }
        double x1 = Double.parseDouble(ends.group(1));
        double y1 = Double.parseDouble(ends.group(2));
        double x2 = Double.parseDouble(ends.group(3));
        double y2 = Double.parseDouble(ends.group(4));
        return new Box(Math.min(x1, x2), Math.min(y1, y2), Math.abs(x2 - x1), Math.abs(y2 - y1));
    }

    private static double of(String element, String name) {
        String value = attribute(element, name);
        return value.isEmpty() ? 0 : Double.parseDouble(value);
    }

    private static String attribute(String element, String name) {
        Matcher value = Pattern.compile(" " + name + "=\"([^\"]*)\"").matcher(element);
        return value.find() ? value.group(1) : "";
    }
}
