package org.longspan.reports.phenomena;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.longspan.reports.figure.TextFormat;

/** What probes found in the runs on one task of one length, in sentences that state what happened. */
public final class FoundWords {

    private final List<Probed> runs;

    private FoundWords(List<Probed> runs) {
        this.runs = runs;
    }

    /** Returns a paragraph for each phenomenon that was measured. */
    public static List<String> of(List<Probed> runs) {
        FoundWords words = new FoundWords(runs);
        List<String> said = new ArrayList<>();
        words.signal().ifPresent(said::add);
        words.curvature().ifPresent(said::add);
        words.cliff().ifPresent(said::add);
        return said;
    }

    private Optional<String> signal() {
        Family family = Family.of(SignalFigure.PROBE, runs);
        List<String> models = new ArrayList<>();
        for (String model : family.models()) {
            List<Pooled> ends = ends(family, model);
            String factors =
                    ends.stream().map(at -> factor(at) + " " + when(family, at)).collect(Collectors.joining(" and "));
            String horizons = ends.stream().map(FoundWords::horizon).collect(Collectors.joining(" and "));
            models.add(model + " by " + factors + ", horizon " + horizons + n(family, model));
        }
        return models.isEmpty()
                ? Optional.empty()
                : Optional.of("A step back multiplies the signal of the loss, in " + String.join("; in ", models)
                        + ". The horizon is the lag at which a thousandth is left.");
    }

    private static String factor(Pooled at) {
        double slope = at.number("signal slope").median();
        return Double.isNaN(slope) ? "an unknown factor" : TextFormat.precise(StrictMath.pow(10, slope));
    }

    private static String horizon(Pooled at) {
        double horizon = SignalCsv.horizon(at, "signal horizon").median();
        return Double.isFinite(horizon) ? TextFormat.precise(horizon) : "not reached";
    }

    /** Without the number of updates, which the figure says. */
    private static String when(Family family, Pooled at) {
        return family.words(at.moment()).replaceFirst(",.*", "");
    }

    private Optional<String> curvature() {
        Family family = Family.of(CurvatureFigure.PROBE, runs);
        List<String> models = new ArrayList<>();
        for (String model : family.models()) {
            String said = ends(family, model).stream()
                    .filter(at ->
                            Double.isFinite(exponent(at, "hessian")) || Double.isFinite(exponent(at, "gauss-newton")))
                    .map(at -> ProbeAnswers.number(exponent(at, "hessian")) + " and "
                            + ProbeAnswers.number(exponent(at, "gauss-newton")) + " " + when(family, at))
                    .collect(Collectors.joining(", "));
            if (!said.isEmpty()) {
                models.add("in " + model + " " + said + n(family, model));
            }
        }
        return models.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "Over lags, the curvatures of the Hessian and of Gauss-Newton go as ‖g‖ to the power of β: "
                                + String.join("; ", models)
                                + ". At β = 1 the ratio of second to first derivatives stays constant.");
    }

    private static double exponent(Pooled at, String of) {
        return at.number("exponent " + of).median();
    }

    private Optional<String> cliff() {
        List<Norms> all = Norms.of(runs);
        Norms of = null;
        Norms.Cliff highest = null;
        int tried = 0;
        int thrown = 0;
        for (Norms norms : all) {
            for (Norms.Cliff cliff : norms.tried()) {
                tried++;
                thrown += after(cliff, StepKind.UNCLIPPED) > after(cliff, StepKind.CLIPPED) ? 1 : 0;
                if (!cliff.lost() && (highest == null || norms.height(cliff) > of.height(highest))) {
                    of = norms;
                    highest = cliff;
                }
            }
        }
        if (highest == null) {
            return all.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            tried > 0
                                    ? "Every cliff at which steps were tried stood where a run had lost its way before,"
                                            + " at a loss over a million."
                                    : "No cliff: in " + TextFormat.count(all.size(), "run")
                                            + " no gradient stood over ten times the median of those before it.");
        }
        List<String> steps = new ArrayList<>();
        for (StepKind kind : StepKind.values()) {
            steps.add(TextFormat.precise(after(highest, kind)) + " " + kind.after());
        }
        return Optional.of(
                "The highest cliff at which steps were tried, with a loss under a million before, is at update "
                        + TextFormat.count(highest.update() + 1) + " of "
                        + of.run().model() + " ("
                        + of.run().arm() + "), ‖g‖ = "
                        + TextFormat.precise(highest.norm()) + ", " + TextFormat.precise(of.height(highest))
                        + " times the trailing median: there the validation loss was " + String.join(", ", steps)
                        + ". At "
                        + thrown + " of " + TextFormat.count(tried, "cliff") + " in "
                        + TextFormat.count(all.size(), "run")
                        + " the step without clipping left a greater validation loss than the clipped one.");
    }

    /** What is not finite is greater than all else. */
    private static double after(Norms.Cliff cliff, StepKind kind) {
        double loss = cliff.validation()[kind.ordinal()];
        return Double.isNaN(loss) ? Double.POSITIVE_INFINITY : loss;
    }

    /** The first moment and the last. */
    private static List<Pooled> ends(Family family, String model) {
        List<Pooled> of = family.of(model);
        return of.size() < 3 ? of : List.of(of.get(0), of.get(of.size() - 1));
    }

    private static String n(Family family, String model) {
        List<Integer> counts =
                ends(family, model).stream().map(Pooled::runs).distinct().toList();
        return " (n = " + counts.stream().map(String::valueOf).collect(Collectors.joining(" and ")) + ")";
    }
}
