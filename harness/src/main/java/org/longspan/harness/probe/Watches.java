package org.longspan.harness.probe;

import java.util.List;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.run.TrainingView;
import org.longspan.harness.run.TrainingWatch;
import org.longspan.optim.StepReport;

/** Tells several watches, one after another. */
record Watches(List<? extends TrainingWatch> all) implements TrainingWatch {

    @Override
    public void begins(TrainingView run) {
        all.forEach(watch -> watch.begins(run));
    }

    @Override
    public void before(long index) {
        all.forEach(watch -> watch.before(index));
    }

    @Override
    public void after(long index, StepReport report) {
        all.forEach(watch -> watch.after(index, report));
    }

    @Override
    public void solved(long updates) {
        all.forEach(watch -> watch.solved(updates));
    }

    @Override
    public void ended(Outcome outcome, long updates) {
        all.forEach(watch -> watch.ended(outcome, updates));
    }
}
