package org.longspan.reports.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.longspan.harness.record.Circumstances;
import org.longspan.reports.finding.CostUnit;
import org.longspan.reports.finding.Profiles;
import org.longspan.reports.inference.DataProfile;
import org.longspan.reports.inference.StepFunction;
import org.longspan.reports.summary.ArrangedRun;
import org.longspan.reports.summary.Problem;
import org.longspan.reports.summary.Run;

/**
 * Data profiles: the share of each optimizer's evaluation runs that had solved at a cost of at most x, a figure for each
 * unit of cost. A run that did not solve stays in the denominator.
 */
public final class CostProfile {

    /** With more problems there is only the box in which they are pooled. */
    private static final int MOST_PROBLEMS = 8;

    /** Numbers of a line: a step in each twentieth of the runs. */
    private static final int PARTS = 20;

    /** The order of the figures. */
    static final List<CostUnit> UNITS =
            List.of(CostUnit.UPDATES, CostUnit.SEQUENCE_FORWARDS, CostUnit.MULTIPLY_ADDS, CostUnit.SECONDS);

    private final ArrangedRun run;
    private final Profiles profiles;
    private final CostUnit unit;
    private final List<Problem> problems;

    private CostProfile(ArrangedRun run, Profiles profiles, CostUnit unit) {
        this.run = run;
        this.profiles = profiles;
        this.unit = unit;
        this.problems = run.problems().stream()
                .filter(p -> profiles.optimizers().stream()
                        .anyMatch(
                                o -> runs(o).stream().anyMatch(r -> r.problem().equals(p))))
                .toList();
    }

    /** Returns a figure for each unit in which a solved run has a cost; none if nothing was solved. */
    public static List<Figure> of(ArrangedRun run, Profiles profiles) {
        List<Figure> figures = new ArrayList<>();
        for (CostUnit unit : UNITS) {
            if (counted(profiles, unit)) {
                figures.add(new CostProfile(run, profiles, unit).figure());
            }
        }
        return figures;
    }

    /** Whether a run solved at a cost in that unit. */
    static boolean counted(Profiles profiles, CostUnit unit) {
        return profiles.data().get(unit).stream()
                .anyMatch(curve -> curve.x().length > 0 && curve.x()[curve.x().length - 1] > 0);
    }

    private Figure figure() {
        int runs = profiles.optimizers().stream().mapToInt(o -> runs(o).size()).sum();
        String caption = String.format(
                Locale.ROOT,
                "Share of each optimizer's evaluation runs that had solved their task at a cost of at most x %s%s,"
                        + " of %s on %s, all blocks%s. A run that diverged or never solved stays in the denominator."
                        + " Solved means, on %s. Budget: %s. Strong: the %d of the highest mean score;"
                        + " the legend is sorted by the final share.%s",
                unit.word(),
                logarithmic() ? " (logarithmic)" : "",
                TextFormat.count(runs, "run"),
                TextFormat.count(problems.size(), "problem"),
                Pooling.schemes(run).size() > 1 ? " and clippings pooled" : "",
                targets(),
                budget(run),
                chart().leading(),
                unit == CostUnit.SECONDS ? " " + circumstances(run) : "");
        List<String> how = List.of(
                "A line that rises early belongs to an optimizer that solves cheaply; one that ends high, to one that"
                        + " solves often. Where a line lies above another all the way, its optimizer is the better at"
                        + " every budget; where they cross, it depends on the budget.",
                (unit == CostUnit.SEQUENCE_FORWARDS
                                ? "The area under a line, as a part of the box, is the mean score S. "
                                : "The area under a line is the mean score S only where cost is counted in"
                                        + " sequence-forwards, as the budget is. ")
                        + "An update of a method of second order costs many sequence-forwards, and an optimizer's own"
                        + " arithmetic is in the seconds alone: switch the unit before calling a method cheap.",
                "Lines are estimates without intervals, and the clippings pooled in them differ; which differences"
                        + " are shown, the rank intervals say. The CSV has the last step in each twentieth of a line.");
        return new Figure(id(), "Runs solved against " + unit.word(), svg(), caption, how, csv());
    }

    private String id() {
        return "ecdf-" + unit.word();
    }

    private String targets() {
        return String.join(
                "; on ",
                run.solvableTaskNames().stream()
                        .map(task -> task + ", " + SolvedCriterion.of(run.entries(task)))
                        .toList());
    }

    /** What a run may cost. */
    static String budget(ArrangedRun run) {
        return TextFormat.count(run.manifest().rules().budget().sequenceForwards()) + " sequence-forwards a run";
    }

