package org.longspan.reports.summary;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.Circumstances;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.Trial;
import org.longspan.harness.record.TrialResult;

/**
 * Keeps results in little memory: without curves and solved steps, and with one instance of what trials share. A trial
 * that was read has its own copy of its task, its network and each of its words.
 */
public final class SharedParts {

    private final Map<Object, Object> instances = new HashMap<>(); // never iterated

    /** Returns {@code stored} without what is long, made of shared parts. */
    public StoredResult brief(StoredResult stored) {
        TrialResult result = stored.result();
        return new StoredResult(
                stored.id(),
                trial(stored.trial()),
                one(stored.code()),
                new TrialResult(
                        result.outcome(),
                        result.attempts(),
                        result.chance(),
                        List.of(),
                        result.costs(),
                        result.thresholdUnits(),
                        result.parameters(),
                        result.weights(),
                        List.of()),
                circumstances(stored.circumstances()));
    }

    private Trial trial(Trial trial) {
        return new Trial(
                one(trial.task()),
                one(trial.model()),
                choice(trial.optimizer()),
                one(trial.schedule()),
                choice(trial.clipping()),
                one(trial.nonFiniteGradient()),
                one(trial.budget()),
                one(trial.evaluation()),
                one(trial.divergence()),
                trial.seed(),
                one(trial.replicate()));
    }

    /** Settings are drawn for each trial, so only the name is shared. */
    private Choice choice(Choice choice) {
        return new Choice(one(choice.name()), choice.settings());
    }

    private Circumstances circumstances(Circumstances at) {
        return new Circumstances(
                at.seconds(), at.started(), one(at.jdk()), one(at.cpu()), one(at.kernels()), one(at.host()));
    }

    /** Returns the first value that was equal to this one. */
    @SuppressWarnings("unchecked")
    private <T> T one(T value) {
        return (T) instances.computeIfAbsent(value, any -> any);
    }
}
