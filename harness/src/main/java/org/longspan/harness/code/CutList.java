package org.longspan.harness.code;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.longspan.harness.method.MethodCatalogue;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.Trial;
import org.longspan.model.cell.Cells;
import org.longspan.model.initialization.Initializations;
import org.longspan.model.regularizer.Regularizers;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.optim.catalogue.Optimizers;
import org.longspan.optim.clip.Clippings;
import org.longspan.optim.nonfinite.NonFinitePolicies;
import org.longspan.optim.schedule.MomentumSchedules;
import org.longspan.optim.schedule.Schedules;

/**
 * A list of methods at which the closure of a trial's code is cut. The list refers to every method, but a trial uses
 * only one, so the closure continues at the entry that the trial names.
 *
 * @param list the class of the list
 * @param entries of the list
 * @param named values of a trial that may name entries of the list
 * @param required whether every trial names an entry
 */
record CutList(
        Class<?> list,
        List<? extends Entry<?>> entries,
        Function<Trial, ? extends Collection<?>> named,
        boolean required) {

    /** Returns the names of the classes that list this build's methods. */
    static Set<String> classes() {
        return all(MethodCatalogue.ofThisBuild()).stream()
                .map(methods -> methods.list().getName())
                .collect(Collectors.toSet());
    }

    /** Returns all lists, including the methods of external jars. */
    static List<CutList> all(MethodCatalogue methods) {
        return List.of(
                one(
                        Cells.class,
                        methods.cells().entries(),
                        trial -> trial.model().cell()),
                one(
                        Initializations.class,
                        methods.initializations().entries(),
                        trial -> trial.model().initialization()),
                one(
                        Regularizers.class,
                        methods.regularizers().entries(),
                        trial -> trial.model().regularizer()),
                one(Optimizers.class, methods.optimizers().entries(), Trial::optimizer),
                one(Clippings.class, methods.clippings().entries(), Trial::clipping),
                one(Schedules.class, methods.schedules().entries(), Trial::schedule),
                one(
                        NonFinitePolicies.class,
                        methods.policies().entries(),
                        trial -> trial.divergence().nonFiniteGradient()),
                // A setting of some optimizers; any other optimizer names its schedule in its own source.
                new CutList(
                        MomentumSchedules.class,
                        MomentumSchedules.all(),
                        trial -> trial.optimizer().settings().values().values(),
                        false));
    }

    private static CutList one(Class<?> list, List<? extends Entry<?>> entries, Function<Trial, Choice> choice) {
        return new CutList(list, entries, trial -> List.of(choice.apply(trial).name()), true);
    }

    /** Returns the classes that declare the entries named by {@code trial}; empty if a required entry is missing. */
    Optional<List<Class<?>>> sources(Trial trial) {
        Collection<?> names = named.apply(trial);
        List<Class<?>> sources = new ArrayList<>();
        for (Entry<?> entry : entries) {
            if (names.contains(entry.name())) {
                sources.add(entry.source());
            }
        }
        return required && sources.isEmpty() ? Optional.empty() : Optional.of(sources);
    }
}
