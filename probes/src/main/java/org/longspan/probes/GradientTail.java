package org.longspan.probes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.longspan.numerics.Parameters;

/**
 * How large the gradients of a run are, and what stood at its cliffs. A run tells it every update in turn: {@link
 * #isCliff} before the step, {@link #look} where that is true, {@link #take} after the step. It writes to nothing that it
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

    private static final int WINDOW = 101;
    private static final int LEAST_WINDOW = 21; // before so many norms nothing is a cliff
    private static final double CLIFF = 10;
    private static final int SAME_CLIFF = 20;
    private static final int LOOKED_AT = 5;

    private final TrailingMedian trailing = new TrailingMedian(WINDOW);
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
    private long lastOver = Long.MIN_VALUE;
    private int cliffs;
    private int looks;
    private int notFinite;
    private int raised;
    private long count;

    /**
     * An update of a run.
     *
     * @param gradientNorm ‖g‖ before any clipping, NaN or infinite where the gradient is not finite
     * @param updateNorm ‖u‖
     * @param before the loss of its own batch
     * @param after the loss of that batch behind the step
     */
    public record Update(double gradientNorm, double updateNorm, double before, double after) {}

    /** Returns whether the next update, with a gradient of that norm, begins a cliff that is to be looked at. */
    public boolean isCliff(double gradientNorm) {
        return beginsCliff(gradientNorm) && looks < LOOKED_AT;
    }

    private boolean beginsCliff(double gradientNorm) {
        return isOver(gradientNorm) && (lastOver == Long.MIN_VALUE || count - lastOver > SAME_CLIFF);
    }

    private boolean isOver(double gradientNorm) {
        return trailing.count() >= LEAST_WINDOW && gradientNorm > CLIFF * trailing.median();
    }

    /** Measures the losses after every kind of step at a cliff, before the run takes its own. */
    public void look(double gradientNorm, double lossBefore, CliffSteps lent) {
        looks++;
        for (CliffSteps.Kind kind : CliffSteps.Kind.values()) {
            Parameters after = lent.after(kind, trailing.median());
            steps.row(
                    count,
                    gradientNorm,
                    kind.ordinal(),
                    lossBefore,
                    lent.batch().loss(after),
                    lent.validation().loss(after));
        }
    }

    /** Takes the next update, whether or not it was looked at. */
    public void take(Update update) {
        boolean begins = beginsCliff(update.gradientNorm);
        updates.row(
                count,
                ByLag.orNothing(update.gradientNorm),
                ByLag.orNothing(update.updateNorm),
                ByLag.orNothing(update.before),
                ByLag.orNothing(update.after),
                trailing.median(),
                begins ? 1 : 0);
        cliffs += begins ? 1 : 0;
        lastOver = isOver(update.gradientNorm) ? count : lastOver;
        notFinite += Double.isFinite(update.gradientNorm) ? 0 : 1;
        raised += update.after > update.before ? 1 : 0;
        if (Double.isFinite(update.gradientNorm)) {
            norms.add(update.gradientNorm);
            if (trailing.count() >= LEAST_WINDOW) {
                relative.add(update.gradientNorm / trailing.median());
            }
        }
        trailing.take(update.gradientNorm);
        count++;
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
        numbers.put("share that raise their loss", count == 0 ? Double.NaN : (double) raised / count);
        return new ProbeResult.Measured(numbers, List.of(updates.build(), steps.build()), List.of());
    }
}
