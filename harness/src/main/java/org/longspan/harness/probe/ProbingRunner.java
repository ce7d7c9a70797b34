package org.longspan.harness.probe;

import java.util.ArrayList;
import java.util.List;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.ProbeChoice;
import org.longspan.harness.record.Trial;
import org.longspan.harness.record.TrialResult;
import org.longspan.harness.run.Trainer;
import org.longspan.harness.run.TrainingWatch;
import org.longspan.harness.run.TrialRunner;
import org.longspan.harness.run.Workbench;
import org.longspan.probes.GradientTail;
import org.longspan.probes.Slice;

/**
 * Runs trials with the probes of a plan. A trial has the same result with and without them, and what they find depends on
 * the trial, the probe and its moments alone; {@code seconds} is a circumstance.
 *
 * <pre>{@code
 * TrialRunner.Ran ran = new ProbingRunner(bench, plan.probes(), plan.factors().clippings()).run(trial);
 * }</pre>
 */
public final class ProbingRunner implements TrialRunner {

    private final Trainer trainer;
    private final List<ProbeChoice> choices;
    private final ComparedClippings clippings;

    /**
     * Creates the runner of a plan.
     *
     * @param choices the plan's probes
     * @param clippings the plan's clippings, which some probes compare
     */
    public ProbingRunner(Workbench bench, List<ProbeChoice> choices, List<Choice> clippings) {
        this.trainer = new Trainer(bench);
        this.choices = List.copyOf(choices);
        this.clippings = new ComparedClippings(bench, clippings);
    }

    @Override
    public Ran run(Trial trial) {
        return run(trial, TrainingWatch.NONE);
    }

    /**
     * Runs {@code trial} on the calling thread.
     *
     * @param beside told of the training before the probes are
     */
    public Ran run(Trial trial, TrainingWatch beside) {
        List<ProbeWatch> watches = choices.stream()
                .filter(choice -> choice.looksAt(trial))
                .map(choice -> new ProbeWatch(choice, instrument(choice.name())))
                .toList();
        if (watches.isEmpty()) {
            return Ran.unprobed(trainer.run(trial, beside));
        }
        List<TrainingWatch> all = new ArrayList<>(watches);
        all.add(0, beside);
        TrialResult result = trainer.run(trial, new Watches(all));
        if (result.outcome() instanceof Outcome.Skipped skipped) {
            watches.forEach(watch -> watch.skip(skipped.reason()));
        }
        return new Ran(
                result,
                watches.stream().flatMap(watch -> watch.looks().stream()).toList());
    }

    private Instrument instrument(String name) {
        return switch (name) {
            case GradientTail.NAME -> new TailOfARun();
            case Slice.NAME -> new SliceOfARun();
            default -> new AtTheta(name, clippings);
        };
    }
}
