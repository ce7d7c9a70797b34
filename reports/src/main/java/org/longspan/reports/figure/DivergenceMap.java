package org.longspan.reports.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.Outcome.Cause;
import org.longspan.reports.figure.DivergedOptimizer.ArmTrials;
import org.longspan.reports.summary.ArrangedRun;
import org.longspan.reports.summary.CellResult;
import org.longspan.reports.summary.RateRange;
import org.longspan.reports.summary.Run;

/**
 * Where trials diverge: a box an optimizer, its learning rate across and the threshold of its clipping upward, as a
 * multiple of the measured unit. Below it is a strip for each clipping that has no such threshold. Arms that never
 * diverged are left out.
 */
public final class DivergenceMap {

    private static final double WIDTH = 268;
    private static final double WIDEST = 120; // of the names at the left
    private static final double HEAD = 52;
    private static final double PLOT = 118;
    private static final double LANE = 14;
    private static final double FOOT = 36;
    private static final double ROOM = 4 * WIDTH + 3 * 22;

    /** With more divergences the numbers are those of arms. */
    private static final int MOST_ROWS = 1_000;

    /** Of more trials that did not diverge, one in several is drawn. */
    private static final int MOST_MOTES = 4_000;

    private final ArrangedRun run;
    private final List<DivergedOptimizer> boxes;
    private final double left;
    private final Axis up;
    private final int every;

    private DivergenceMap(ArrangedRun run) {
        this.run = run;
        this.boxes = run.optimizers().stream()
                .flatMap(optimizer -> DivergedOptimizer.of(run, optimizer).stream())
                .sorted(Comparator.comparing((DivergedOptimizer box) -> -(double) box.diverged() / box.trials()))
                .toList();
        this.left = Math.min(WIDEST, Math.ceil(TextFormat.widest(names(), 11)) + 8);
        this.up = up();
        long well = boxes.stream().mapToLong(DivergedOptimizer::others).sum();
        this.every = (int) Math.max(1, (well + MOST_MOTES - 1) / MOST_MOTES);
    }

    /** Returns the figure, if a trial diverged whose optimizer is tuned by a logarithm. */
    public static Optional<Figure> of(ArrangedRun run) {
        DivergenceMap map = new DivergenceMap(run);
        return map.boxes.isEmpty() ? Optional.empty() : Optional.of(map.figure());
    }

    private Figure figure() {
        var rules = run.manifest().rules().divergence();
        long arms = boxes.stream().mapToLong(box -> box.arms().size()).sum();
        String caption = TextFormat.count(run.counts().diverged()) + " of "
                + TextFormat.count(run.counts().done() - run.counts().skipped(), "trial")
                + " that ran diverged, of tuning and evaluation, in all blocks and problems: " + causes() + ". Drawn "
                + (arms == 1 ? "is the one arm" : "are the " + TextFormat.count(arms) + " arms") + " that diverged at"
                + " least once; " + TextFormat.count(arms() - arms, "arm") + " never did." + withoutAxis()
                + (every == 1 ? "" : " Of trials that did not diverge 1 in " + every + " is drawn.")
                + " Both axes are logarithmic. The optimizer that diverged most often comes first.";
        List<String> how = List.of(
                "Each mark is a trial, its shape and colour the cause; a small grey dot is a trial of these arms that"
                        + " did not diverge. Upward is the threshold in multiples of its unit, the usual size of what it"
                        + " bounds before any training, of all clippings that have such a threshold; a pointer says which"
                        + " clipping a mark is of, and the filter shows one alone. Below, clippings without one have"
                        + " a strip each.",
                "Marks at the right edge from top to bottom: the learning rate is too large whatever the clipping. Marks"
                        + " only above the line at 1, or only in the strips: a threshold below the usual size saves"
                        + " the optimizer from divergence; whether it then solves is another question.",
                "A trial ends as diverged when its weights or, under the policy “fail”, its gradient is not finite; or "
                        + "when the validation loss is over " + TextFormat.precise(rules.chanceMultiple())
                        + " × chance at " + TextFormat.count(rules.farOffInARow(), "look") + " in a row. "
                        + (run.policies().size() == 1 ? "The policy" : "The policies") + " of this run: "
                        + String.join(", ", run.policies())
                        + ". A diverged run counts as not solved in every figure.");
        return new Figure("divergence-map", "Where trials diverge", svg(), caption, how, csv());
    }

