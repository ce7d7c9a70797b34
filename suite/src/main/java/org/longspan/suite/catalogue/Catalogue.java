package org.longspan.suite.catalogue;

import java.util.List;
import java.util.stream.Stream;
import org.longspan.harness.method.MethodCatalogue;
import org.longspan.harness.task.TaskCatalogue;
import org.longspan.optim.schedule.MomentumSchedules;
import org.longspan.probes.Probes;

/**
 * All lists, in the order in which they are printed.
 *
 * @param sections one per list
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
            "momentum-schedules",
            "probes");

    /** Returns the lists of this build. */
    public static Catalogue ofThisBuild() {
        return of(TaskCatalogue.load(List.of()), MethodCatalogue.ofThisBuild());
    }

    /** Returns the lists of these tasks and methods. */
    public static Catalogue of(TaskCatalogue tasks, MethodCatalogue methods) {
        return new Catalogue(List.of(
                new Section(
                        "tasks",
                        "Families of tasks to learn. A plan names a family, a variant and the lengths T.",
                        TaskItems.of(tasks)),
                Section.of("models", "Recurrent cells. Each model of a plan names one.", methods.cells()),
                Section.of("optimizers", "Methods that update the weights.", methods.optimizers()),
                Section.of("clippings", "Ways to limit gradients that are too large.", methods.clippings()),
                Section.of("policies", "Responses to a gradient that is not finite.", methods.policies()),
                Section.of("initializations", "Ways to set the initial weights.", methods.initializations()),
                Section.of("regularizers", "Penalties added to the loss.", methods.regularizers()),
                Section.of(
                        "schedules", "Factors on the learning rate, by the number of the update.", methods.schedules()),
                Section.of(
                        "momentum-schedules",
                        "Momentum by the number of the update. A plan names one as a method's momentum-schedule.",
                        MomentumSchedules.all()),
                new Section(
                        "probes",
                        "Instruments that look at a network during its training and change nothing. A plan names them and"
                                + " the moments of their looks; the last two watch the whole run.",
                        Stream.of(Probes.all(), Probes.ofARun())
                                .flatMap(List::stream)
                                .map(Item::of)
                                .toList())));
    }

    /** Returns the list of that name, one of {@link #NAMES}. */
    public Section section(String name) {
        return sections.stream()
                .filter(section -> section.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no list " + name + "; known: " + NAMES));
    }
}
