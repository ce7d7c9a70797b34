package org.longspan.reports.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.longspan.reports.finding.CostUnit;
import org.longspan.reports.finding.Profiles;
import org.longspan.reports.inference.PerformanceProfile;
import org.longspan.reports.inference.StepFunction;
import org.longspan.reports.summary.ArrangedRun;

/** Performance profiles with their scores, a figure for each unit of cost. */
public final class PerformanceFigure {

    /** With fewer problems a profile says less than the problems themselves. */
    private static final int LEAST_PROBLEMS = 2;

    private final ArrangedRun run;
    private final Profiles profiles;
    private final CostUnit unit;
    private final PerformanceProfile profile;

    private PerformanceFigure(ArrangedRun run, Profiles profiles, CostUnit unit) {
        this.run = run;
        this.profiles = profiles;
        this.unit = unit;
        this.profile = profiles.performance().get(unit);
    }

    /** Returns a figure for each unit; none if fewer than two problems were run by all optimizers, or none was solved. */
    public static List<Figure> of(ArrangedRun run, Profiles profiles) {
        List<Figure> figures = new ArrayList<>();
        for (CostUnit unit : CostProfile.UNITS) {
            PerformanceProfile profile = profiles.performance().get(unit);
            boolean drawn = profiles.optimizers().size() > 1
                    && profiles.compared().size() >= LEAST_PROBLEMS
                    && profile.curves().stream().anyMatch(curve -> curve.x().length > 0)
                    && CostProfile.counted(profiles, unit);
            if (drawn) {
                figures.add(new PerformanceFigure(run, profiles, unit).figure());
            }
        }
        return figures;
    }

    private Figure figure() {
        int problems = profiles.compared().size();
        String caption = String.format(
                Locale.ROOT,
                "Share of %s on which each optimizer's expected cost of a solution, in %s, is at most x times the"
                        + " least of any optimizer%s. The expected cost is the cost of all its evaluation runs over the"
                        + " number that solved. Score, in the legend: the mean height of the line from 1 to %s. Strong:"
                        + " the %d of the highest mean score S. Budget: %s.%s",
                TextFormat.count(problems, "problem"),
                unit.word(),
                Pooling.schemes(run).size() > 1 ? ", all clippings pooled" : "",
                TextFormat.precise(PerformanceProfile.REACH),
                chart().leading(),
                CostProfile.budget(run),
                unit == CostUnit.SECONDS ? " " + CostProfile.circumstances(run) : "");
        List<String> how = List.of(
                "At the left edge a line is as high as the share of problems on which its optimizer was the cheapest of"
                        + " all; further right, on which it cost at most so many times as much. What never solved a problem"
                        + " never counts on it. With few problems steps are large: here each is 1/" + problems + ".",
                "A line depends on which other optimizers were run. It says who is the best at each x, and does not"
                        + " rank the others (Gould and Scott 2016): the rank intervals do.");
        return new Figure(id(), "Performance profile in " + unit.word(), svg(), caption, how, csv());
    }

    private String id() {
        return "performance-" + unit.word();
    }

    private StepChart chart() {
        return new StepChart(
                run,
                profiles.optimizers(),
                CostProfile.meanScores(run, profiles), // so that a line looks as it does in the data profile
                Axis.linear(1, PerformanceProfile.REACH, 0, 1),
                List.of(1.0, 2.0, 3.0, 4.0),
                "times the least cost");
    }

    private List<Double> scores() {
        return IntStream.range(0, profiles.optimizers().size())
                .mapToObj(profile::score)
                .toList();
    }

    private String svg() {
        StepChart.Panel panel = new StepChart.Panel(
                "all " + profiles.compared().size() + " problems",
                "",
                profile.curves(),
                " of the problems within " + TextFormat.precise(PerformanceProfile.REACH) + " times the least cost");
        StepChart.Head head = new StepChart.Head(id(), "Performance profile in " + unit.word());
        return chart().picture(head, List.of(panel), scores(), score -> String.format(Locale.ROOT, "%.2f", score));
    }

    private String csv() {
        Csv csv = new Csv("optimizer", "times_the_least_cost", "share_of_problems", "score");
        for (int line = 0; line < profiles.optimizers().size(); line++) {
            StepFunction curve = profile.curves().get(line);
            for (int i = 0; i < curve.x().length; i++) {
                csv.row(profiles.optimizers().get(line), curve.x()[i], curve.share()[i], profile.score(line));
            }
            if (curve.x().length == 0) {
                csv.row(profiles.optimizers().get(line), null, 0, profile.score(line));
            }
        }
        return csv.toString();
    }
}