    private String causes() {
        return CellResult.causes(run.runs()).entrySet().stream()
                .map(e -> Outcomes.cause(e.getKey()) + " " + TextFormat.count(e.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** How many arms ran. */
    private long arms() {
        return run.optimizers().stream()
                .mapToLong(optimizer -> DivergedOptimizer.arms(run, optimizer).size())
                .sum();
    }

    /** Says of which optimizers there is no box, though they diverged. */
    private String withoutAxis() {
        List<String> without = run.optimizers().stream()
                .filter(optimizer -> RateRange.ofAny(run, optimizer).isEmpty())
                .filter(optimizer ->
                        DivergedOptimizer.arms(run, optimizer).stream().anyMatch(arm -> arm.diverged() > 0))
                .toList();
        return without.isEmpty()
                ? ""
                : " Not drawn, for want of a setting tuned over decades: " + String.join(", ", without) + ".";
    }

    /** From the least to the greatest threshold that is drawn, in whole decades. */
    private Axis up() {
        double[] drawn = boxes.stream()
                .flatMap(box -> box.arms().stream())
                .flatMap(arm -> arm.runs().stream())
                .flatMap(one -> DivergedOptimizer.threshold(one).stream())
                .mapToDouble(StrictMath::log10)
                .sorted()
                .toArray();
        double low = drawn.length == 0 ? 0 : Math.floor(drawn[0]);
        double high = drawn.length == 0 ? 1 : Math.ceil(drawn[drawn.length - 1]);
        return Axis.log(
                StrictMath.pow(10, low), StrictMath.pow(10, Math.max(high, low + 1)), HEAD + PLOT - 4, HEAD + 4);
    }

    private String svg() {
        Flow flow = new Flow(22, 26);
        boxes.forEach(
                box -> flow.add(WIDTH, lanes(box) + FOOT + LANE * lanesOf(box).size(), svg -> box(svg, box)));
        double room = flow.room(ROOM);
        Legend legend = new Legend(room);
        for (Cause cause : CellResult.causes(run.runs()).keySet()) {
            legend.key(
                    12,
                    Outcomes.cause(cause),
                    (svg, x, y) -> mark(svg.open("d" + cause.ordinal()), cause, List.of(new double[] {x + 6, y}))
                            .close());
        }
        legend.key(12, "did not diverge", (svg, x, y) -> svg.dots(List.of(new double[] {x + 6, y}), "motes"));
        return flow.picture(
                "divergence-map",
                "Diverged trials by learning rate and threshold",
                "Scatter plots, one for each optimizer that diverged. Numbers in the CSV.",
                legend,
                room);
    }

    /** What stands at the left of a box. */
    private List<String> names() {
        return boxes.stream()
                .flatMap(box -> Stream.concat(
                        Stream.of(box.range().setting()),
                        lanesOf(box).stream().map(arm -> arm.arm().clipping())))
                .toList();
    }

    private static List<ArmTrials> lanesOf(DivergedOptimizer box) {
        return box.arms().stream().filter(arm -> !arm.relative()).toList();
    }

    /** Where the strips begin: at the top of a box that has nothing but strips. */
    private static double lanes(DivergedOptimizer box) {
        return box.arms().stream().anyMatch(ArmTrials::relative) ? HEAD + PLOT + 6 : HEAD;
    }

    private void box(Svg svg, DivergedOptimizer box) {
        Axis across = Axis.log(box.range().from(), box.range().to(), left + 10, WIDTH - 11);
        double top = lanes(box);
        double bottom = top + LANE * lanesOf(box).size();
        svg.open("", "", Tags.ofOptimizer(run, box.optimizer()));
        svg.heading(
                WIDTH,
                box.optimizer(),
                TextFormat.count(box.diverged()) + " of " + TextFormat.count(box.trials(), "trial") + " diverged");
        if (top > HEAD) {
            svg.rect(left, HEAD, WIDTH - left, PLOT, 2, "strip");
            svg.text(left - 8, HEAD - 6, "end small soft", "threshold ↑");
            for (double tick : up.decades()) {
                svg.line(left, up.at(tick), WIDTH, up.at(tick), tick == 1 ? "axis" : "hole");
                svg.text(left - 8, up.at(tick) + 4, "end small soft", Axis.decade(tick));
            }
        }
        for (double tick : across.decades()) {
            svg.line(across.at(tick), bottom, across.at(tick), bottom + 5, "axis");
            svg.text(across.at(tick), bottom + 17, "mid small soft", Axis.decade(tick));
        }
        svg.text(left - 8, bottom + 17, "end small soft", box.range().setting());
        svg.close();
        double lane = top;
        for (ArmTrials arm : box.arms()) {
            trials(svg, box, arm, across, lane);
            lane += arm.relative() ? 0 : LANE;
        }
    }

    private void trials(Svg svg, DivergedOptimizer box, ArmTrials arm, Axis across, double lane) {
        svg.open(
                "",
                arm.arm() + ": " + arm.diverged() + " of " + arm.runs().size() + " diverged",
                Tags.of(run, arm.arm()));
        if (!arm.relative()) {
            svg.rect(left, lane, WIDTH - left, LANE - 2, 2, "strip");
            svg.text(
                    left - 8,
                    lane + 10,
                    "end small",
                    TextFormat.within(arm.arm().clipping(), 11, left - 8));
        }
        List<double[]> well = new ArrayList<>();
        Map<Cause, List<double[]>> diverged = new EnumMap<>(Cause.class);
        for (Run one : arm.runs()) {
            box.range().value(one.trial().optimizer()).ifPresent(rate -> {
                double y = DivergedOptimizer.threshold(one).map(up::at).orElse(lane + LANE / 2 - 1);
                double[] place = {Math.round(across.at(rate)), Math.round(y)};
                if (one.outcome() instanceof Outcome.Diverged d) {
                    diverged.computeIfAbsent(d.cause(), cause -> new ArrayList<>())
                            .add(place);
                } else {
                    well.add(place);
                }
            });
        }
        svg.dots(
                IntStream.range(0, well.size())
                        .filter(i -> i % every == 0)
                        .mapToObj(well::get)
                        .toList(),
                "motes");
        diverged.forEach((cause, places) -> {
            svg.open("d" + cause.ordinal());
            mark(svg, cause, places).close();
        });
        svg.close();
    }

    private static Svg mark(Svg svg, Cause cause, List<double[]> places) {
        return switch (cause) {
            case WEIGHTS_NOT_FINITE -> svg.triangles(places, 4, "cross");
            case GRADIENT_NOT_FINITE -> svg.crosses(places, 3, "cross");
            case FAR_OFF -> svg.rings(places, 3.2, "cross");
        };
    }

    private String csv() {
        return run.counts().diverged() > MOST_ROWS ? armRows() : trialRows();
    }

    private String trialRows() {
        Csv csv =
                new Csv("trial", "optimizer", "clipping", "problem", "setting", "value", "threshold_in_units", "cause");
        for (DivergedOptimizer box : boxes) {
            for (ArmTrials arm : box.arms()) {
                for (Run one : arm.runs()) {
                    if (one.outcome() instanceof Outcome.Diverged d) {
                        csv.row(
                                one.stored().id(),
                                box.optimizer(),
                                arm.arm().clipping(),
                                one.problem(),
                                box.range().setting(),
                                box.range().value(one.trial().optimizer()).orElse(Double.NaN),
                                DivergedOptimizer.threshold(one).orElse(null),
                                Outcomes.cause(d.cause()));
                    }
                }
            }
        }
        return csv.toString();
    }

    private String armRows() {
        Csv csv = new Csv("optimizer", "clipping", "cause", "trials", "of");
        for (DivergedOptimizer box : boxes) {
            for (ArmTrials arm : box.arms()) {
                CellResult.causes(arm.runs())
                        .forEach((cause, n) -> csv.row(
                                box.optimizer(),
                                arm.arm().clipping(),
                                Outcomes.cause(cause),
                                n,
                                arm.runs().size()));
            }
        }
        return csv.toString();
    }
}
