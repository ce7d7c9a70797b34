package org.longspan.reports.phenomena;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.longspan.harness.record.ProbeFinding.Measured;
import org.longspan.harness.record.ProbeFinding.Table;
import org.longspan.harness.record.ProbeLook;
import org.longspan.probes.Cliffs;
import org.longspan.reports.figure.TextFormat;

/** Answers questions from what probes found in one training run. What is not finite is said in words or not at all. */
public final class ProbeAnswers {

    private final Probed probed;

    /**
     * A question that a probe answers.
     *
     * @param figure id of the figure that shows it
     * @param question in a few words
     * @param answer a sentence or two
     */
    public record Said(String figure, String question, String answer) {}

    ProbeAnswers(Probed probed) {
        this.probed = probed;
    }

    /** Returns what a class should remember. */
    List<String> remembered() {
        List<String> sentences = new ArrayList<>();
        factor().ifPresent(text -> sentences.add("A step back multiplies the signal of its loss by " + text + "."));
        Norms.of(List.of(probed)).stream()
                .findFirst()
                .flatMap(ProbeAnswers::highestCliff)
                .ifPresent(text -> sentences.add(text + "."));
        return sentences;
    }

    private Optional<String> factor() {
        return firstAndLast(SignalFigure.PROBE, ProbeAnswers::hasFactor, found -> number(factor(found)));
    }

    private static boolean hasFactor(Measured found) {
        return Double.isFinite(found.number("signal slope"));
    }

    private static double factor(Measured found) {
        return StrictMath.pow(10, found.number("signal slope"));
    }

    private static Optional<String> highestCliff(Norms norms) {
        return highest(norms)
                .filter(cliff -> Double.isFinite(norms.height(cliff)))
                .map(cliff ->
                        "At its highest cliff, update " + TextFormat.count(cliff.update() + 1) + ", the gradient is "
                                + TextFormat.precise(norms.height(cliff)) + " times as long as the median before it");
    }

    private static Optional<Norms.Cliff> highest(Norms norms) {
        return norms.tried().stream().max(Comparator.comparingDouble(norms::height));
    }

    /** Returns the answers, in the order of the page; none where a probe measured nothing. */
    List<Said> all() {
        List<Said> answers = new ArrayList<>();
        add(answers, SignalFigure.PROBE, "How far back does the loss reach?", signal());
        add(answers, CurvatureFigure.PROBE, "Does curvature vanish with the gradient?", curvature());
        add(answers, Norms.PROBE, "Are there cliffs?", cliffs());
        add(answers, LyapunovFigure.PROBE, "Does the state forget?", lyapunov());
        add(answers, ClipBiasFigure.PROBE, "What does clipping bend?", bias());
        add(answers, NegativeCurvatureFigure.PROBE, "Does the loss curve downwards?", saddles());
        return answers;
    }

    private void add(List<Said> answers, String probe, String question, Optional<String> answer) {
        answer.ifPresent(text -> answers.add(new Said(FigureId.of(probe, probed.on()), question, text)));
    }

    private Optional<String> signal() {
        return joined(
                firstAndLast(SignalFigure.PROBE, ProbeAnswers::hasFactor, ProbeAnswers::fades)
                        .map(text -> "A step back multiplies the signal of the loss " + text + "."),
                firstAndLast(
                                SignalFigure.PROBE,
                                found -> !hasFactor(found) && Double.isFinite(found.number("signal horizon")),
                                found -> "nothing is left")
                        .map(text -> "Two steps back, of the signal of the loss " + text + "."));
    }

    /** How much of the signal is left a step back, and where little of it is. */
    private static String fades(Measured found) {
        double horizon = found.number("signal horizon");
        return "by " + number(factor(found))
                + (Double.isFinite(horizon)
                        ? ", with a thousandth of it left at lag " + Math.round(horizon) + ","
                        : ", with more than a thousandth of it left at every lag,");
    }

    private Optional<String> curvature() {
        return firstAndLast(CurvatureFigure.PROBE, ProbeAnswers::hasExponents, ProbeAnswers::exponents)
                .map(text -> "Over lags, curvature follows the gradient with an exponent β of " + text + ".")
                .or(() -> firstAndLast(
                                CurvatureFigure.PROBE,
                                found -> Double.isFinite(found.number("signal span")),
                                found -> number(found.number("signal span")))
                        .map(text -> "No exponent β is told, as over lags from 5 on ‖g‖ spans too few powers of ten: "
                                + text + ". It takes 3."));
    }

    private static boolean hasExponents(Measured found) {
        return Double.isFinite(found.number("exponent hessian"))
                || Double.isFinite(found.number("exponent gauss-newton"));
    }

    private static String exponents(Measured found) {
        List<String> followed = new ArrayList<>();
        exponent(found, "exponent hessian", "the Hessian").ifPresent(followed::add);
        exponent(found, "exponent gauss-newton", "the Gauss-Newton matrix").ifPresent(followed::add);
        return String.join(" and ", followed);
    }

    private static Optional<String> exponent(Measured found, String name, String matrix) {
        double beta = found.number(name);
        return Double.isFinite(beta) ? Optional.of(number(beta) + " for " + matrix) : Optional.empty();
    }

    private Optional<String> cliffs() {
        return Norms.of(List.of(probed)).stream().findFirst().map(norms -> {
            long cliffs = norms.cliffs().size();
            String among = " in " + TextFormat.count(norms.updates().rows(), "update");
            if (cliffs == 0) {
                return none(norms, among);
            }
            return TextFormat.count(cliffs, "cliff") + among + "."
                    + highest(norms).map(ProbeAnswers::steps).orElse("");
        });
    }

