package org.longspan.suite.catalogue;

import java.util.List;
import org.longspan.harness.task.TaskCatalogue;
import org.longspan.model.cell.Cells;
import org.longspan.model.initialization.Initializations;
import org.longspan.model.regularizer.Regularizers;
import org.longspan.optim.catalogue.Optimizers;
import org.longspan.optim.clip.Clippings;
import org.longspan.optim.nonfinite.NonFinitePolicies;
import org.longspan.optim.schedule.MomentumSchedules;
import org.longspan.optim.schedule.Schedules;
import org.longspan.task.TaskProvider;

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
        return with(TaskCatalogue.load(List.of()).providers());
    }

    /** Returns the lists of this build, with these families of tasks. */
    public static Catalogue with(List<TaskProvider> tasks) {
        return new Catalogue(List.of(
                new Section(
                        "tasks",
                        "What is learned. A plan names a family and a variant, and the lengths T.",
                        tasks.stream()
                                .flatMap(task -> TaskItems.of(task).stream())
                                .toList()),
                Section.of("models", "Recurrent cells. A plan names one as the cell of a model.", Cells.all()),
                Section.of("optimizers", "What moves the weights, given a gradient.", Optimizers.all()),
                Section.of("clippings", "What is done to a gradient that is too large.", Clippings.all()),
                Section.of("policies", "What becomes of a gradient that is not finite.", NonFinitePolicies.all()),
                Section.of("initializations", "What the weights are before the first update.", Initializations.all()),
                Section.of("regularizers", "What is added to the loss.", Regularizers.all()),
                Section.of("schedules", "A factor on the learning rate over the updates.", Schedules.all()),
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
