package org.longspan.harness.plan;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.longspan.harness.key.Axes;
import org.longspan.harness.method.MethodCatalogue;
import org.longspan.harness.method.MethodKind;
import org.longspan.harness.method.MethodList;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.ModelChoice;
import org.longspan.harness.record.Replicate;
import org.longspan.harness.record.Rules;
import org.longspan.harness.record.TaskChoice;
import org.longspan.harness.record.Trial;
import org.longspan.harness.record.json.RecordJson;
import org.longspan.harness.refusal.NameHint;
import org.longspan.harness.refusal.Shown;
import org.longspan.harness.task.TaskCatalogue;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.task.TaskProvider;
import org.longspan.task.Variant;

/**
 * Checks a stored trial with the care of plans before it runs again, because its line may have been damaged or edited:
 * every name, setting and number, and that it obeys the rules of its run.
 */
public final class TrialCheck {

    private final MethodCatalogue methods;
    private final TaskCatalogue tasks;

    /** Creates a check of trials that use these methods and tasks. */
    public TrialCheck(MethodCatalogue methods, TaskCatalogue tasks) {
        this.methods = methods;
        this.tasks = tasks;
    }

    /**
     * Refuses a trial that no plan can hold, or that the run's plan does not.
     *
     * @param manifest of the run that stored it
     * @throws IllegalArgumentException with the value and what is right, half a sentence
     */
    public void require(Trial trial, Manifest manifest) {
        requireTask(trial.task());
        requireState(trial.model());
        for (MethodKind kind : MethodKind.values()) {
            requireMethod(methods.list(kind), kind.in(trial));
        }
        requireNumbers(trial);
        requireMember(trial, manifest);
    }

    private void requireTask(TaskChoice task) {
        requireKnown("task", task.family(), tasks.names());
        TaskProvider provider = tasks.provider(task.family());
        requireKnown(
                "variant of " + provider.name(),
                task.variant(),
                provider.variants().stream().map(Variant::name).toList());
        requireWhole("length", task.length(), 1, Limits.LENGTH);
        try {
            provider.variant(task.variant(), task.length());
            Entry.complete(provider.name(), provider.settings(), task.settings());
        } catch (IllegalArgumentException e) {
            throw wrong(e.getMessage());
        }
    }

    private static void requireState(ModelChoice model) {
        requireKnown("initial state", model.initialState(), List.of(ModelChoice.ZERO, ModelChoice.LEARNED));
    }

    private static void requireMethod(MethodList<?> list, Choice choice) {
        requireKnown(list.kind().word(), choice.name(), list.names());
        try {
            list.create(choice);
        } catch (IllegalArgumentException e) {
            throw wrong(list.kind().word() + " " + choice.name() + ": " + e.getMessage());
        }
    }

    private static void requireNumbers(Trial trial) {
        requireWhole("hidden", trial.model().hidden(), 1, Limits.UNITS);
        requireWhole("layers", trial.model().layers(), 1, Limits.LAYERS);
        requireWhole("batch", trial.budget().batch(), 1, Limits.BATCH);
        requireWhole("updates", trial.budget().updates(), 1, Limits.UPDATES);
        requireWhole("sequenceForwards", trial.budget().sequenceForwards(), 1, Long.MAX_VALUE);
        requireWhole("everyUpdates", trial.evaluation().everyUpdates(), 1, Limits.UPDATES_BETWEEN_EVALUATIONS);
        requireWhole("validationSequences", trial.evaluation().validationSequences(), 1, Limits.SEQUENCES);
        requireWhole("testSequences", trial.evaluation().testSequences(), 1, Limits.SEQUENCES);
        requireWhole("confirmationSequences", trial.evaluation().confirmationSequences(), 1, Limits.SEQUENCES);
        requireWhole("attempts", trial.evaluation().attempts(), 1, Limits.ATTEMPTS);
        requireWhole("farOffInARow", trial.divergence().farOffInARow(), 1, Limits.IN_A_ROW);
        requirePositive("chanceMultiple", trial.divergence().chanceMultiple());
    }

    /** The numbers of a run are those of its plan, so even a value that another plan may hold is refused here. */
    private static void requireMember(Trial trial, Manifest manifest) {
        Rules own = new Rules(manifest.rules().seed(), trial.budget(), trial.evaluation(), trial.divergence());
        Optional<String> difference = RecordJson.firstDifference(manifest.rules(), own);
        if (difference.isPresent()) {
            throw wrong("it does not obey the rules of its run: " + difference.get());
        }
        Manifest.Design design = manifest.design();
        if (design.tasks().stream().noneMatch(entry -> entry.task().equals(trial.task()))) {
            throw wrong("its task is none of the run's");
        }
        if (!design.models().contains(trial.model())) {
            throw wrong("its model is none of the run's");
        }
        requireNamed(trial.optimizer(), design.optimizers());
        requireNamed(trial.clipping(), design.clippings());
        requireNamed(trial.schedule(), design.schedules());
        requireNamed(trial.nonFiniteGradient(), design.policies());
        requireReplicate(trial, manifest);
    }

    private static void requireReplicate(Trial trial, Manifest manifest) {
        Replicate replicate = trial.replicate();
        requireWhole("block", replicate.block(), 0, manifest.tuning().controlBlocks() - 1);
        String kin = entry(trial.optimizer(), manifest.design().optimizers()).kin();
        if (!replicate.kin().equals(kin)) {
            throw wrong("kin is " + Shown.value(replicate.kin()) + ", expected " + kin + ", as "
                    + trial.optimizer().name() + " has");
        }
        long seed = Axes.block(manifest.rules().seed(), trial.task(), trial.model(), kin, replicate.block());
        if (trial.seed() != seed) {
            throw wrong("seed is " + trial.seed() + ", expected " + seed + ", that of its block");
        }
    }

    private static void requireNamed(Choice choice, List<Manifest.MethodEntry> entries) {
        requireKnown(
                "method of this run",
                choice.name(),
                entries.stream().map(Manifest.MethodEntry::name).toList());
    }

    private static Manifest.MethodEntry entry(Choice choice, List<Manifest.MethodEntry> entries) {
        return entries.stream()
                .filter(entry -> entry.name().equals(choice.name()))
                .findFirst()
                .orElseThrow();
    }

    private static void requireKnown(String kind, String name, Collection<String> known) {
        if (!known.contains(name)) {
            throw wrong("unknown " + kind + " " + Shown.value(name) + NameHint.hint(name, known));
        }
    }

    private static void requireWhole(String name, long value, long least, long greatest) {
        if (value < least || value > greatest) {
            throw wrong(name + " is " + value + ", expected a whole number from " + least + " to " + greatest);
        }
    }

    private static void requirePositive(String name, double value) {
        if (!(value > 0)) {
            throw wrong(name + " is " + value + ", expected a number greater than 0");
        }
    }

    private static IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException(Shown.sentence(what));
    }
}
