package org.longspan.suite.exact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.longspan.harness.record.TaskChoice;
import org.longspan.harness.record.Trial;
import org.longspan.harness.task.TaskCatalogue;
import org.longspan.model.cell.Cells;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Setting;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.optim.catalogue.Optimizers;
import org.longspan.optim.clip.Clippings;
import org.longspan.task.TaskProvider;
import org.longspan.task.Variant;

/**
 * A short trial for each cell, optimizer, clipping and family of tasks that no chosen trial holds: what is added to a list
 * is in the matrix at once.
 */
final class DerivedTrials {

    private static final int UPDATES = 40;
    private static final int EVALUATED_EVERY = 20;
    private static final double TIGHT = 1e-3; // clips every gradient
    private static final int LONG = 18;

    private final List<ExactTrial> chosen;

    private DerivedTrials(List<ExactTrial> chosen) {
        this.chosen = chosen;
    }

    static List<ExactTrial> beside(List<ExactTrial> chosen) {
        DerivedTrials trials = new DerivedTrials(chosen);
        List<ExactTrial> derived = new ArrayList<>();
        trials.others(Cells.all(), trial -> trial.model().cell().name())
                .map(cell -> ofCell(cell.name()))
                .forEach(derived::add);
        trials.others(Optimizers.all(), trial -> trial.optimizer().name())
                .map(optimizer -> ofOptimizer(optimizer.name()))
                .forEach(derived::add);
        trials.others(Clippings.all(), trial -> trial.clipping().name())
                .map(DerivedTrials::ofClipping)
                .forEach(derived::add);
        trials.otherFamilies().map(DerivedTrials::ofFamily).forEach(derived::add);
        return derived;
    }

    private <T> Stream<Entry<T>> others(List<Entry<T>> list, Function<Trial, String> part) {
        Set<String> used = used(part);
        return list.stream().filter(entry -> !used.contains(entry.name()));
    }

    /** A family that reads a file of the user's has no trial here. */
    private Stream<TaskProvider> otherFamilies() {
        Set<String> used = used(trial -> trial.task().family());
        return TaskCatalogue.load(List.of()).providers().stream()
                .filter(family -> family.settings().stream().noneMatch(Setting.File.class::isInstance))
                .filter(family -> !used.contains(family.name()));
    }

    private Set<String> used(Function<Trial, String> part) {
        return chosen.stream().map(ExactTrial::trial).map(part).collect(Collectors.toSet());
    }

    private static ExactTrial ofCell(String name) {
        return ExactTrials.adding(name).by("adam", Map.of()).of("cell-" + name, UPDATES, EVALUATED_EVERY);
    }

    private static ExactTrial ofOptimizer(String name) {
        return ExactTrials.adding("tanh-rnn").by(name, Map.of()).of("optimizer-" + name, UPDATES, EVALUATED_EVERY);
    }

    private static ExactTrial ofClipping(Entry<?> entry) {
        Map<String, Object> settings = new HashMap<>(); // looked up only
        entry.settings().stream()
                .filter(setting -> setting.name().equals("threshold"))
                .forEach(setting -> settings.put("threshold", TIGHT));
        entry.settings().stream()
                .filter(setting -> setting.name().equals("relative-to"))
                .forEach(setting -> settings.put("relative-to", "absolute"));
        return ExactTrials.adding("tanh-rnn")
                .clipped(entry.name(), settings)
                .of("clipping-" + entry.name(), UPDATES, EVALUATED_EVERY);
    }

    private static ExactTrial ofFamily(TaskProvider family) {
        Variant variant = family.variants().get(0);
        Settings settings = Entry.complete(family.name(), family.settings(), Settings.NONE);
        int length = Math.max(LONG, variant.shortest());
        while (length > variant.shortest() && steps(family, variant, length, settings) > ExactTrial.LONGEST) {
            length--;
        }
        TaskChoice task = new TaskChoice(family.name(), variant.name(), length, settings, Map.of());
        return new ExactTrial.Builder(task, ExactTrials.model("tanh-rnn"))
                .by("adam", Map.of())
                .of("task-" + family.name(), UPDATES, EVALUATED_EVERY);
    }

    private static int steps(TaskProvider family, Variant variant, int length, Settings settings) {
        return family.create(variant.name(), length, settings).description().steps();
    }
}
