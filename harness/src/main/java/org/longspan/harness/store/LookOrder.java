package org.longspan.harness.store;

import java.util.Comparator;
import java.util.List;
import org.longspan.harness.record.ProbeChoice;

/** The order of the looks at a trial: probes and moments as the plan names them, and after these by their names. */
final class LookOrder implements Comparator<LookName> {

    private final Comparator<LookName> order;

    LookOrder(List<ProbeChoice> probes) {
        List<LookName> planned = probes.stream()
                .flatMap(probe -> probe.at().stream().map(moment -> new LookName(probe.name(), moment)))
                .toList();
        this.order = Comparator.<LookName>comparingInt(
                        name -> planned.contains(name) ? planned.indexOf(name) : planned.size())
                .thenComparing(LookName::probe)
                .thenComparingInt(name -> name.moment().length()) // 200 before 1000
                .thenComparing(LookName::moment);
    }

    @Override
    public int compare(LookName one, LookName other) {
        return order.compare(one, other);
    }
}
