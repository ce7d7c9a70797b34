package org.longspan.reports.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.longspan.harness.record.claim.Expectation;
import org.longspan.harness.record.claim.Expectation.Word;
import org.longspan.reports.claim.ClaimsDocument.ClaimRow;
import org.longspan.reports.claim.ClaimsDocument.PartRow;
import org.longspan.reports.figure.Csv;
import org.longspan.reports.figure.Figure;
import org.longspan.reports.figure.IntervalFigure;
import org.longspan.reports.figure.Svg;
import org.longspan.reports.figure.TextFormat;
import org.longspan.reports.page.Block;
import org.longspan.reports.statistics.Interval;

/** Draws claims, or the parts of one: a mark for the verdict, the sentence, and the number over the expected region. */
final class VerdictFigure {

    private static final double WIDTH = 780;
    private static final double LEFT = 26;
    private static final double STRIP = 260;
    private static final double STRIP_HEIGHT = 16;
    private static final double LINE = 17;
    private static final double GAP = 14;
    private static final double MARK = 5;
    private static final int LETTERS = 105; // of a line of text

    private static final String TELLING = " Of a claim with several parts the one is drawn that tells the most.";

    private static final List<String> HOW = List.of(
            "A green disc is a claim that is supported, an orange cross one that is refuted, an open ring one that is "
                    + "inconclusive, a dash one that has not run.",
            "The shaded region is where the number is expected, each on a scale of its own; always is drawn as nine in ten "
                    + "or more. The dot is the number, the thick line its interval of 90 %, the thin one that of 95 %.");

    private VerdictFigure() {}

    /** A row of the picture. */
    private record Line(String sentence, String word, PartRow part) {

        ClaimVerdict verdict() {
            return ClaimVerdict.of(word);
        }

        /** Breaks the sentence between words. */
        List<String> sentences() {
            List<String> lines = new ArrayList<>();
            String line = "";
            for (String word : sentence.split(" ")) {
                if (!line.isEmpty() && line.length() + word.length() >= LETTERS) {
                    lines.add(line);
                    line = "";
                }
                line += (line.isEmpty() ? "" : " ") + word;
            }
            lines.add(line);
            return lines;
        }

        double height() {
            return sentences().size() * LINE + (part.found().value() == null ? 0 : STRIP_HEIGHT) + GAP;
        }
    }

    /** Returns the picture of all claims, each by the part that tells the most. */
    static Figure ofAll(ClaimsDocument document) {
        return of("all-claims", "All claims", ClaimsPage.headline(document) + TELLING, lines(document.claims()));
    }

    /** Returns the picture of the claims of these ids, each by the part that tells the most. */
    static Figure ofSome(ClaimsDocument document, Set<String> ids) {
        List<ClaimRow> chosen = document.claims().stream()
                .filter(claim -> ids.contains(claim.id()))
                .toList();
        String caption = TextFormat.count(chosen.size(), "claim") + " of "
                + document.claims().size() + "." + TELLING;
        return of("some-claims", "Claims and verdicts", caption, lines(chosen));
    }

    private static List<Line> lines(List<ClaimRow> claims) {
        return claims.stream()
                .map(claim -> new Line(claim.says(), claim.verdict(), claim.telling()))
                .toList();
    }

    /** Returns the picture of the parts of a claim. */
    static Figure ofClaim(ClaimRow claim) {
        return of(
                "claim-" + claim.id() + "-parts",
                claim.says(),
                claim.says() + " " + claim.verdict() + ".",
                claim.parts().stream()
                        .map(part -> new Line(part.says(), part.verdict(), part))
                        .toList());
    }

    private static Figure of(String id, String title, String caption, List<Line> lines) {
        double height = lines.stream().mapToDouble(Line::height).sum();
        Svg svg = new Svg(id, WIDTH, height, title, caption);
        Csv csv = new Csv("sentence", "verdict", "value", "low 95", "high 95");
        double top = 0;
        for (Line line : lines) {
            draw(svg, line, top);
            top += line.height();
            List<Double> wide = line.part.found().wide();
            csv.row(
                    line.sentence,
                    line.word,
                    orNothing(line.part.found().value()),
                    wide == null ? "" : wide.get(0),
                    wide == null ? "" : wide.get(1));
        }
        return new Figure(id, title, svg.end(), caption, HOW, csv.toString());
    }

    private static Object orNothing(Double value) {
        return value == null ? "" : value;
    }

    private static void draw(Svg svg, Line line, double top) {
        svg.open(style(line.verdict()), line.word);
        mark(svg, line.verdict(), top + LINE / 2);
        svg.close();
        double base = top + LINE - MARK + 1;
        for (String words : line.sentences()) {
            svg.text(LEFT, base, "", words);
            base += LINE;
        }
        double from = top + line.sentences().size() * LINE + 2;
        shown(line.part).ifPresent(shown -> shown.draw(svg, shown.axis(LEFT, LEFT + STRIP), from, from + STRIP_HEIGHT));
        if (line.part.found().value() != null) {
            svg.text(LEFT + STRIP + LINE, from + STRIP_HEIGHT - MARK + 1, "small soft", said(line.part));
        }
    }

    private static String said(PartRow part) {
        return ClaimWords.found(part.found()) + ", expected "
                + ClaimWords.expected(part.asked().region());
    }

    private static void mark(Svg svg, ClaimVerdict verdict, double middle) {
        double x = LEFT / 2;
        switch (verdict) {
            case SUPPORTED -> svg.circle(x, middle, MARK, "fill");
            case REFUTED -> svg.cross(x, middle, MARK, "thick");
            case INCONCLUSIVE -> svg.circle(x, middle, MARK, "ring");
            case NOT_RUN -> svg.line(x - MARK, middle, x + MARK, middle, "thick");
        }
    }

    /** Returns the class of the colour of a verdict. */
    static String style(ClaimVerdict verdict) {
        return "v-" + verdict.word().replace(' ', '-');
    }

    /** Returns how many claims came to what. */
    static Block.Tallies tallies(ClaimsDocument document) {
        List<Block.Tally> tallies = new ArrayList<>();
        for (ClaimVerdict verdict : ClaimVerdict.values()) {
            int count = (int) document.claims().stream()
                    .filter(claim -> claim.verdict().equals(verdict.word()))
                    .count();
            if (count > 0) {
                tallies.add(new Block.Tally(style(verdict), verdict.word(), count));
            }
        }
        return new Block.Tallies(tallies);
    }

    /** Returns what is drawn of a part; empty if it has no interval. */
    static Optional<IntervalFigure.Shown> shown(PartRow part) {
        if (part.found().wide() == null || part.found().value() == null) {
            return Optional.empty();
        }
        Expectation region = part.asked().region();
        boolean always = region.word() == Word.ALWAYS;
        return Optional.of(new IntervalFigure.Shown(
                part.found().value(),
                interval(part.found().narrow()),
                interval(part.found().wide()),
                always ? 1 - Judge.RARE : region.low(),
                always ? Double.POSITIVE_INFINITY : region.high()));
    }

    private static Interval interval(List<Double> ends) {
        return new Interval(ends.get(0), ends.get(1));
    }
}
