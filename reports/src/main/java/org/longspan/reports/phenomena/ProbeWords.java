package org.longspan.reports.phenomena;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.ProbeFinding.Measured;
import org.longspan.harness.record.ProbeFinding.Table;
import org.longspan.harness.record.ProbeLook;
import org.longspan.reports.figure.Outcomes;
import org.longspan.reports.figure.TextFormat;
import org.longspan.reports.summary.Run;

/** Puts into sentences what probes found in one training run: numbers, and no more than they say. */
public final class ProbeWords {

    private final Run run;
    private final Probed probed;

    /**
     * A question that a probe answers.
     *
     * @param figure id of the figure that shows it
     * @param question in a few words
     * @param answer a sentence or two
     */
    public record Said(String figure, String question, String answer) {}

    /** Puts what probes found in {@code run} into sentences. */
    public ProbeWords(Run run, Probed probed) {
        this.run = run;
        this.probed = probed;
    }

    /** Returns how the training ended. */
    public String outcome() {
        long updates = run.stored().result().costs().updates();
        String to = TextFormat.count(updates, "update");
        if (run.outcome() instanceof Outcome.Solved solved) {
            return "The " + probed.model() + " learned " + probed.on() + " in " + to + ": on test sequences its "
                    + run.problem().entry().measure() + " is " + TextFormat.precise(solved.testMeasure()) + ".";
        }
        if (run.outcome() instanceof Outcome.Diverged diverged) {
            return "The " + probed.model() + " diverged on " + probed.on() + " at update "
                    + TextFormat.count(diverged.update()) + ": " + Outcomes.cause(diverged.cause()) + ".";
        }
        if (run.outcome() instanceof Outcome.Skipped skipped) {
            return "Nothing was trained: " + skipped.reason() + ".";
        }
        if (run.outcome() instanceof Outcome.Failed failed) {
            return "The training failed: " + failed.error() + ".";
        }
        Double loss = run.last() == null ? null : run.last().validationLoss();
        return "The " + probed.model() + " did not learn " + probed.on() + " in " + to + ": its validation loss is "
                + (loss == null ? "not finite" : TextFormat.precise(loss)) + ", chance "
                + TextFormat.precise(run.chance()) + ".";
    }

    /** Returns how the training ended, and what a class should remember of what probes found. */
    public String headline() {
        List<String> sentences = new ArrayList<>(List.of(outcome()));
        factors().ifPresent(text -> sentences.add("A step back multiplies the signal of its loss by " + text + "."));
        Norms.of(List.of(probed)).stream()
                .findFirst()
                .flatMap(ProbeWords::highestCliff)
                .ifPresent(text -> sentences.add(text + "."));
        return String.join(" ", sentences);
    }

    private Optional<String> factors() {
        return firstAndLast(SignalFigure.PROBE, found -> number(factor(found)));
    }

    private static double factor(Measured found) {
        return StrictMath.pow(10, found.number("signal slope"));
    }

    private static Optional<String> highestCliff(Norms norms) {
        return highest(norms)
                .map(cliff ->
                        "At its highest cliff, update " + TextFormat.count(cliff.update() + 1) + ", the gradient is "
                                + TextFormat.precise(norms.height(cliff)) + " times as long as the median before it");
    }

    private static Optional<Norms.Cliff> highest(Norms norms) {
        return norms.tried().stream().max(Comparator.comparingDouble(norms::height));
    }

    /** Returns the answers, in the order of the page; none where a probe measured nothing. */
    public List<Said> answers() {
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
        return firstAndLast(SignalFigure.PROBE, found -> {
                    double horizon = found.number("signal horizon");
                    String reach = Double.isNaN(horizon) ? "at no lag" : "at lag " + Math.round(horizon);
                    return "by " + number(factor(found)) + ", with a thousandth of it left " + reach;
                })
                .map(text -> "A step back multiplies the signal of the loss " + text + ".");
    }

