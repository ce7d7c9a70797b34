package org.longspan.harness.code;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.longspan.harness.method.MethodCatalogue;
import org.longspan.harness.method.MethodList;
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
import org.longspan.probes.Probes;

/**
 * A list of methods at which the closure of a trial's code is cut. The list refers to every method, but a trial uses
 * only one, so the closure continues at the entry that the trial names.
 *
 * @param list the class of the list
 * @param sources the class at which the code of each entry begins, by the entry's name
 * @param named values of a trial that may name entries of the list
 * @param required whether every trial names an entry
 */
record CutList(
        Class<?> list,
        Map<String, Class<?>> sources,
        Function<Trial, ? extends Collection<?>> named,
        boolean required) {

    /** Returns the names of the classes that list this build's methods and probes. */
    static Set<String> classes() {
        return Stream.concat(all(MethodCatalogue.ofThisBuild()).stream().map(CutList::list), Stream.of(Probes.class))
                .map(Class::getName)
                .collect(Collectors.toSet());
    }

    /** Returns all lists, including the methods of external jars. */
    static List<CutList> all(MethodCatalogue methods) {
        return List.of(
                one(Cells.class, methods.cells()),
                one(Initializations.class, methods.initializations()),
                one(Regularizers.class, methods.regularizers()),
                one(Optimizers.class, methods.optimizers()),
                one(Clippings.class, methods.clippings()),
                one(Schedules.class, methods.schedules()),
                one(NonFinitePolicies.class, methods.policies()),
                // A setting of some optimizers; any other optimizer names its schedule in its own source.
                new CutList(
                        MomentumSchedules.class,
                        sources(MomentumSchedules.all(), Entry::source),
                        trial -> trial.optimizer().settings().values().values(),
                        false));
    }

    private static CutList one(Class<?> list, MethodList<?> methods) {
        return new CutList(
                list,
                sources(methods.entries(), methods::source),
                trial -> List.of(methods.kind().in(trial).name()),
                true);
    }

    private static Map<String, Class<?>> sources(
            List<? extends Entry<?>> entries, Function<Entry<?>, Class<?>> source) {
        Map<String, Class<?>> sources = new LinkedHashMap<>();
        entries.forEach(entry -> sources.put(entry.name(), source.apply(entry)));
        return sources;
    }

    /** Returns the classes that declare the entries named by {@code trial}; empty if a required entry is missing. */
    Optional<List<Class<?>>> sources(Trial trial) {
        List<Class<?>> found = new ArrayList<>();
        for (Object name : named.apply(trial)) {
            if (sources.containsKey(name)) {
                found.add(sources.get(name));
            }
        }
        return required && found.isEmpty() ? Optional.empty() : Optional.of(found);
    }
}