    /** What seconds were measured on, which no result depends on. */
    static String circumstances(ArrangedRun run) {
        List<String> machines = run.runs().stream()
                .map(r -> r.stored().circumstances())
                .filter(c -> c != null && c.cpu() != null)
                .map(Circumstances::cpu)
                .distinct()
                .sorted()
                .toList();
        return "Seconds are wall time of one thread on " + String.join(" or ", machines)
                + ", with all that ran beside it: a circumstance, not a result.";
    }

    private boolean logarithmic() {
        return unit == CostUnit.MULTIPLY_ADDS || unit == CostUnit.SECONDS;
    }

    private StepChart chart() {
        Axis axis = axis();
        List<Double> ticks = axis.logarithmic()
                ? axis.rounds()
                : IntStream.rangeClosed(0, 2)
                        .mapToObj(i -> axis.from() + i * (axis.to() - axis.from()) / 2)
                        .toList();
        return new StepChart(run, profiles.optimizers(), meanScores(run, profiles), axis, ticks, unit.word());
    }

    /** Up to the budget where cost is counted in what it limits, else from the least to the greatest cost of a solution. */
    private Axis axis() {
        double[] costs = profiles.data().get(unit).stream()
                .flatMapToDouble(curve -> Arrays.stream(curve.x()))
                .filter(x -> x > 0)
                .sorted()
                .toArray();
        double greatest = costs[costs.length - 1];
        return switch (unit) {
            case UPDATES ->
                Axis.linear(
                        0, Math.max(greatest, run.manifest().rules().budget().updates()), 0, 1);
            case SEQUENCE_FORWARDS ->
                Axis.linear(
                        0, Math.max(greatest, run.manifest().rules().budget().sequenceForwards()), 0, 1);
            default -> Axis.rounded(costs[0] / 1.1, greatest * 1.1, 0, 1);
        };
    }

    /** The mean score S of each optimizer's runs. */
    static List<Double> meanScores(ArrangedRun run, Profiles profiles) {
        return profiles.optimizers().stream()
                .map(o ->
                        runs(run, o).stream().mapToDouble(Run::score).average().orElse(0))
                .toList();
    }

    private List<Run> runs(String optimizer) {
        return runs(run, optimizer);
    }

    private static List<Run> runs(ArrangedRun run, String optimizer) {
        return run.cells(c -> c.solvable() && c.arm().optimizer().equals(optimizer)).stream()
                .flatMap(cell -> cell.evaluation().stream())
                .toList();
    }

    /** The pooled lines, and those of each problem if there are several and not too many. */
    private List<StepChart.Panel> panels() {
        List<StepChart.Panel> panels = new ArrayList<>();
        String tip = " solved in the end";
        if (problems.size() != 1) {
            String all = "all " + problems.size() + " problems";
            panels.add(new StepChart.Panel(all, "", profiles.data().get(unit), tip));
        }
        if (problems.size() <= MOST_PROBLEMS) {
            problems.forEach(p -> panels.add(new StepChart.Panel(p.model(), p.on(), curves(p), tip)));
        }
        return panels;
    }

    /** The lines on one problem; an optimizer that was not run on it has one that never rises. */
    private List<StepFunction> curves(Problem problem) {
        return profiles.optimizers().stream()
                .map(o -> runs(o).stream()
                        .filter(r -> r.problem().equals(problem))
                        .mapToDouble(unit::of)
                        .toArray())
                .map(costs -> DataProfile.of(costs.length == 0 ? new double[] {Double.POSITIVE_INFINITY} : costs))
                .toList();
    }

    private String svg() {
        StepChart chart = chart();
        List<Double> last = profiles.data().get(unit).stream()
                .map(curve -> curve.at(Double.MAX_VALUE))
                .toList();
        StepChart.Head head = new StepChart.Head(id(), "Share of runs solved against " + unit.word());
        return chart.picture(head, panels(), last, TextFormat::percent);
    }

    private static Number number(double cost) {
        boolean whole = cost == Math.rint(cost) && cost < 1L << 53;
        return whole ? (Number) (long) cost : (Number) cost;
    }

    private String csv() {
        Csv csv = new Csv("problem", "optimizer", unit.word(), "share_solved");
        for (StepChart.Panel panel : panels()) {
            String problem = panel.title() + (panel.below().isEmpty() ? "" : ", " + panel.below());
            for (int line = 0; line < panel.curves().size(); line++) {
                StepFunction curve = panel.curves().get(line);
                double[] share = curve.share();
                for (int i = 0; i < share.length; i++) {
                    boolean next =
                            i + 1 == share.length || Math.floor(share[i + 1] * PARTS) > Math.floor(share[i] * PARTS);
                    if (next) {
                        csv.row(problem, profiles.optimizers().get(line), number(curve.x()[i]), share[i]);
                    }
                }
            }
        }
        return csv.toString();
    }
}
