package org.longspan.harness.probe;

import org.longspan.harness.run.Checkpoint;
import org.longspan.harness.run.TrainingView;
import org.longspan.optim.StepReport;
import org.longspan.probes.Cliffs;
import org.longspan.probes.ProbeResult;
import org.longspan.probes.Slice;

/**
 * {@link Slice} at the highest cliff of a training run: the update whose ‖g‖ is the most times its trailing median. It
 * keeps a checkpoint from {@value #APART} to {@value Slice#BEFORE} updates before any update that may be it, so that its
 * memory does not grow with the run.
 */
final class SliceOfARun implements Instrument {

    private static final int APART = Slice.BEFORE / 2; // updates from one checkpoint to the next

    private final Cliffs cliffs = new Cliffs();
    private TrainingView run;
    private Checkpoint latest;
    private Checkpoint earlier; // the one before it
    private Cliff highest; // so far, or null

    /**
     * A cliff.
     *
     * @param update its index
     * @param norm of its gradient
     * @param median of the norms before it
     * @param from where paths to it begin
     */
    record Cliff(long update, double norm, double median, Checkpoint from) {

        private double height() {
            return norm / median;
        }
    }

    @Override
    public void begins(TrainingView run) {
        this.run = run;
    }

    @Override
    public void before(long index) {
        if (index % APART == 0) {
            earlier = latest;
            latest = Checkpoint.of(run, index);
        }
    }

    @Override
    public void after(long index, StepReport report) {
        double norm = report.gradientNorm;
        if (Double.isFinite(norm) && cliffs.isOver(norm)) {
            Cliff cliff = new Cliff(index, norm, cliffs.median(), earlier);
            highest = highest == null || cliff.height() > highest.height() ? cliff : highest;
        }
        cliffs.take(norm);
    }

    @Override
    public ProbeResult look(String moment, long updates) {
        if (highest == null) {
            return new ProbeResult.Skipped("no cliff: no gradient was over " + Cliffs.HEIGHT
                    + " times as long as the median of the " + Cliffs.WINDOW + " before it, of which there must be "
                    + Cliffs.LEAST_WINDOW);
        }
        return new PathsAtACliff(run, highest).picture(updates);
    }
}
