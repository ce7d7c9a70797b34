package org.longspan.harness.record.claim;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Runs of a plan: those that stand on each axis where it is fixed.
 *
 * @param plan file of the plan, as the claim names it
 * @param models one of which the model must match; empty for any
 * @param names that the other axes are fixed to, any of them; an axis that is not here is free
 */
public record Side(String plan, List<ModelPattern> models, Map<Axis, List<String>> names) {

    public Side {
        models = List.copyOf(models);
        names = Collections.unmodifiableMap(new TreeMap<>(names));
    }

    /** Returns whether a run of {@code cell} belongs to it. */
    public boolean takes(Cell cell) {
        return (models.isEmpty() || models.stream().anyMatch(model -> model.matches(cell.model())))
                && names.entrySet().stream().allMatch(fixed -> takes(fixed.getKey(), fixed.getValue(), cell));
    }

    private static boolean takes(Axis axis, List<String> wanted, Cell cell) {
        String variant = cell.task().family() + "/" + cell.task().variant();
        return wanted.contains(cell.name(axis)) || axis == Axis.TASK && wanted.contains(variant);
    }

    /** Returns the axes on which it is fixed. */
    public Set<Axis> fixed() {
        Set<Axis> fixed = new TreeSet<>(names.keySet());
        if (!models.isEmpty()) {
            fixed.add(Axis.MODEL);
        }
        return fixed;
    }
}
