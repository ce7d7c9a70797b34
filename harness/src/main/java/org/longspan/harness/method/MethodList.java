package org.longspan.harness.method;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.longspan.harness.plugin.PlugIns;
import org.longspan.harness.record.Choice;
import org.longspan.harness.refusal.NameHint;
import org.longspan.harness.refusal.Shown;
import org.longspan.harness.refusal.UserError;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Settings;

/**
 * A list of methods. Where a plan may leave a method out, the first entry is the default.
 *
 * @param <T> type of the methods
 * @param kind of the methods
 * @param entries those of this build, then those of external jars, each part in the order of its own list
 * @param origins where each external entry comes from, by its name
 */
public record MethodList<T>(MethodKind kind, List<Entry<T>> entries, Map<String, Origin> origins) {

    /**
     * Where an external entry comes from.
     *
     * @param jar that holds it
     * @param provider the class in that jar that provides it
     */
    public record Origin(Path jar, Class<?> provider) {}

    public MethodList {
        entries = List.copyOf(entries);
        origins = Map.copyOf(origins); // never iterated
    }

    /** Returns a list of these entries of this build. */
    public static <T> MethodList<T> of(MethodKind kind, List<Entry<T>> entries) {
        return new MethodList<>(kind, entries, Map.of());
    }

    /** Returns the names in list order. */
    public List<String> names() {
        return entries.stream().map(Entry::name).toList();
    }

    /**
     * Returns the entry of that name.
     *
     * @throws UserError if there is none; the message lists the known names
     */
    public Entry<T> named(String name) {
        return find(name)
                .orElseThrow(() -> new UserError(
                        "unknown " + kind.word() + " " + Shown.value(name) + NameHint.hint(name, names())));
    }

    /**
     * Creates the method that {@code choice} names.
     *
     * @throws UserError if there is none of that name
     * @throws IllegalArgumentException for an unknown setting or a value out of range
     */
    public T create(Choice choice) {
        return named(choice.name()).create(choice.settings());
    }

    /** Returns the jar of the entry of that name; empty if the entry belongs to this build. */
    public Optional<Path> jarOf(String name) {
        return Optional.ofNullable(origins.get(name)).map(Origin::jar);
    }

    /**
     * Returns the class at which the code of {@code entry}, one of this list, begins. An external entry begins at its
     * provider, whatever class its factory is from, so that its whole jar counts.
     */
    public Class<?> source(Entry<?> entry) {
        Origin origin = origins.get(entry.name());
        return origin == null ? entry.source() : origin.provider();
    }

    private Optional<Entry<T>> find(String name) {
        return entries.stream().filter(entry -> entry.name().equals(name)).findFirst();
    }

    /** Returns this list with the entries of an external jar appended. */
    MethodList<T> and(List<Entry<T>> external, Origin origin, String place) {
        List<Entry<T>> all = new ArrayList<>(entries);
        Map<String, Origin> known = new HashMap<>(origins);
        for (Entry<T> entry : external) {
            if (all.stream().anyMatch(other -> other.name().equals(entry.name()))) {
                throw new UserError(kind.word() + " " + entry.name() + " of " + place + " is already defined by "
                        + Optional.ofNullable(known.get(entry.name()))
                                .map(other -> other.jar().toString())
                                .orElse("this build")
                        + ", expected a name of its own");
            }
            all.add(guarded(entry, place));
            known.put(entry.name(), origin);
        }
        return new MethodList<>(kind, all, known);
    }

    /**
     * Passes on an {@link IllegalArgumentException}, which refuses settings; any other exception is a fault of the jar.
     */
    private Entry<T> guarded(Entry<T> entry, String place) {
        return entry.with(settings -> made(entry, settings, place));
    }

    private T made(Entry<T> entry, Settings settings, String place) {
        try {
            return entry.factory().apply(settings);
        } catch (IllegalArgumentException | OutOfMemoryError e) {
            throw e;
        } catch (RuntimeException | Error e) {
            throw new UserError(
                    kind.word() + " " + entry.name() + " of " + place + " cannot be made: " + PlugIns.told(e), e);
        }
    }
}
