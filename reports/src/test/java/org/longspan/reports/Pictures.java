package org.longspan.reports;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.longspan.harness.record.StoredResult;
import org.longspan.reports.figure.Figure;
import org.longspan.reports.finding.Conclusions;
import org.longspan.reports.finding.Findings;
import org.longspan.reports.summary.ArrangedRun;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads figures: their numbers, and where their words stand, groups that are moved or slanted among them. */
final class Pictures {

    private static final Pattern MOVED = Pattern.compile("translate\\((\\S+) (\\S+)\\)( rotate\\(-45\\))?");
    private static final double LETTER = 0.53; // usual width of a letter in parts of its size

    private Pictures() {}

    static Conclusions conclusions(SyntheticRun run) {
        return conclusions(run, run.results());
    }

    /** Returns what {@code results}, some of those of {@code run}, allow to be said. */
    static Conclusions conclusions(SyntheticRun run, List<StoredResult> results) {
        return findings(ArrangedRun.of(run.manifest(), results)).conclusions();
    }

    /** What follows from a run; its digest is made up. */
    static Findings findings(ArrangedRun run) {
        return Findings.of(run, List.of(), "0".repeat(64));
    }

    /** Returns the fields of each row below the header; none of them holds a comma. */
    static List<String[]> rows(Figure figure) {
        return figure.csv().lines().skip(1).map(line -> line.split(",", -1)).toList();
    }

    /** Returns every word that leaves the picture or stands on another one. */
    static List<String> illegible(Figure figure) {
        Element picture = parsed(figure);
        double width = Double.parseDouble(picture.getAttribute("width"));
        double height = Double.parseDouble(picture.getAttribute("height"));
        List<String> faults = new ArrayList<>();
        List<Word> words = words(picture);
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            if (!word.within(width, height)) {
                faults.add(word + " outside of " + width + " × " + height);
            }
            for (int j = 0; j < i; j++) {
                if (word.over(words.get(j))) {
                    faults.add(word + " over " + words.get(j));
                }
            }
        }
        return faults;
    }

    /** A word on its line: {@code x} and {@code y} are those of the line's own direction where it is slanted. */
    private record Word(String text, double x, double y, double width, boolean slanted) {

        boolean over(Word other) {
            return slanted == other.slanted
                    && Math.abs(y - other.y) < 9
                    && x < other.x + other.width
                    && other.x < x + width;
        }

        boolean within(double w, double h) {
            double root = Math.sqrt(0.5);
            double endX = slanted ? (x + width + y) * root : x + width;
            double endY = slanted ? (y - x - width) * root : y;
            return endX <= w + 0.1 && endY >= 8 && (slanted || x >= -0.1 && y <= h);
        }
    }

    private static List<Word> words(Element picture) {
        NodeList texts = picture.getElementsByTagName("text");
        List<Word> words = new ArrayList<>();
        for (int i = 0; i < texts.getLength(); i++) {
            words.add(word((Element) texts.item(i)));
        }
        return words;
    }

    private static Word word(Element text) {
        String classes = " " + text.getAttribute("class") + " ";
        double width = text.getTextContent().length() * LETTER * (classes.contains(" small ") ? 11 : 12);
        double x = Double.parseDouble(text.getAttribute("x"));
        double y = Double.parseDouble(text.getAttribute("y"));
        boolean slanted = false;
        for (Node node = text; node instanceof Element group; node = node.getParentNode()) {
            Matcher moved = MOVED.matcher(group.getAttribute("transform"));
            if (moved.matches()) {
                x += Double.parseDouble(moved.group(1));
                y += Double.parseDouble(moved.group(2));
                slanted |= moved.group(3) != null;
            }
        }
        double root = Math.sqrt(0.5);
        double from = classes.contains(" end ") ? x - width : classes.contains(" mid ") ? x - width / 2 : x;
        return slanted
                ? new Word(text.getTextContent(), (x - y) * root, (x + y) * root, width, true)
                : new Word(text.getTextContent(), from, y, width, false);
    }

    private static Element parsed(Figure figure) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(figure.svg())))
                    .getDocumentElement();
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new AssertionError(figure.id(), e);
        }
    }
}