    private Optional<String> curvature() {
        return firstAndLast(CurvatureFigure.PROBE, ProbeWords::hasExponents, ProbeWords::exponents)
                .map(text -> "Over lags, curvature follows the gradient with an exponent β of " + text + ".")
                .or(() -> firstAndLast(CurvatureFigure.PROBE, found -> number(found.number("signal span")))
                        .map(text -> "No β is told, because over lags ‖g‖ spans few powers of ten: " + text
                                + ". It takes 3."));
    }

    private static boolean hasExponents(Measured found) {
        return Double.isFinite(found.number("exponent hessian"))
                || Double.isFinite(found.number("exponent gauss-newton"));
    }

    private static String exponents(Measured found) {
        return number(found.number("exponent hessian")) + " for the Hessian and "
                + number(found.number("exponent gauss-newton")) + " for Gauss-Newton";
    }

    private Optional<String> cliffs() {
        return Norms.of(List.of(probed)).stream().findFirst().map(norms -> {
            long cliffs = norms.cliffs().size();
            String among = " in " + TextFormat.count(norms.updates().rows(), "update");
            if (cliffs == 0) {
                return "None" + among + ": no gradient was 10 times as long as the median before it. The longest was "
                        + TextFormat.precise(norms.found().number("greatest over median"))
                        + " times as long as the median of all.";
            }
            return TextFormat.count(cliffs, "cliff") + among + "."
                    + highest(norms).map(ProbeWords::steps).orElse("");
        });
    }

    /** What each kind of step did at a cliff. */
    private static String steps(Norms.Cliff cliff) {
        List<String> steps = new ArrayList<>();
        for (StepKind kind : StepKind.values()) {
            steps.add(loss(cliff.batch()[kind.ordinal()]) + " " + kind.after());
        }
        return " At the highest, update " + TextFormat.count(cliff.update() + 1) + ", ‖g‖ = "
                + TextFormat.precise(cliff.norm()) + ", and the loss of the batch went from " + loss(cliff.before())
                + " to " + String.join(", ", steps) + ".";
    }

    private Optional<String> lyapunov() {
        return firstAndLast(LyapunovFigure.PROBE, found -> number(found.number("exponent")))
                .map(text ->
                        "A small change of the state grows by exp(λ) a step, with λ = " + text + ". Under 0 it fades.");
    }

    private Optional<String> bias() {
        return last(ClipBiasFigure.PROBE)
                .flatMap(found -> found.tables().stream()
                        .map(ProbeWords::bent)
                        .flatMap(Optional::stream)
                        .reduce((one, other) -> one + "; " + other)
                        .map(text -> "At a tenth of its unit, over batches of 5: " + text + "."));
    }

    private static Optional<String> bent(Table table) {
        double[] units = table.column("units");
        double[] batches = table.column("batch");
        for (int i = 0; i < units.length; i++) {
            if (units[i] == 0.1 && batches[i] == 5) {
                return Optional.of(table.name() + " moves the mean by " + percent(table.column("relative bias")[i])
                        + " of its length, and its cosine to the gradient is "
                        + number(table.column("cosine to gradient")[i]));
            }
        }
        return Optional.empty();
    }

    private static String percent(double share) {
        return Double.isFinite(share) ? TextFormat.percent(share) : "an unknown part";
    }

    private Optional<String> saddles() {
        return firstAndLast(
                        NegativeCurvatureFigure.PROBE,
                        found -> "from " + number(found.number("least")) + " to " + number(found.number("greatest"))
                                + ", with " + percent(found.number("curvature below zero"))
                                + " of the curvature under 0,")
                .map(text -> "The eigenvalues of the Hessian reach " + text.replaceAll(",( [^,]*)$", "$1") + ".");
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

    private static String loss(double value) {
        return Double.isFinite(value) ? TextFormat.precise(value) : "not finite";
    }

    static String number(double value) {
        return Double.isFinite(value) ? Ticks.text(value) : "unknown";
    }
}
