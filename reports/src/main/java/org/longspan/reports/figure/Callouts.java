package org.longspan.reports.figure;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Draws numbers, 1 to n, beside elements of a picture, so that a page can say what each of them is. */
final class Callouts {

    private static final double RADIUS = 8;
    private static final double GAP = 6;
    private static final double LETTER = 0.53; // width of a character beside its size
    private static final double TURNED = 6; // from where a turned text begins to the left end of its first letter
    private static final String STYLE = "<style>.callout circle { fill: #1b2126; stroke: #ffffff; stroke-width: 1.5 }"
            + " .chart .callout text { fill: #ffffff; font-size: 11px; font-weight: 650; text-anchor: middle }</style>";
    private static final Pattern MOVED = Pattern.compile("translate\\((\\S+) ([^)]+)\\)");
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
     * @param path leads to a text, a rectangle, a circle or a straight line, as an XPath
     * @param side of it where the number stands
     */
    record Callout(String path, Side side) {}

    private record Box(double x, double y, double width, double height) {}

    private final Document picture;

    private Callouts(Document picture) {
        this.picture = picture;
    }

    /** Returns {@code file}, the text of a picture, with a number for each callout whose element is there. */
    static String drawnOn(String file, List<Callout> callouts) {
        Callouts on = new Callouts(parsed(file));
        StringBuilder drawn = new StringBuilder(STYLE);
        for (int i = 0; i < callouts.size(); i++) {
            Callout callout = callouts.get(i);
            int number = i + 1;
            on.element(callout.path()).ifPresent(element -> drawn.append(number(number, box(element), callout.side())));
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

    /** Returns the first element at {@code path}. */
    private Optional<Element> element(String path) {
        try {
            return Optional.ofNullable(
                    (Element) XPathFactory.newInstance().newXPath().evaluate(path, picture, XPathConstants.NODE));
        } catch (XPathExpressionException e) {
            throw new IllegalArgumentException(path, e);
        }
    }

    /** Returns where an element stands in the picture; a text that is turned is where it begins. */
    private static Box box(Element element) {
        Box own = switch (element.getTagName()) {
            case "text" -> ofText(element);
            case "rect" -> new Box(of(element, "x"), of(element, "y"), of(element, "width"), of(element, "height"));
            case "circle" ->
                new Box(
                        of(element, "cx") - of(element, "r"),
                        of(element, "cy") - of(element, "r"),
                        2 * of(element, "r"),
                        2 * of(element, "r"));
            default -> ofStroke(element.getAttribute("d"));
        };
        double x = own.x();
        double y = own.y();
        for (Node node = element; node instanceof Element within; node = node.getParentNode()) {
            Matcher moved = MOVED.matcher(within.getAttribute("transform"));
            if (moved.find()) {
                x += Double.parseDouble(moved.group(1));
                y += Double.parseDouble(moved.group(2));
            }
        }
        return new Box(x, y, own.width(), own.height());
    }

    private static Box ofText(Element text) {
        if (!text.hasAttribute("x")) {
            return new Box(-TURNED, 0, 0, 0);
        }
        String classes = " " + text.getAttribute("class") + " ";
        double size = classes.contains(" small ") ? 11 : 12;
        double width = text.getTextContent().length() * size * LETTER;
        double before = classes.contains(" end ") ? 1 : classes.contains(" mid ") ? 0.5 : 0;
        return new Box(of(text, "x") - before * width, of(text, "y") - 0.7 * size, width, 0.7 * size);
    }

    private static Box ofStroke(String d) {
        Matcher ends = STROKE.matcher(d);
        if (!ends.matches()) {
            throw new IllegalArgumentException("no straight line: " + d);
        }
        double x1 = Double.parseDouble(ends.group(1));
        double y1 = Double.parseDouble(ends.group(2));
        double x2 = Double.parseDouble(ends.group(3));
        double y2 = Double.parseDouble(ends.group(4));
        return new Box(Math.min(x1, x2), Math.min(y1, y2), Math.abs(x2 - x1), Math.abs(y2 - y1));
    }

    private static double of(Element element, String attribute) {
        String value = element.getAttribute(attribute);
        return value.isEmpty() ? 0 : Double.parseDouble(value);
    }

    private static Document parsed(String file) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(file)));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalArgumentException("no picture", e);
        }
    }
}
