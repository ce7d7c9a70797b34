package org.longspan.harness.grid;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.longspan.harness.method.MethodCatalogue;
import org.longspan.harness.record.Choice;
import org.longspan.numerics.oracle.SequenceForwards;

/**
 * What single steps cost beside the cap on a trial, all in sequence-forwards. A trial ends between steps: the one that
 * has begun is finished, so a trial may overrun its cap by almost the cost of a step.
 *
 * @param cap of a trial
 * @param gradient cost of a mini-batch's gradient, which is a step of most optimizers
 * @param steps greatest cost of a step, by the name of each optimizer that has trials
 */
public record StepCosts(long cap, long gradient, Map<String, Long> steps) {

    public StepCosts {
        steps = Collections.unmodifiableMap(new LinkedHashMap<>(steps));
    }

    /** Returns the costs of a grid's trials, in the grid's order. */
    public static StepCosts of(Grid grid, MethodCatalogue methods) {
        int batch = grid.plan().rules().budget().batch();
        long gradient = (long) SequenceForwards.GRADIENT * batch;
        return new StepCosts(
                grid.plan().rules().budget().sequenceForwards(),
                gradient,
                greatest(
                        grid,
                        choice -> orElse(
                                gradient,
                                () -> methods.optimizers().create(choice).costOfAStep(batch))));
    }

    /** Returns the greatest cost by name; of many cells with one choice, the first alone asks for it. */
    private static Map<String, Long> greatest(Grid grid, Function<Choice, Long> cost) {
        Map<Choice, Long> known = new HashMap<>(); // never iterated
        Map<String, Long> greatest = new LinkedHashMap<>();
        grid.cells().stream()
                .filter(cell -> cell.skip().isEmpty())
                .flatMap(cell -> cell.arm().optimizers().stream())
                .forEach(choice -> greatest.merge(choice.name(), known.computeIfAbsent(choice, cost), Math::max));
        return greatest;
    }

    /** A method from outside may throw; its trials fail then and say why. */
    private static long orElse(long usual, LongSupplier cost) {
        try {
            return cost.getAsLong();
        } catch (RuntimeException | LinkageError e) {
            return usual;
        }
    }

    /** Returns whether a single step of {@code optimizer} may cost more than a whole trial should. */
    public boolean mayExceedTheCap(String optimizer) {
        return steps.getOrDefault(optimizer, 0L) > cap;
    }

    /**
     * Returns how many updates of {@code optimizer} spend the cap if each costs the most that it may; the last one may
     * overrun it.
     */
    public long fewestUpdates(String optimizer) {
        return (cap - 1) / steps.getOrDefault(optimizer, gradient) + 1;
    }

    /** Returns whether a step of {@code optimizer} may cost more than a gradient. */
    public boolean isDear(String optimizer) {
        return steps.getOrDefault(optimizer, gradient) > gradient;
    }
}
