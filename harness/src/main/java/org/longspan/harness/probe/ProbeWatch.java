package org.longspan.harness.probe;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.ProbeChoice;
import org.longspan.harness.record.ProbeFinding;
import org.longspan.harness.record.ProbeLook;
import org.longspan.harness.refusal.Causes;
import org.longspan.harness.run.TrainingView;
import org.longspan.harness.run.TrainingWatch;
import org.longspan.optim.StepReport;

/**
 * Asks an instrument at the moments of a plan. An exception of the instrument is a finding, and no failure of the trial;
 * an error, such as of memory, is the trial's.
 */
final class ProbeWatch implements TrainingWatch {

    private final ProbeChoice choice;
    private final Instrument instrument;
    private final Map<String, ProbeLook> looks = new HashMap<>(); // by moment; never iterated
    private ProbeFinding found; // at the last look
    private String failure; // what the instrument has thrown, or null
    private double seconds; // that the instrument took since the last look
    private long updates;
    private String skipped; // why the trial was not run, or null

    ProbeWatch(ProbeChoice choice, Instrument instrument) {
        this.choice = choice;
        this.instrument = instrument;
    }

    @Override
    public void begins(TrainingView run) {
        tell(() -> instrument.begins(run));
        arrive(String.valueOf(updates));
    }

    @Override
    public void before(long index) {
        tell(() -> instrument.before(index));
    }

    @Override
    public void after(long index, StepReport report) {
        tell(() -> instrument.after(index, report));
        updates = index + 1;
        arrive(String.valueOf(updates));
    }

    @Override
    public void solved(long updates) {
        arrive(ProbeChoice.SOLVED);
    }

    @Override
    public void ended(Outcome outcome, long updates) {
        arrive(ProbeChoice.END);
    }

    /** The trial was not run. */
    void skip(String reason) {
        skipped = reason;
    }

    /** Returns one look for each moment, in the order of the plan. */
    List<ProbeLook> looks() {
        return choice.at().stream()
                .map(moment -> looks.containsKey(moment) ? looks.get(moment) : missed(moment))
                .toList();
    }

    private ProbeLook missed(String moment) {
        ProbeFinding finding = skipped == null
                ? ProbeFinding.Skipped.neverCame(moment.equals(ProbeChoice.SOLVED) ? moment : "update " + moment)
                : new ProbeFinding.Skipped("the trial was skipped: " + skipped);
        return new ProbeLook(choice.name(), moment, updates, finding, 0);
    }

    private void arrive(String moment) {
        if (choice.at().contains(moment)) {
            tell(() -> found = Findings.of(instrument.look(moment, updates)));
            ProbeFinding finding = failure == null ? found : new ProbeFinding.Failed(failure);
            looks.put(moment, new ProbeLook(choice.name(), moment, updates, finding, seconds));
            seconds = 0;
        }
    }

    /** Lets the instrument do its work, unless it has failed before. */
    private void tell(Runnable work) {
        if (failure != null) {
            return;
        }
        long begin = System.nanoTime();
        try {
            work.run();
        } catch (RuntimeException e) {
            failure = e.getClass().getSimpleName() + ": " + Causes.message(e);
        }
        seconds += (System.nanoTime() - begin) * 1e-9;
    }
}
