package org.longspan.probes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.oracle.SequenceForwards;

/**
 * How large the gradients of a run are, and what stood at its cliffs. A run tells it every update in turn: {@link
 * #isCliff}, {@link #look} where that is true, {@link #take}. It writes to nothing that it
 * is given.
 *
 * <p>Recorded: ‖g‖, ‖u‖ and the loss of the update's own batch before and after; quantiles; Hill's {@link TailIndex} of
 * ‖g‖ over its trailing median, of the greatest 5 % with 2.5 and 10 % beside it. A <b>cliff</b> is an update whose ‖g‖ is
 * over 10 times the median of the 101 before it; within 20 updates of the last such one it is the same cliff. At the first
 * five, the losses after each kind of step that the run could take there.
 *
 * <p>R. Pascanu, T. Mikolov and Y. Bengio (2013), On the difficulty of training recurrent neural networks, ICML; I.
 * Goodfellow, Y. Bengio and A. Courville (2016), Deep Learning, section 10.11.1.
 */
public final class GradientTail {

    /** Name in a plan. */
    public static final String NAME = "gradient-tail";

    /** This instrument in the catalogue. */
    public static final Entry<RunCost> ENTRY = new Entry<>(
            NAME,
            "How large the gradients of a run are, how heavy their tail is, and what each kind of step does at a cliff.",
            "cliff: ‖g‖ > 10 median(‖g‖ of the 101 updates before);  Hill: α = k / Σ_{i≤k} ln(r_i / r_{k+1}), r = ‖g‖ /"
                    + " median, the largest first",
            "R. Pascanu, T. Mikolov and Y. Bengio (2013). On the difficulty of training recurrent neural networks. ICML. "
                    + "B. M. Hill (1975). A simple general approach to inference about the tail of a distribution. The "
                    + "Annals of Statistics 3(5).",
            List.of(),
            List.of(),
            settings -> GradientTail::cost);

    /** How many validation sequences the losses at a cliff are those of. */
    public static final int SEQUENCES = 100;

    private static final int LOOKED_AT = 5;

    private final Cliffs trailing = new Cliffs();
    private final Table.Builder updates = new Table.Builder(
            "updates",
            "update",
            "gradient norm",
            "update norm",
            "loss before",
            "loss after",
            "trailing median",
            "cliff");
    private final Table.Builder steps = new Table.Builder(
            "steps", "update", "gradient norm", "kind", "batch loss before", "batch loss", "validation loss");
    private final List<Double> norms = new ArrayList<>();
    private final List<Double> relative = new ArrayList<>();
    private int cliffs;
    private int looks;
    private int notFinite;
    private int raised;

    /**
     * An update of a run.
     *
     * @param gradientNorm ‖g‖ before any clipping, NaN or infinite where the gradient is not finite
     * @param updateNorm ‖u‖
     * @param before the loss of its own batch
     * @param after the loss of that batch behind the step
     */
    public record Update(double gradientNorm, double updateNorm, double before, double after) {}

    /**
     * Returns the greatest cost of watching a run, in sequence-forwards: two losses for every update, and at five cliffs
     * a step and two losses for each kind of step.
     *
     * @param batch sequences of an update
     * @param step cost of an update
     */
    public static long cost(long updates, int batch, long step) {
        long kinds = CliffSteps.Kind.values().length;
        return updates * 2 * SequenceForwards.LOSS * batch
                + LOOKED_AT * kinds * (step + (long) SequenceForwards.LOSS * (batch + SEQUENCES));
    }

    /** Returns whether the next update, with a gradient of that norm, begins a cliff that is to be looked at. */
    public boolean isCliff(double gradientNorm) {
        return trailing.begins(gradientNorm) && looks < LOOKED_AT;
    }

    /** Measures the losses after every kind of step at a cliff. */
    public void look(double gradientNorm, double lossBefore, CliffSteps lent) {
        looks++;
        for (CliffSteps.Kind kind : CliffSteps.Kind.values()) {
            Parameters after = lent.after(kind, trailing.median());
            steps.row(
                    trailing.count(),
                    gradientNorm,
                    kind.ordinal(),
                    lossBefore,
                    lent.batch().loss(after),
                    lent.validation().loss(after));
        }
    }

    /** Takes the next update, whether or not it was looked at. */
    public void take(Update update) {
        boolean begins = trailing.begins(update.gradientNorm);
        updates.row(
                trailing.count(),
                update.gradientNorm,
                update.updateNorm,
                update.before,
                update.after,
                trailing.median(),
                begins ? 1 : 0);
        cliffs += begins ? 1 : 0;
        notFinite += Double.isFinite(update.gradientNorm) ? 0 : 1;
        raised += update.after > update.before ? 1 : 0;
        if (Double.isFinite(update.gradientNorm)) {
            norms.add(update.gradientNorm);
            if (trailing.hasMedian()) {
                relative.add(update.gradientNorm / trailing.median());
            }
        }
        trailing.take(update.gradientNorm);
    }

    /** Returns what was found so far. */
    public ProbeResult.Measured measured() {
        Spread spread = Spread.of(norms);
        double[] ratios = relative.stream().mapToDouble(Double::doubleValue).toArray();
        double greatest = norms.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN);
        Map<String, Double> numbers = new TreeMap<>(Map.of(
                "norm lower", spread.lower(),
                "norm median", spread.median(),
                "norm upper", spread.upper(),
                "greatest over median", greatest / spread.median(),
                "tail index", TailIndex.of(ratios, 0.05),
                "tail index of 2.5 percent", TailIndex.of(ratios, 0.025),
                "tail index of 10 percent", TailIndex.of(ratios, 0.1)));
        numbers.put("cliffs", (double) cliffs);
        numbers.put("not finite", (double) notFinite);
        numbers.put(
                "share that raise their loss", trailing.count() == 0 ? Double.NaN : (double) raised / trailing.count());
        return new ProbeResult.Measured(numbers, List.of(updates.build(), steps.build()), List.of());
    }
}
