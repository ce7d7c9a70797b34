package org.longspan.harness.estimate;

import org.longspan.harness.grid.GridCell;
import org.longspan.harness.method.MethodCatalogue;
import org.longspan.harness.plan.Plan;
import org.longspan.harness.record.Budget;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.EvaluationRules;
import org.longspan.harness.record.Trial;
import org.longspan.harness.run.Trainer;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.numerics.oracle.SequenceForwards;
import org.longspan.optim.ClippingScheme;

/**
 * Times updates of one network on one task. It takes half a second, two seconds until the plan's batch is reached, up
 * to four seconds while updates still get faster, and longer only if two updates on a single sequence do. Batch and
 * number of updates start at 1 and double while they are quick. If the plan's batch is not reached, the time is scaled
 * up to it.
 */
final class Calibration {

    private static final int MOST_UPDATES = 40; // enough to spread the fixed cost of a trial
    private static final long PATIENCE_NANOS = 500_000_000; // enough for the compiler to see the kernels at this size
    private static final int LARGE_BATCH = 1024; // what second-order methods use, and enough to spread what is fixed
    private static final double QUICK_SECONDS = 0.1;
    private static final double FASTER = 0.9; // below this share of the best time: still compiling

    private final GridCell cell;
    private final Trainer trainer;
    private final Choice optimizer;
    private final Choice clipping;

    /**
     * Creates a calibration with the first first-order method and the first clipping. Updates of all first-order
     * methods take about equally long, and the cost of other methods is counted in gradients. Clipping takes almost no
     * time, and the first clipping has no threshold unit to measure.
     */
    Calibration(GridCell cell, Trainer trainer, MethodCatalogue methods) {
        this.cell = cell;
        this.trainer = trainer;
        this.optimizer = methods.optimizers().entries().stream()
                .filter(entry -> entry.create(Settings.NONE).needs().isEmpty())
                .map(entry -> new Choice(entry.name(), entry.complete(Settings.NONE)))
                .findFirst()
                .orElseThrow();
        Entry<ClippingScheme> first = methods.clippings().entries().get(0);
        this.clipping = new Choice(first.name(), first.complete(Settings.NONE));
    }

    /** Returns the shortest time measured at the largest batch reached, scaled to the plan's batch. */
    double secondsOfAnUpdate() {
        secondsOfAnUpdate(1, 1); // loads classes
        int whole = cell.plan().rules().budget().batch();
        int batch = 1;
        int updates = 1;
        double least = Double.POSITIVE_INFINITY;
        boolean promising = true;
        long begin = System.nanoTime();
        while (isWorthwhile(System.nanoTime() - begin, promising, batch == whole)) {
            double seconds = secondsOfAnUpdate(batch, updates);
            boolean faster = seconds < FASTER * least;
            least = Math.min(least, seconds);
            boolean quick = seconds * updates < QUICK_SECONDS;
            promising = faster || quick && (batch < whole || updates < MOST_UPDATES);
            if (quick && batch < whole) {
                batch = (int) Math.min(whole, 2L * batch);
                least = Double.POSITIVE_INFINITY;
            } else if (quick) {
                updates = Math.min(MOST_UPDATES, 2 * updates);
            }
        }
        least = Math.min(least, secondsOfAnUpdate(batch, updates));
        return least * whole / batch;
    }

    /** Returns the shortest time measured of a sequence-forward in larger and larger batches. */
    double secondsOfASequenceForward() {
        double least = Double.POSITIVE_INFINITY;
        long begin = System.nanoTime();
        for (int batch = 1; batch <= LARGE_BATCH && System.nanoTime() - begin < PATIENCE_NANOS; batch *= 2) {
            least = Math.min(least, secondsOfAnUpdate(batch, 1) / (SequenceForwards.GRADIENT * batch));
        }
        return least;
    }

    private static boolean isWorthwhile(long nanos, boolean promising, boolean reached) {
        return nanos < PATIENCE_NANOS * (promising ? 8 : reached ? 1 : 4);
    }

    private double secondsOfAnUpdate(int batch, int updates) {
        long begin = System.nanoTime();
        long made = trainer.run(trial(batch, updates)).costs().updates();
        return (System.nanoTime() - begin) * 1e-9 / Math.max(1, made);
    }

    /** Returns a trial of {@code updates} updates; its evaluations use a single sequence. */
    private Trial trial(int batch, int updates) {
        Plan plan = cell.plan();
        return new Trial(
                cell.task(),
                cell.model(),
                optimizer,
                plan.schedule(),
                clipping,
                new Budget(batch, updates, Long.MAX_VALUE),
                new EvaluationRules(updates, 1, 1, Integer.MAX_VALUE),
                plan.rules().divergence(),
                plan.rules().seed(),
                0);
    }
}
