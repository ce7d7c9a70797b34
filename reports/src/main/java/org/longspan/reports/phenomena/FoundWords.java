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
        Family family = Family.of("signal-by-lag", runs);
        String models = family.models().stream()
                .map(model -> model + ": "
                        + ends(family, model).stream()
                                .map(at -> signal(family, at))
                                .collect(Collectors.joining(", ")) + n(family, model))
                .collect(Collectors.joining("; "));
        return models.isEmpty()
                ? Optional.empty()
                : Optional.of("Each step back multiplies the signal from the loss by about this: " + models + ".");
    }

    private static String signal(Family family, Pooled at) {
        double slope = at.number("signal slope").median();
        double horizon = SignalCsv.horizon(at, "signal horizon").median();
        return (Double.isNaN(slope) ? "not known" : TextFormat.precise(StrictMath.pow(10, slope)))
                + " " + family.words(at.moment()) + " (a thousandth is left "
                + (Double.isFinite(horizon) ? "at lag " + TextFormat.precise(horizon) : "at no lag") + ")";
    }

    private Optional<String> curvature() {
        Family family = Family.of("curvature-by-lag", runs);
        List<String> models = new ArrayList<>();
        for (String model : family.models()) {
            List<String> said = new ArrayList<>();
            for (Pooled at : ends(family, model)) {
                double hessian = at.number("exponent hessian").median();
                double gaussNewton = at.number("exponent gauss-newton").median();
                if (Double.isFinite(hessian) || Double.isFinite(gaussNewton)) {
                    said.add(known(hessian) + " and " + known(gaussNewton) + " " + family.words(at.moment()));
                }
            }
            if (!said.isEmpty()) {
                models.add(model + ": " + String.join(", ", said) + n(family, model));
            }
        }
        return models.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "The exponents β with which the curvature of the Hessian and that of Gauss-Newton follow ‖g‖"
                                + " over lags (1: the ratio of second to first derivative stays constant) are, "
                                + String.join("; ", models) + ".");
    }

    private static String known(double value) {
        return Double.isFinite(value) ? TextFormat.precise(value).replace('-', '−') : "unknown";
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
                if (highest == null || norms.height(cliff) > of.height(highest)) {
                    of = norms;
                    highest = cliff;
                }
            }
        }
        if (highest == null) {
            return all.isEmpty()
                    ? Optional.empty()
                    : Optional.of("No cliff: in " + TextFormat.count(all.size(), "run")
                            + " no gradient stood over ten times" + " the median of those before it.");
        }
        List<String> steps = new ArrayList<>();
        for (StepKind kind : StepKind.values()) {
            steps.add(TextFormat.precise(after(highest, kind)) + " " + kind.after());
        }
        return Optional.of("The highest cliff at which steps were tried is at update "
                + TextFormat.count(highest.update() + 1) + " of " + of.run().model() + " ("
                + of.run().arm() + "), ‖g‖ = "
                + TextFormat.precise(highest.norm()) + ", " + TextFormat.precise(of.height(highest))
                + " times the trailing median: there the validation loss was " + String.join(", ", steps) + ". At "
                + thrown + " of " + TextFormat.count(tried, "cliff") + " in " + TextFormat.count(all.size(), "run")
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
        return ", n = " + counts.stream().map(String::valueOf).collect(Collectors.joining(" and "));
    }
}
