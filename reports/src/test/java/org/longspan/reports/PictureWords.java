package org.longspan.reports;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.longspan.reports.figure.TextFormat;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Where the words of a picture stand, those in groups that are moved and those that rise among them. */
public final class PictureWords {

    private static final Pattern RISING = Pattern.compile("translate\\((\\S+) (\\S+)\\)rotate\\(-45\\)");

    private static final Pattern MOVED = Pattern.compile("translate\\((\\S+) (\\S+)\\)");

    /** A letter's usual width in parts of its size; what figures leave room for is wider. */
    private static final double USUAL = 0.53;

    private PictureWords() {}

    /** Returns every word that leaves the picture or stands on another one. */
    public static List<String> illegible(String svg) {
        Element picture = parsed(svg);
        double width = Double.parseDouble(picture.getAttribute("width"));
        double height = Double.parseDouble(picture.getAttribute("height"));
        List<String> faults = new ArrayList<>();
        List<Word> words = in(picture);
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            if (word.from() < -0.1 || word.to() > width + 0.1 || word.top() < 8 || word.y() > height) {
                faults.add(word + " outside of " + width + " × " + height);
            }
            for (int j = 0; j < i; j++) {
                if (word.isOver(words.get(j))) {
                    faults.add(word + " over " + words.get(j));
                }
            }
        }
        return faults;
    }

    private static Element parsed(String svg) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(svg)))
                    .getDocumentElement();
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new AssertionError(svg.substring(0, Math.min(300, svg.length())), e);
        }
    }

    /** {@code y} is that of its beginning; a word may rise from there at 45 degrees. */
    record Word(String text, double from, double to, double y, boolean rises) {

        double top() {
            return rises ? y - (to - from) : y;
        }

        boolean isOver(Word other) {
            if (rises != other.rises) {
                return rises ? crosses(other) : other.crosses(this);
            }
            if (!rises) {
                return Math.abs(y - other.y) < 9 && from < other.to && other.from < to;
            }
            double apart = Math.abs(from + y - other.from - other.y) * Math.sqrt(0.5);
            boolean beside = from - y < other.to - other.top() && other.from - other.y < to - top();
            return apart < 9 && beside;
        }

        /** Whether this word, which rises, passes through one that does not. */
        private boolean crosses(Word level) {
            for (double along = 0; along <= to - from; along++) {
                double x = from + along;
                double height = level.y - (y - along);
                if (x > level.from && x < level.to && height > -1 && height < 9) {
                    return true;
                }
            }
            return false;
        }
    }

    private static List<Word> in(Element picture) {
        NodeList texts = picture.getElementsByTagName("text");
        List<Word> words = new ArrayList<>();
        for (int i = 0; i < texts.getLength(); i++) {
            Element text = (Element) texts.item(i);
            String classes = " " + text.getAttribute("class") + " " + inherited(text) + " ";
            double width = TextFormat.width(text.getTextContent(), size(classes)) * USUAL / 0.64;
            double[] origin = origin(text);
            Matcher rising = RISING.matcher(text.getAttribute("transform"));
            if (rising.matches()) {
                double x = origin[0] + Double.parseDouble(rising.group(1));
                double y = origin[1] + Double.parseDouble(rising.group(2));
                words.add(new Word(text.getTextContent(), x, x + width * Math.sqrt(0.5), y, true));
                continue;
            }
            double x = origin[0] + Double.parseDouble(text.getAttribute("x"));
            double y = origin[1] + Double.parseDouble(text.getAttribute("y"));
            double from = classes.contains(" end ") ? x - width : classes.contains(" mid ") ? x - width / 2 : x;
            words.add(new Word(text.getTextContent(), from, from + width, y, false));
        }
        return words;
    }

    /** The classes of the group that cells stand in, whose words have none. */
    private static String inherited(Element text) {
        for (Node group = text.getParentNode(); group instanceof Element of; group = group.getParentNode()) {
            if (of.getAttribute("class").startsWith("cells")) {
                return of.getAttribute("class");
            }
        }
        return "";
    }

    /** Where the groups that an element stands in have their origin. */
    private static double[] origin(Element element) {
        double[] origin = new double[2];
        for (Node group = element.getParentNode(); group instanceof Element of; group = group.getParentNode()) {
            Matcher moved = MOVED.matcher(of.getAttribute("transform"));
            if (moved.matches()) {
                origin[0] += Double.parseDouble(moved.group(1));
                origin[1] += Double.parseDouble(moved.group(2));
            }
        }
        return origin;
    }

    private static double size(String classes) {
        return classes.contains(" h ") ? 15 : classes.contains(" h2 ") ? 13 : classes.contains(" small ") ? 11 : 12;
    }
}
