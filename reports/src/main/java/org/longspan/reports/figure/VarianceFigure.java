package org.longspan.reports.figure;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.longspan.reports.finding.Conclusions;
import org.longspan.reports.finding.ScoreText;
import org.longspan.reports.inference.VarianceComponents;
import org.longspan.reports.inference.VarianceComponents.Component;
import org.longspan.reports.inference.VarianceComponents.Source;
import org.longspan.reports.statistics.Interval;

/** What decides the score: the share of its variance that comes from each choice, from how they combine, from luck. */
public final class VarianceFigure {

    private static final String ID = "variance-shares";
    private static final double ROW = 22;
    private static final double GAP = 10; // between the choices, how they combine, and luck
    private static final double PLOT = 380;
    private static final double WORDS = 150;
    private static final double HEAD = 26;

    private final Conclusions conclusions;
    private final VarianceComponents variance;
    private final double left;
    private final double plot;

    private VarianceFigure(Conclusions conclusions, VarianceComponents variance) {
        this.conclusions = conclusions;
        this.variance = variance;
        this.left = 14
                + TextFormat.widest(
                        variance.components().stream()
                                .map(c -> c.source().label())
                                .toList(),
                        12);
        this.plot = left + 24;
    }

    /** Returns the figure, if the runs determine the shares. */
    public static Optional<Figure> of(Conclusions conclusions) {
        return conclusions.variance().map(variance -> new VarianceFigure(conclusions, variance).figure());
    }

    private Figure figure() {
        String caption = String.format(
                Locale.ROOT,
                "Shares of the variance of the score, %s in all, with intervals of 95 %% from the jackknife over blocks,"
                        + " each for itself; %s, under the first schedule and policy. %s",
                TextFormat.precise(variance.total()),
                ScoreWords.runs(conclusions),
                ScoreWords.score(conclusions.rows().run()));
        List<String> how = List.of(
                "The larger the share of a choice, the more it matters which one is made, of those that this run tried:"
                        + " other lists of problems, optimizers and clippings have other shares. The shares add up to 100"
                        + " %.",
                "“problem × optimizer”: how much the best optimizer changes with the problem; the other products are read"
                        + " alike. Luck between blocks comes from data, initial weights and the settings drawn, luck within"
                        + " them from what is left.",
                "A share below zero is an estimate too, of a share that is small beside its error: cut off at zero, the"
                        + " shares would be too large and not add up.");
        return new Figure(ID, "What decides", svg(), caption, how, csv());
    }

    private String svg() {
        List<Component> components = variance.components();
        double bottom = y(components.size() - 1) + ROW / 2 + 2;
        double width = plot + PLOT + WORDS;
        Svg svg = new Svg(
                ID,
                width,
                bottom + 24,
                "Shares of the variance of the score",
                "A forest plot. The numbers stand beside it and in the CSV.");
        List<Interval> intervals = components.stream()
                .flatMap(c -> Stream.of(c.interval(), new Interval(c.share(), c.share())))
                .toList();
        Forest forest = Forest.across(Forest.hull(intervals, 0, 0.1), 8, plot, plot + PLOT);
        forest.grid(svg, HEAD - 4, bottom)
                .labels(svg, bottom + 15, share -> TextFormat.percent(share).replace('-', '−'));
        svg.text(plot, 14, "small soft", "share of the variance, 95 % interval");
        for (int i = 0; i < components.size(); i++) {
            Component component = components.get(i);
            String label = component.source().label();
            svg.open(luck(component.source()) ? "undecided" : "", label + ": " + words(component));
            double zero = forest.axis().at(0);
            double share = forest.axis().at(component.share());
            svg.rect(Math.min(zero, share), y(i) - 6, Math.abs(share - zero), 12, 0, "span");
            forest.row(svg, y(i), component.share(), Optional.of(component.interval()), true);
            svg.text(width, y(i) + 4, "end small", words(component)).close();
        }
        svg.open("stick").rect(0, HEAD - 4, left, bottom - HEAD + 28, 0, "ground");
        for (int i = 0; i < components.size(); i++) {
            svg.text(left - 8, y(i) + 4, "end", components.get(i).source().label());
        }
        return svg.close().end();
    }

    /** The middle of a row; those of one kind stand together. */
    private double y(int index) {
        double y = HEAD + ROW / 2;
        for (int i = 1; i <= index; i++) {
            Source before = variance.components().get(i - 1).source();
            Source source = variance.components().get(i).source();
            y += ROW + (kind(before) == kind(source) ? 0 : GAP);
        }
        return y;
    }

    private static int kind(Source source) {
        return luck(source) ? 2 : source.compareTo(Source.CLIPPING) <= 0 ? 0 : 1;
    }

    private static boolean luck(Source source) {
        return source.compareTo(Source.PROBLEM_OPTIMIZER_CLIPPING) > 0;
    }

    private static String words(Component component) {
        return ScoreText.percent(component.share()) + " ["
                + ScoreText.percent(component.interval().low()) + ", "
                + ScoreText.percent(component.interval().high()) + "]";
    }

    private String csv() {
        Csv csv = new Csv("source", "variance", "share", "low", "high");
        for (Component c : variance.components()) {
            csv.row(
                    c.source().label(),
                    c.variance(),
                    c.share(),
                    c.interval().low(),
                    c.interval().high());
        }
        return csv.toString();
    }
}
