package org.longspan.reports.figure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.longspan.reports.finding.Rate;
import org.longspan.reports.statistics.Interval;
import org.longspan.reports.summary.ArrangedRun;

/** How many of its evaluation runs each optimizer solved, an example of a figure. */
public final class SolvedShares {

    private static final String ID = "solved-shares";
    private static final double HEAD = 24;
    private static final double ROW = 22;
    private static final double PLOT = 240;
    private static final double WORDS = 80;

    private final ArrangedRun run;
    private final Map<String, Rate> rates = new LinkedHashMap<>(); // by optimizer, in the order of the plan

    private SolvedShares(ArrangedRun run) {
        this.run = run;
        for (String optimizer : run.optimizers()) {
            Rate rate = Rate.of(run.cells(cell -> cell.arm().optimizer().equals(optimizer)));
            if (rate.runs() > 0) {
                rates.put(optimizer, rate);
            }
        }
    }

    /** Returns the figure, if any run could solve its task. */
    public static Optional<Figure> of(ArrangedRun run) {
        SolvedShares shares = new SolvedShares(run);
        return shares.rates.isEmpty() ? Optional.empty() : Optional.of(shares.figure());
    }

    private Figure figure() {
        int runs = rates.values().stream().mapToInt(Rate::runs).sum();
        String caption = "Share of the evaluation runs that each optimizer solved, of " + TextFormat.count(runs, "run")
                + " in all, with intervals of 95 %, each for itself.";
        return new Figure(ID, "Who solves", svg(), caption, List.of("The further right, the more runs solved."), csv());
    }

    private String svg() {
        double left = 14 + TextFormat.widest(List.copyOf(rates.keySet()), 12);
        double bottom = HEAD + rates.size() * ROW;
        Forest forest = Forest.across(new Interval(0, 1), 6, left, left + PLOT);
        Svg svg = new Svg(
                ID,
                left + PLOT + WORDS,
                bottom + 24,
                "Share of runs that each optimizer solved",
                "A forest plot. Its numbers are in the CSV.");
        svg.text(left, 14, "small soft", "share of runs solved, 95 % interval");
        forest.grid(svg, HEAD, bottom).labels(svg, bottom + 15, TextFormat::percent);
        double y = HEAD + ROW / 2;
        for (Map.Entry<String, Rate> row : rates.entrySet()) {
            Rate rate = row.getValue();
            svg.open("", row.getKey() + ": " + rate + " solved", Tags.ofOptimizer(run, row.getKey()));
            svg.text(left - 8, y + 4, "end", row.getKey());
            forest.row(svg, y, rate.share(), Optional.of(rate.interval()), true);
            svg.text(svg.width(), y + 4, "end small", rate.toString()).close();
            y += ROW;
        }
        return svg.end();
    }

    private String csv() {
        Csv csv = new Csv("optimizer", "solved", "runs", "low", "high");
        rates.forEach((name, rate) -> csv.row(
                name,
                rate.solved(),
                rate.runs(),
                rate.interval().low(),
                rate.interval().high()));
        return csv.toString();
    }
}