    private static String none(Norms norms, String among) {
        if (norms.updates().rows() <= Cliffs.LEAST_WINDOW) {
            return "None is told" + among + ", as it takes a median of the " + Cliffs.LEAST_WINDOW + " before it.";
        }
        double longest = norms.found().number("greatest over median");
        return "None" + among + ": from update " + (Cliffs.LEAST_WINDOW + 1) + " on no gradient was over "
                + Cliffs.HEIGHT + " times as long as the median before it."
                + (Double.isFinite(longest)
                        ? " The longest of the run was " + number(longest) + " times as long as the median of all."
                        : "");
    }

    /** What each kind of step did at a cliff. */
    private static String steps(Norms.Cliff cliff) {
        List<String> steps = new ArrayList<>();
        for (StepKind kind : StepKind.values()) {
            steps.add(loss(cliff.batch()[kind.ordinal()]) + " " + kind.after());
        }
        return " At the highest, update " + TextFormat.count(cliff.update() + 1) + ", ‖g‖ "
                + (Double.isFinite(cliff.norm()) ? "= " + number(cliff.norm()) : "is not finite")
                + ", and the loss of the batch went from " + loss(cliff.before())
                + " to " + String.join(", ", steps) + ".";
    }

    private Optional<String> lyapunov() {
        return joined(
                firstAndLast(LyapunovFigure.PROBE, ProbeAnswers::hasGrowth, found -> number(found.number("exponent")))
                        .map(text -> "A small change of the state grows by exp(λ) a step, with λ = " + text
                                + ". Under 0 it fades."),
                firstAndLast(LyapunovFigure.PROBE, found -> !hasGrowth(found), found -> "no finite λ")
                        .map(text -> "A small change of the state has " + text
                                + ": nothing of it is left, or it overflows."));
    }

    private static boolean hasGrowth(Measured found) {
        return Double.isFinite(found.number("exponent"));
    }

    private Optional<String> bias() {
        return last(ClipBiasFigure.PROBE)
                .flatMap(found -> found.tables().stream()
                        .map(ProbeAnswers::bent)
                        .flatMap(Optional::stream)
                        .reduce((one, other) -> one + "; " + other)
                        .map(text -> "At a tenth of its unit, over batches of 5: " + text + "."));
    }

    private static Optional<String> bent(Table table) {
        double[] units = table.column("units");
        double[] batches = table.column("batch");
        for (int i = 0; i < units.length; i++) {
            double bias = table.column("relative bias")[i];
            double cosine = table.column("cosine to gradient")[i];
            if (units[i] == 0.1 && batches[i] == 5 && Double.isFinite(bias) && Double.isFinite(cosine)) {
                return Optional.of(table.name() + " moves the mean by " + percent(bias)
                        + " of its length, and its cosine to the gradient is " + number(cosine));
            }
        }
        return Optional.empty();
    }

    private static String percent(double share) {
        return share > 0 && share < 0.005 ? "less than 1\u00a0%" : TextFormat.percent(share);
    }

    private Optional<String> saddles() {
        return firstAndLast(
                        NegativeCurvatureFigure.PROBE,
                        found -> Double.isFinite(found.number("least")) && Double.isFinite(found.number("greatest")),
                        ProbeAnswers::spectrum)
                .map(text -> "The eigenvalues of the Hessian reach " + text + ".");
    }

    private static String spectrum(Measured found) {
        double below = found.number("curvature below zero");
        return "from " + number(found.number("least")) + " to " + number(found.number("greatest"))
                + (Double.isFinite(below) ? " (" + percent(below) + " of the curvature under 0)" : "");
    }

    private Optional<String> firstAndLast(String probe, Function<Measured, String> words) {
        return firstAndLast(probe, found -> true, words);
    }

    /** Says what a probe found at its first look and at its last, of those that are {@code told}. */
    private Optional<String> firstAndLast(String probe, Predicate<Measured> told, Function<Measured, String> words) {
        List<ProbeLook> looks = probed.looks().stream()
                .filter(look ->
                        look.probe().equals(probe) && look.finding() instanceof Measured found && told.test(found))
                .sorted(Comparator.comparingLong(ProbeLook::updates))
                .toList();
        if (looks.isEmpty()) {
            return Optional.empty();
        }
        ProbeLook first = looks.get(0);
        ProbeLook last = looks.get(looks.size() - 1);
        String begin = words.apply((Measured) first.finding()) + " " + when(first);
        return Optional.of(
                last.updates() == first.updates()
                        ? begin
                        : begin + ", and " + words.apply((Measured) last.finding()) + " " + when(last));
    }

    private static String when(ProbeLook look) {
        return look.updates() == 0 ? "before training" : "after " + TextFormat.count(look.updates(), "update");
    }

    private Optional<Measured> last(String probe) {
        return probed.last(probe).map(look -> (Measured) look.finding());
    }

    private static Optional<String> joined(Optional<String> one, Optional<String> other) {
        return Stream.of(one, other).flatMap(Optional::stream).reduce((first, second) -> first + " " + second);
    }

    private static String loss(double value) {
        return Double.isFinite(value) ? TextFormat.precise(value) : "not finite";
    }

    static String number(double value) {
        return Double.isFinite(value) ? Ticks.text(value) : "unknown";
    }
}
