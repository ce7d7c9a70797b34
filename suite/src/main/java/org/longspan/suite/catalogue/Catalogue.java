package org.longspan.suite.catalogue;

import java.util.List;
import org.longspan.harness.method.MethodCatalogue;
import org.longspan.harness.task.TaskCatalogue;
import org.longspan.optim.schedule.MomentumSchedules;

/**
 * All lists, in the order in which a reader meets them.
 *
 * @param sections one for each list
 */
public record Catalogue(List<Section> sections) {

    /** The names of all lists. */
    public static final List<String> NAMES = List.of(
            "tasks",
            "models",
            "optimizers",
            "clippings",
            "policies",
            "initializations",
            "regularizers",
            "schedules",
            "momentum-schedules");

    /** Returns the lists of this build. */
    public static Catalogue ofThisBuild() {
        return of(TaskCatalogue.load(List.of()), MethodCatalogue.ofThisBuild());
    }

    /** Returns all lists, with these families of tasks and these methods. */
    public static Catalogue of(TaskCatalogue tasks, MethodCatalogue methods) {
        return new Catalogue(List.of(
                new Section(
                        "tasks",
                        "What is learned. A plan names a family and a variant, and the lengths T.",
                        tasks.providers().stream()
                                .flatMap(task -> TaskItems.of(task).stream())
                                .toList()),
                Section.of("models", "Recurrent cells. A plan names one as the cell of a model.", methods.cells()),
                Section.of("optimizers", "What moves the weights, given a gradient.", methods.optimizers()),
                Section.of("clippings", "What is done to a gradient that is too large.", methods.clippings()),
                Section.of("policies", "What becomes of a gradient that is not finite.", methods.policies()),
                Section.of(
                        "initializations", "What the weights are before the first update.", methods.initializations()),
                Section.of("regularizers", "What is added to the loss.", methods.regularizers()),
                Section.of("schedules", "A factor on the learning rate over the updates.", methods.schedules()),
                Section.of(
                        "momentum-schedules",
                        "The momentum over the updates. A plan names one as a method's momentum-schedule.",
                        MomentumSchedules.all())));
    }

    /** Returns the list of that name, one of {@link #NAMES}. */
    public Section section(String name) {
        return sections.stream()
                .filter(section -> section.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no list " + name + "; known: " + NAMES));
    }
}
