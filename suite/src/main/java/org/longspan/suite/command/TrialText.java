package org.longspan.suite.command;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.ModelChoice;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.TaskChoice;
import org.longspan.harness.record.Trial;
import org.longspan.harness.refusal.Shown;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.suite.text.Wording;

/** Describes a trial in one line. */
final class TrialText {

    private TrialText() {}

    static String of(Trial trial) {
        return task(trial.task()) + ", " + model(trial.model()) + ", " + choice(trial.optimizer()) + ", "
                + choice(trial.clipping()) + ", block " + trial.replicate().block() + ", "
                + trial.replicate().phase().word();
    }

    static String task(TaskChoice task) {
        return variant(task) + " T=" + task.length();
    }

    /** Returns the family, variant and settings of a task, without its length. */
    static String variant(TaskChoice task) {
        return task.family() + " " + choice(new Choice(task.variant(), task.settings()));
    }

    /** Returns all parts of a model that may differ within a plan. */
    static String model(ModelChoice model) {
        StringBuilder text = new StringBuilder(choice(model.cell()) + " H=" + model.hidden());
        if (model.layers() > 1) {
            text.append(" layers=").append(model.layers());
        }
        text.append(' ').append(choice(model.initialization()));
        if (!model.regularizer().name().equals(Entry.NONE)) {
            text.append(' ').append(choice(model.regularizer()));
        }
        boolean begunAtZero = model.initialState().equals(ModelChoice.ZERO);
        return text.append(begunAtZero ? "" : " initial-state=" + model.initialState())
                .toString();
    }

    static String choice(Choice choice) {
        Map<String, Object> values = choice.settings().values();
        return values.isEmpty()
                ? choice.name()
                : choice.name()
                        + values.entrySet().stream()
                                .map(setting -> setting.getKey() + "=" + value(setting.getValue()))
                                .collect(Collectors.joining(" ", "(", ")"));
    }

    static String value(Object value) {
        return value instanceof Double number ? Wording.number(number) : value.toString();
    }

    static String of(Outcome outcome) {
        if (outcome instanceof Outcome.Solved solved) {
            return "solved at update " + Wording.count(solved.updates());
        }
        if (outcome instanceof Outcome.Diverged diverged) {
            String cause = diverged.cause().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            return "diverged at update " + Wording.count(diverged.update()) + ", " + cause;
        }
        if (outcome instanceof Outcome.Skipped skipped) {
            return "skipped, " + Wording.line(skipped.reason());
        }
        return outcome instanceof Outcome.Failed failed
                ? "failed, " + Shown.sentence(Wording.line(failed.error()))
                : "not solved within the budget";
    }
}
