package org.longspan.harness.store;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.longspan.harness.code.TrialCode;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.ProbeChoice;
import org.longspan.harness.record.Trial;

/**
 * What a run may use again.
 *
 * @param code hashes of the running code
 * @param accepted hashes of other code whose results and looks may be reused
 * @param probes of the plan: a result counts as there only with every look that they ask of its trial
 * @param clippings of the plan, which some probes compare
 */
public record Usable(TrialCode code, Set<String> accepted, List<ProbeChoice> probes, List<Choice> clippings) {

    public Usable {
        accepted = Set.copyOf(accepted);
        clippings = List.copyOf(clippings);
        probes = List.copyOf(probes);
    }

    /** Returns what a run without probes may use again that takes results of the running code alone. */
    public static Usable of(TrialCode code) {
        return new Usable(code, Set.of(), List.of(), List.of());
    }

    /** Returns the hash of the running code of what a probe finds in a trial; empty if this program cannot run it. */
    Optional<String> codeOf(Trial trial, String probe) {
        return code.hash(trial, probe, clippings);
    }

    /** Returns whether {@code its} is the running code, which is unknown if the program cannot run the trial, or accepted. */
    boolean takes(Optional<String> running, String its) {
        return running.equals(Optional.of(its)) || accepted.contains(its);
    }

    /** Returns the looks that the plan asks of a trial, in its order. */
    List<LookName> asked(Trial trial) {
        return probes.stream()
                .filter(probe -> probe.looksAt(trial))
                .flatMap(probe -> probe.at().stream().map(moment -> new LookName(probe.name(), moment)))
                .toList();
    }
}
