package org.longspan.harness.code;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.longspan.harness.probe.ProbingRunner;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.Trial;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.probes.GradientTail;
import org.longspan.probes.Probe;
import org.longspan.probes.Probes;
import org.longspan.probes.Slice;

/**
 * The classes where the code of a probe begins: what runs it at its moments, and its own. The list of all probes is cut,
 * as those of methods are: a new probe makes no record of another stale.
 */
final class ProbeRoots {

    private static final Map<String, Set<Class<?>>> ROOTS = roots();

    private ProbeRoots() {}

    private static Map<String, Set<Class<?>>> roots() {
        Map<String, Set<Class<?>>> roots = new LinkedHashMap<>();
        for (Entry<Probe> probe : Probes.all()) {
            roots.put(probe.name(), Set.of(ProbingRunner.class, probe.source()));
        }
        roots.put(GradientTail.NAME, Set.of(ProbingRunner.class, GradientTail.class));
        roots.put(Slice.NAME, Set.of(ProbingRunner.class, Slice.class));
        return roots;
    }

    /** Returns the root classes of the probe of that name; empty if there is none. */
    static Optional<Set<Class<?>>> of(String probe) {
        return Optional.ofNullable(ROOTS.get(probe));
    }

    /** Returns a trial under another clipping. */
    static Trial under(Choice clipping, Trial trial) {
        return new Trial(
                trial.task(),
                trial.model(),
                trial.optimizer(),
                trial.schedule(),
                clipping,
                trial.nonFiniteGradient(),
                trial.budget(),
                trial.evaluation(),
                trial.divergence(),
                trial.seed(),
                trial.replicate());
    }
}
