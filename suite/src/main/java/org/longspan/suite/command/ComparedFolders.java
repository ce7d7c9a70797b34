package org.longspan.suite.command;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.Manifest.MethodEntry;
import org.longspan.harness.refusal.UserError;
import org.longspan.reports.compare.Against;
import org.longspan.reports.compare.Comparison;
import org.longspan.reports.compare.NameMatch;
import org.longspan.reports.compare.RunSource;
import org.longspan.suite.text.MemoryHint;

/** Compares folders of runs that have something in common. */
final class ComparedFolders {

    private static final String OF_TWO_NAMES = ", or --match NAME=OTHER for methods that go by two names";

    private ComparedFolders() {}

    /**
     * Compares runs whose methods match by their names alone.
     *
     * @throws UserError as {@link #of(List, List)} does
     */
    static Comparison of(List<? extends RunSource> runs) {
        return of(runs, Collections.nCopies(runs.size() - 1, NameMatch.EQUAL), "");
    }

    /**
     * Compares them.
     *
     * @throws UserError if another run has no arm on a problem in common with the base, or if memory does not suffice
     */
    static Comparison of(List<? extends RunSource> runs, List<NameMatch> matches) {
        return of(runs, matches, OF_TWO_NAMES);
    }

    private static Comparison of(List<? extends RunSource> runs, List<NameMatch> matches, String advice) {
        try {
            Comparison comparison = Comparison.of(List.copyOf(runs), matches);
            comparison.against().stream()
                    .filter(Against::sharesNothing)
                    .findFirst()
                    .ifPresent(against -> {
                        throw disjoint(comparison, against, advice);
                    });
            return comparison;
        } catch (OutOfMemoryError e) {
            throw new UserError(
                    "the comparison does not fit into memory; no file was changed, and " + MemoryHint.sentence(), e);
        }
    }

    private static UserError disjoint(Comparison comparison, Against against, String advice) {
        String base = comparison.base().name();
        String run = against.run().name();
        Manifest ours = comparison.base().run().manifest();
        Manifest theirs = against.run().run().manifest();
        boolean places = against.only().base().arms().isEmpty();
        String why = places
                ? "equal arms, but no model on a task of one length in common"
                : "the optimizers " + names(ours.design().optimizers()) + " and "
                        + names(theirs.design().optimizers());
        return new UserError(
                base + " and " + run + " have no arm on a problem in common, so nothing can be compared: they"
                        + " have " + why + "; expected runs of overlapping plans" + advice);
    }

    private static String names(List<MethodEntry> methods) {
        return methods.stream().map(MethodEntry::name).collect(Collectors.joining(", "));
    }
}
