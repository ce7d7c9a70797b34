package org.longspan.reports.summary;

import java.util.Comparator;
import java.util.List;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.Manifest.MethodEntry;

/**
 * The order of a cell's runs: by block, then tuning before evaluation, then schedule, policy and id, whatever order
 * they finished in.
 */
final class RunOrder {

    private RunOrder() {}

    static Comparator<Run> of(Manifest manifest) {
        List<String> schedules = names(manifest.design().schedules());
        List<String> policies = names(manifest.design().policies());
        return Comparator.comparingInt(Run::block)
                .thenComparing(Run::phase)
                .thenComparingInt(
                        run -> schedules.indexOf(run.trial().schedule().name()))
                .thenComparingInt(
                        run -> policies.indexOf(run.trial().nonFiniteGradient().name()))
                .thenComparing(run -> run.stored().id());
    }

    private static List<String> names(List<MethodEntry> methods) {
        return methods.stream().map(MethodEntry::name).toList();
    }
}
