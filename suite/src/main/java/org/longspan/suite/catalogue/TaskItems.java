package org.longspan.suite.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.longspan.harness.plugin.PlugInError;
import org.longspan.harness.task.TaskCatalogue;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Setting;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.suite.text.Wording;
import org.longspan.task.Standing;
import org.longspan.task.TaskProvider;
import org.longspan.task.Variant;

/** Makes one item per variant of a family of tasks. */
final class TaskItems {

    private TaskItems() {}

    static List<Item> of(TaskCatalogue tasks) {
        return tasks.providers().stream()
                .flatMap(provider ->
                        PlugInError.guard(tasks.plugIn(provider.name()).stream().toList(), () -> of(provider, tasks)))
                .toList();
    }

    private static Stream<Item> of(TaskProvider provider, TaskCatalogue tasks) {
        return provider.variants().stream()
                .map(variant -> item(provider, variant).from(tasks.jarOf(provider.name())))
                .toList()
                .stream();
    }

    private static Item item(TaskProvider provider, Variant variant) {
        return new Item(
                provider.name() + " " + variant.name(),
                provider.summary() + " " + variant.summary() + " T is at least " + variant.shortest() + ".",
                standing(provider, variant),
                variant.citation(),
                provider.settings(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    /** A task that reads files cannot be created without them, so its chance level is described in the summary. */
    private static String standing(TaskProvider provider, Variant variant) {
        if (provider.settings().stream().anyMatch(Setting.File.class::isInstance)) {
            return "chance: measured on the files that the plan names";
        }
        Settings settings = Entry.complete(provider.name(), provider.settings(), Settings.NONE);
        Standing standing = provider.create(variant.name(), variant.shortest(), settings)
                .description()
                .standing();
        if (standing instanceof Standing.Solvable task) {
            return "chance: " + Wording.line(task.chanceFormula()) + "\nsolved: "
                    + Wording.line(task.measure().meaning()) + " ≤ " + Wording.number(task.solvedAtMost());
        }
        Standing.Open task = (Standing.Open) standing;
        return "chance: " + Wording.number(task.chance()) + ", " + Wording.line(task.chanceMeaning())
                + "\nno solved criterion";
    }
}
