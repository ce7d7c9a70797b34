package org.longspan.probes;

import java.util.List;
import java.util.stream.Stream;
import org.longspan.numerics.catalogue.Entry;

/** All probes by name. */
public final class Probes {

    private Probes() {}

    /** Returns every probe, in the order of a report; a new one is one more line here. */
    public static List<Entry<Probe>> all() {
        return List.of(
                SignalByLag.ENTRY, CurvatureByLag.ENTRY, Lyapunov.ENTRY, ClipBias.ENTRY, NegativeCurvature.ENTRY);
    }

    /**
     * Returns the probe of that name.
     *
     * @throws IllegalArgumentException if there is none; the message lists the known names
     */
    public static Entry<Probe> named(String name) {
        return Entry.find("probe", all(), name);
    }

    /** Returns every instrument that watches a whole run, in the order of a report. */
    public static List<Entry<RunCost>> ofARun() {
        return List.of(GradientTail.ENTRY, Slice.ENTRY);
    }

    /** Returns whether the instrument of that name watches a whole run, and so looks at its end alone. */
    public static boolean watchesARun(String name) {
        return ofARun().stream().anyMatch(entry -> entry.name().equals(name));
    }

    /** Returns whether what the probe of that name finds depends on the clippings that a plan compares. */
    public static boolean comparesClippings(String name) {
        return name.equals(ClipBias.ENTRY.name());
    }

    /** Returns the names of all instruments that a plan can ask for: the probes, and those that watch a whole run. */
    public static List<String> names() {
        return Stream.concat(all().stream(), ofARun().stream()).map(Entry::name).toList();
    }
}
