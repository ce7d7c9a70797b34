package org.longspan.reports.figure;

import static org.longspan.reports.figure.Callouts.Side.ABOVE;
import static org.longspan.reports.figure.Callouts.Side.LEFT;
import static org.longspan.reports.figure.Callouts.Side.ON;
import static org.longspan.reports.figure.Callouts.Side.RIGHT;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.longspan.reports.figure.Callouts.Callout;

/**
 * The pictures of a run for the page that tells how to read a report: the score matrix as it is, and three figures with
 * numbers that the page explains.
 */
public final class Guide {

    private static final Pattern SIZE =
            Pattern.compile("(viewBox=\"0 0 \\S+ )[\\d.]+(\" width=\"[\\d.]+\" height=\")[\\d.]+");
    private static final Pattern FLOW = Pattern.compile("<g class=\"flow\" transform=\"translate\\(0 (\\S+)\\)\"");
    private static final Pattern BOX =
            Pattern.compile("<g transform=\"translate\\(\\S+ (\\S+)\\)\" data-w=\"\\S+\" data-h=\"([\\d.]+)\"");

    private static final String TIP = "<title>[^<]*</title>";
    private static final String SHOWN = "<g class=\"(?:better|worse)\">" + TIP;
    private static final String NOT_SHOWN = "<g class=\"undecided\">" + TIP;
    private static final String MARK = "(?:<path[^>]*>)?(<circle[^>]*>)";

    /** The last cell of a row, before one whose y is another. */
    private static final String LAST_OF_A_ROW =
            "(<rect x=\"[^\"]*\" y=\"([^\"]*)\"[^>]*>)(?:<text[^>]*>[^<]*</text>)?</g>" + "<g[^>]*>" + TIP
                    + "<rect x=\"[^\"]*\" y=\"(?!\\2\")";

    private static final List<Callout> MATRIX = List.of(
            Callout.of("<g class=\"stick\">.*?(<text[^>]*>[^<]*</text>)", LEFT),
            Callout.of("(<text class=\"small strong\"[^>]*>[^<]*</text>)", LEFT),
            Callout.of(LAST_OF_A_ROW, RIGHT),
            Callout.of("<g class=\"void\">" + TIP + "(<rect[^>]*>)", ON),
            Callout.of(text("mean score"), RIGHT),
            Callout.of(text("rank"), LEFT),
            Callout.of(text("as [^<]*"), LEFT),
            Callout.of(NOT_SHOWN + MARK, RIGHT),
            Callout.of(SHOWN + MARK, LEFT));

    private static final List<Callout> CLIPPINGS = List.of(
            Callout.of(NOT_SHOWN + "(<path[^>]*>)", RIGHT),
            Callout.of(SHOWN + "(<path[^>]*>)", LEFT),
            Callout.of("(<rect class=\"strip\"[^>]*>)<text", LEFT),
            Callout.of(text("verdict"), ABOVE),
            Callout.of(text("pairs that differ"), ABOVE),
            Callout.of(text("won / lost / tied"), ABOVE));

    private static final List<Callout> DIVERGENCE = List.of(
            Callout.of(text("[^<]* diverged"), RIGHT),
            Callout.of(text("learning-rate"), RIGHT),
            Callout.of(text("threshold ↑"), RIGHT),
            Callout.of(text("none"), LEFT),
            Callout.of(text("gradient not finite"), RIGHT),
            Callout.of(text("loss far above chance"), RIGHT),
            Callout.of(text("did not diverge"), RIGHT));

    private Guide() {}

    /** Returns the text of each picture by the name of its file; {@code figures} are those of a page. */
    public static Map<String, String> pictures(List<Figure> figures) {
        Map<String, String> pictures = new LinkedHashMap<>();
        for (Figure figure : figures) {
            switch (figure.id()) {
                case "score-matrix" -> {
                    pictures.put("report.svg", StandaloneSvg.of(figure));
                    pictures.put("reading-matrix.svg", numbered(figure, svg -> svg, MATRIX));
                }
                case "clipping-differences" ->
                    pictures.put("reading-clippings.svg", numbered(figure, svg -> svg, CLIPPINGS));
                case "divergence-map" ->
                    pictures.put("reading-divergence.svg", numbered(figure, Guide::firstRow, DIVERGENCE));
                default -> {}
            }
        }
        return pictures;
    }

    /** Returns what finds a text with these words. */
    private static String text(String words) {
        return "(<text[^>]*>" + words + "</text>)";
    }

    private static String numbered(Figure figure, UnaryOperator<String> cut, List<Callout> callouts) {
        return Callouts.drawnOn(StandaloneSvg.file(cut.apply(figure.svg())), callouts);
    }

    /** Returns a picture that ends in a flow, cut below the flow's first row. */
    static String firstRow(String svg) {
        MatchResult flow =
                FLOW.matcher(svg).results().reduce((first, last) -> last).orElseThrow();
        List<MatchResult> boxes = BOX.matcher(svg)
                .results()
                .filter(box -> box.start() > flow.start())
                .toList();
        List<MatchResult> row =
                boxes.stream().filter(box -> box.group(1).equals("0")).toList();
        double height = Double.parseDouble(flow.group(1))
                + row.stream()
                        .mapToDouble(box -> Double.parseDouble(box.group(2)))
                        .max()
                        .orElse(0);
        String kept = row.size() == boxes.size()
                ? svg
                : svg.substring(0, boxes.get(row.size()).start()) + "</g></svg>";
        return SIZE.matcher(kept).replaceFirst("$1" + Svg.num(height) + "$2" + Svg.num(height));
    }
}
