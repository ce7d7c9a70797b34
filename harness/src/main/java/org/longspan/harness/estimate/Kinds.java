package org.longspan.harness.estimate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.longspan.harness.grid.GridCell;
import org.longspan.harness.method.MethodCatalogue;
import org.longspan.harness.record.Spent;
import org.longspan.optim.ClippingScheme;

/** Puts cells together by the kind of their trials. Skipped ones are left out, as they take no time. */
final class Kinds {

    private Kinds() {}

    /**
     * The trials of one kind.
     *
     * @param first the first cell with such trials
     * @param left number of trials that are still to be run
     * @param spent what the others took
     * @param unitCost cost of measuring the units of all their thresholds, each once, in sequence-forwards
     */
    record Trials(GridCell first, int left, List<Spent> spent, long unitCost) {

        int all() {
            return left + spent.size();
        }

        private static Trials sum(Trials one, Trials other) {
            one.spent.addAll(other.spent);
            return new Trials(one.first, one.left + other.left, one.spent, one.unitCost + other.unitCost);
        }
    }

    /** Returns the kinds of {@code cells} in order of their first. */
    static Map<TrialKind, Trials> of(List<StoredCell> cells, MethodCatalogue methods) {
        Map<TrialKind, Trials> kinds = new LinkedHashMap<>();
        Set<List<Object>> measured = new HashSet<>(); // never iterated
        for (StoredCell stored : cells) {
            GridCell cell = stored.cell();
            if (cell.skip().isEmpty() && cell.trials() > 0) {
                long unitCost = unitCost(cell, methods, measured);
                Trials trials = new Trials(cell, stored.left(), new ArrayList<>(stored.spent()), unitCost);
                kinds.merge(TrialKind.of(cell), trials, Trials::sum);
            }
        }
        return kinds;
    }

    /** The clippings and kin of a block share its units, and the first trial that needs one measures it. */
    private static long unitCost(GridCell cell, MethodCatalogue methods, Set<List<Object>> measured) {
        ClippingScheme scheme =
                methods.clippings().create(cell.arm().clippings().get(0));
        long cost = scheme.unit().cost(cell.plan().rules().budget().batch());
        List<Object> unit =
                List.of(cell.task(), cell.model(), cell.arm().kin(), cell.block(), scheme.unit(), scheme.site());
        return cost > 0 && measured.add(unit) ? cost : 0;
    }
}
