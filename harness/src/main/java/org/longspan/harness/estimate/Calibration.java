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
import org.longspan.optim.ClippingScheme;

/**
 * Times updates of one network on one task: for half a second, for two while a whole batch is not reached, for up to
 * four while they become faster, and for two updates on one sequence where those take longer. Batches and runs grow from
 * 1 while they are quick; a batch that is not reached is scaled to.
 */
final class Calibration {

    private static final int MOST_UPDATES = 40; // what a trial does once is shared by its updates
    private static final long PATIENCE_NANOS = 500_000_000; // enough for the compiler to see the kernels at this size
    private static final double QUICK_SECONDS = 0.1;
    private static final double FASTER = 0.9; // less than this share of the time before: not compiled to the end yet

    private final GridCell cell;
    private final Trainer trainer;
    private final Choice optimizer;
    private final Choice clipping;

    /**
     * Creates one with the first of the first-order methods: their updates all take about as long, and those of others are
     * counted in their gradients. It is clipped as by the first clipping, whose threshold needs no hundred gradients to be
     * measured; clipping itself takes next to nothing.
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

    /** Returns the least of the measurements at the greatest batch that was reached, scaled to the plan's batch. */
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

    private static boolean isWorthwhile(long nanos, boolean promising, boolean reached) {
        return nanos < PATIENCE_NANOS * (promising ? 8 : reached ? 1 : 4);
    }

    private double secondsOfAnUpdate(int batch, int updates) {
        long begin = System.nanoTime();
        long made = trainer.run(trial(batch, updates)).costs().updates();
        return (System.nanoTime() - begin) * 1e-9 / Math.max(1, made);
    }

    /** So many updates of a first-order method; the evaluations around them look at a single sequence. */
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
