package org.longspan.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.ModelChoice;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.reports.SyntheticRun.Fate;
import org.longspan.reports.figure.CostProfile;
import org.longspan.reports.figure.DivergenceMap;
import org.longspan.reports.figure.Figure;
import org.longspan.reports.figure.GoodRegion;
import org.longspan.reports.figure.HalfLengthFigure;
import org.longspan.reports.figure.PerformanceFigure;
import org.longspan.reports.figure.RateByLength;
import org.longspan.reports.figure.TextFormat;
import org.longspan.reports.finding.Profiles;
import org.longspan.reports.summary.ArrangedRun;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** No word of a figure is cut at its edge or printed over another one, however long the names of a run are. */
class FigureTextTest {

    private static final Pattern SVG = Pattern.compile("<svg.*?</svg>", Pattern.DOTALL);

    private static final Pattern RISING = Pattern.compile("translate\\((\\S+) (\\S+)\\)rotate\\(-45\\)");

    private static final Pattern MOVED = Pattern.compile("translate\\((\\S+) (\\S+)\\)");

    /** A letter's usual width in parts of its size; what figures leave room for is wider. */
    private static final double USUAL = 0.53;

    @Test
    void ofARunWithFewArmsAndLongNames() throws Exception {
        SyntheticRun run = SyntheticRun.of(Fate.PLAUSIBLE, 1, 1, "quick", 1, 1).with("models", longNamed());
        assertEveryWordStandsAlone(run);
    }

    @Test
    void ofARunWithManyArms() throws Exception {
        assertEveryWordStandsAlone(
                SyntheticRun.of(Fate.PLAUSIBLE, 8, 6, "quick", 1, 1).with("models", longNamed()));
        assertEveryWordStandsAlone(SyntheticRun.of(Fate.PLAUSIBLE, 8, 6, "quick", 2, 2));
    }

    private static List<ModelChoice> longNamed() {
        List<ModelChoice> models = new ArrayList<>();
        for (double deviation : new double[] {0.01, 0.1}) {
            for (String cell : List.of("linear-rnn", "leaky-integrator-rnn")) {
                models.add(new ModelChoice(
                        new Choice(cell, Settings.NONE),
                        80,
                        1,
                        new Choice("identity", Settings.NONE.with("deviation", deviation)),
                        new Choice("none", Settings.NONE),
                        deviation < 0.1 ? ModelChoice.LEARNED : ModelChoice.ZERO));
            }
        }
        return models;
    }

    private static void assertEveryWordStandsAlone(SyntheticRun run) throws Exception {
        Matcher svg = SVG.matcher(
                Report.of(run.manifest(), run.results(), Optional.empty()).html() + figures(run));
        int pictures = 0;
        while (svg.find()) {
            Element picture = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(svg.group())))
                    .getDocumentElement();
            List<Word> words = words(picture);
            double width = Double.parseDouble(picture.getAttribute("width"));
            double height = Double.parseDouble(picture.getAttribute("height"));
            assertThat(words).allSatisfy(word -> {
                assertThat(word.from()).as("%s", word).isGreaterThanOrEqualTo(-0.1);
                assertThat(word.to()).as("%s", word).isLessThanOrEqualTo(width + 0.1);
                assertThat(word.top()).as("%s", word).isGreaterThanOrEqualTo(8.0);
                assertThat(word.y()).as("%s", word).isLessThanOrEqualTo(height);
            });
            assertThat(overlaps(words))
                    .as(picture.getAttribute("aria-labelledby"))
                    .isEmpty();
            pictures++;
        }
        assertThat(pictures).isPositive();
    }

    /** Figures of costs, divergences, rates and lengths. */
    private static String figures(SyntheticRun made) {
        ArrangedRun run = ArrangedRun.of(made.manifest(), made.results());
        Profiles profiles = Pictures.findings(run).conclusions().profiles();
        List<Figure> figures = new ArrayList<>(CostProfile.of(run, profiles));
        figures.addAll(PerformanceFigure.of(run, profiles));
        DivergenceMap.of(run).ifPresent(figures::add);
        GoodRegion.of(run).ifPresent(figures::add);
        HalfLengthFigure.of(run).ifPresent(figures::add);
        RateByLength.of(run).ifPresent(figures::add);
        return figures.stream().map(Figure::svg).collect(Collectors.joining());
    }

    /** {@code y} is that of its beginning; a word may rise from there at 45 degrees. */
    private record Word(String text, double from, double to, double y, boolean rises) {

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

    private static List<Word> words(Element picture) {
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
        return classes.contains(" h ")
                ? 15
                : classes.contains(" h2 ")
                        ? 13
                        : classes.contains(" small ") ? 11 : classes.contains(" tiny ") ? 10 : 12;
    }

    private static List<String> overlaps(List<Word> words) {
        List<String> overlaps = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            for (int j = 0; j < i; j++) {
                Word a = words.get(i);
                Word b = words.get(j);
                if (a.isOver(b)) {
                    overlaps.add(a + " over " + b);
                }
            }
        }
        return overlaps;
    }
}
