package org.longspan.reports.phenomena;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

    /** Returns the answers, in the order of the page; none where a probe measured nothing. */
    public List<Said> answers() {
        List<Said> answers = new ArrayList<>();
        add(answers, "signal-by-lag", "How far back does the loss reach?", signal());
        add(answers, "curvature-by-lag", "Does curvature vanish with the gradient?", curvature());
        add(answers, Norms.PROBE, "Are there cliffs?", cliffs());
        add(answers, "lyapunov", "Does the state forget?", lyapunov());
        add(answers, "clip-bias", "What does clipping bend?", bias());
        add(answers, "negative-curvature", "Does the loss curve downwards?", saddles());
        return answers;
    }

    private void add(List<Said> answers, String probe, String question, Optional<String> answer) {
        answer.ifPresent(text -> answers.add(new Said(FigureId.of(probe, probed.on()), question, text)));
    }

    private Optional<String> signal() {
        return firstAndLast("signal-by-lag", (look, found) -> {
            double horizon = found.number("signal horizon");
            String reach = Double.isNaN(horizon)
                    ? "never to a thousandth"
                    : "to a thousandth of its size at lag 1 by lag " + Math.round(horizon);
            return times(found.number("signal slope")) + " a step, " + reach;
        }).map(text -> "The signal that flows back changes by a factor: " + text + ".");
    }

    private static String times(double slope) {
        return "× " + TextFormat.precise(StrictMath.pow(10, slope));
    }

    private Optional<String> curvature() {
        return firstAndLast("curvature-by-lag", (look, found) -> exponents(found))
                .map(text -> "|κ| goes as ‖g‖ to the power of β: " + text + ".");
    }

    private static String exponents(Measured found) {
        double ofHessian = found.number("exponent hessian");
        double ofGaussNewton = found.number("exponent gauss-newton");
        if (Double.isNaN(ofHessian) && Double.isNaN(ofGaussNewton)) {
            return "‖g‖ spans " + number(found.number("signal span")) + " powers of ten, too few to tell β";
        }
        return "β = " + number(ofHessian) + " of the Hessian, " + number(ofGaussNewton) + " of Gauss-Newton";
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
            return TextFormat.count(cliffs, "cliff") + among + "." + highest(norms);
        });
    }

    /** What each kind of step did at the highest of the cliffs where they were tried. */
    private static String highest(Norms norms) {
        return norms.tried().stream()
                .max(Comparator.comparingDouble(Norms.Cliff::norm))
                .map(cliff -> {
                    List<String> steps = new ArrayList<>();
                    for (StepKind kind : StepKind.values()) {
                        steps.add(kind.word() + " " + loss(cliff.batch()[kind.ordinal()]));
                    }
                    return " At update " + TextFormat.count(cliff.update()) + " ‖g‖ was "
                            + TextFormat.precise(cliff.norm()) + "; the loss of its batch, " + loss(cliff.before())
                            + ", became by the step " + String.join(", ", steps) + ".";
                })
                .orElse("");
    }

    private Optional<String> lyapunov() {
        return firstAndLast("lyapunov", (look, found) -> "λ = " + number(found.number("exponent")))
                .map(text -> "A small change of the state grows as exp(λ) a step: " + text
                        + "; under 0 it is forgotten.");
    }

    private Optional<String> bias() {
        return last("clip-bias").flatMap(found -> found.tables().stream()
                .map(ProbeWords::bent)
                .flatMap(Optional::stream)
                .reduce((one, other) -> one + "; " + other)
                .map(text -> "At one unit of threshold, with batches of 5: " + text + "."));
    }

    private static Optional<String> bent(Table table) {
        double[] units = table.column("units");
        double[] batches = table.column("batch");
        double[] bias = table.column("relative bias");
        double[] cosine = table.column("cosine to gradient");
        for (int i = 0; i < units.length; i++) {
            if (units[i] == 1 && batches[i] == 5) {
                return Optional.of(table.name() + " moves the mean by " + number(bias[i])
                        + " of its length, cosine to the gradient " + number(cosine[i]));
            }
        }
        return Optional.empty();
    }

    private Optional<String> saddles() {
        return firstAndLast(
                        "negative-curvature",
                        (look, found) -> "eigenvalues of the Hessian from " + number(found.number("least")) + " to "
                                + number(found.number("greatest")) + ", "
                                + TextFormat.percent(found.number("share negative")) + " of the weight under 0")
                .map(text -> text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) + ".");
    }

    /** What is said of a look. */
    private interface Words {
        String of(ProbeLook look, Measured found);
    }

    /** Says what the first look of a probe found and what the last one did. */
    private Optional<String> firstAndLast(String probe, Words words) {
        List<ProbeLook> looks = probed.looks().stream()
                .filter(look -> look.probe().equals(probe) && look.finding() instanceof Measured)
                .sorted(Comparator.comparingLong(ProbeLook::updates))
                .toList();
        if (looks.isEmpty()) {
            return Optional.empty();
        }
        ProbeLook first = looks.get(0);
        ProbeLook last = looks.get(looks.size() - 1);
        String begin = when(first) + " " + words.of(first, (Measured) first.finding());
        return Optional.of(
                last.updates() == first.updates()
                        ? begin
                        : begin + "; " + when(last) + " " + words.of(last, (Measured) last.finding()));
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

    private static String number(double value) {
        return Double.isFinite(value) ? TextFormat.precise(value) : "not told";
    }
}
