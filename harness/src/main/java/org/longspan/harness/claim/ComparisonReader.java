package org.longspan.harness.claim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.longspan.harness.plan.Kind;
import org.longspan.harness.plan.PlanErrors;
import org.longspan.harness.plan.PlanNode;
import org.longspan.harness.record.claim.Axis;
import org.longspan.harness.record.claim.Cell;
import org.longspan.harness.record.claim.Comparison;
import org.longspan.harness.record.claim.Comparison.Fit;
import org.longspan.harness.record.claim.Side;

/** Reads what a claim compares. */
final class ComparisonReader {

    static final String PLAN = "plan";
    private static final String WITH = "with";
    private static final String ON = "on";
    private static final String OVER = "over";
    private static final String TO = "to";
    private static final String SHARE = "share";
    private static final String LENGTHS = "lengths";
    private static final List<String> KINDS = List.of(WITH, TO, SHARE, LENGTHS);
    private static final String PROBLEM = "problem";
    private static final String BEST = "best";

    private final PlanCells cells;
    private final Function<PlanNode, PlanCells> plans;
    private final PlanErrors errors;

    /**
     * Creates a reader.
     *
     * @param cells of the claim's plan
     * @param plans finds the plan that a second side names
     */
    ComparisonReader(PlanCells cells, Function<PlanNode, PlanCells> plans, PlanErrors errors) {
        this.cells = cells;
        this.plans = plans;
        this.errors = errors;
    }

    /** Returns the comparison; empty if a side has errors, which say more than those that would follow from them. */
    Optional<Comparison> read(PlanNode node) {
        List<String> keys = new ArrayList<>(Axis.words());
        keys.addAll(KINDS);
        keys.addAll(List.of(ON, OVER));
        Map<String, PlanNode> values = node.mapping(keys, errors);
        List<String> kinds = KINDS.stream().filter(values::containsKey).toList();
        if (kinds.size() > 1) {
            throw node.wrong(String.join(" and ", kinds) + " are given, expected one of them");
        }
        Set<Axis> pooled = pooled(values.get(OVER));
        if (kinds.equals(List.of(WITH))) {
            return sides(node, values, pooled);
        }
        if (kinds.equals(List.of(LENGTHS))) {
            pooled.add(Axis.LENGTH);
        }
        return side(cells, values, values.get(ON)).map(of -> {
            requirePooled(node, cells, of, pooled);
            return alone(values, of);
        });
    }

    private Optional<Side> side(PlanCells from, Map<String, PlanNode> values, PlanNode on) {
        return errors.in(() -> new SideReader(from, errors).read(both(values, on)));
    }

    private Comparison alone(Map<String, PlanNode> values, Side of) {
        if (values.containsKey(TO)) {
            return new Comparison.SameRun(of, new QuantityReader(cells).read(values.get(TO)));
        }
        if (values.containsKey(SHARE)) {
            return share(values.get(SHARE), of);
        }
        if (values.containsKey(LENGTHS)) {
            return new Comparison.Lengths(of, fit(values.get(LENGTHS), of));
        }
        return new Comparison.Bound(of);
    }

    private Comparison share(PlanNode node, Side of) {
        Map<String, PlanNode> values = node.mapping(List.of("above", "below"), errors);
        double above =
                values.containsKey("above") ? ExpectationReader.number(values.get("above")) : Double.NEGATIVE_INFINITY;
        double below =
                values.containsKey("below") ? ExpectationReader.number(values.get("below")) : Double.POSITIVE_INFINITY;
        if (values.isEmpty() || !(above < below)) {
            throw node.expected("bounds such as {above: 0.02}, or {above: -0.02, below: 0.02}");
        }
        return new Comparison.Share(of, above, below);
    }

    private Fit fit(PlanNode node, Side of) {
        long lengths = cells.of(of).stream()
                .map(cell -> cell.on(Axis.LENGTH))
                .distinct()
                .count();
        if (lengths < 3) {
            throw node.wrong(
                    "plan " + cells.plan().name() + " has " + lengths + " lengths of these runs, expected at least 3");
        }
        List<String> known = Arrays.stream(Fit.values())
                .map(fit -> fit.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
        return Fit.values()[known.indexOf(node.oneOf(Kind.of("course"), known))];
    }

    private Optional<Comparison> sides(PlanNode node, Map<String, PlanNode> values, Set<Axis> pooled) {
        PlanNode with = values.get(WITH);
        List<String> keys = new ArrayList<>(Axis.words());
        keys.add(PLAN);
        Map<String, PlanNode> others = new LinkedHashMap<>(with.mapping(keys, errors));
        PlanNode optimizer = others.get(Axis.OPTIMIZER.word());
        boolean best = optimizer != null && BEST.equals(optimizer.value());
        Set<Axis> compared = axes(values);
        if (!compared.equals(axes(others)) || compared.isEmpty() && !others.containsKey(PLAN)) {
            throw with.wrong("the sides name " + words(compared) + " and " + words(axes(others))
                    + ", expected the same of " + String.join(", ", Axis.words()));
        }
        if (best) {
            others.remove(Axis.OPTIMIZER.word());
        }
        PlanCells theirs = others.containsKey(PLAN) ? plans.apply(others.get(PLAN)) : cells;
        Optional<Side> of = side(cells, values, values.get(ON));
        Optional<Side> against = side(theirs, others, values.get(ON));
        if (of.isEmpty() || against.isEmpty()) {
            return Optional.empty();
        }
        requirePooled(node, cells, of.get(), pooled);
        if (best) {
            pooled.add(Axis.OPTIMIZER); // one of them will be chosen
        }
        requirePooled(with, theirs, against.get(), pooled);
        requirePairs(node, cells.of(of.get()), theirs.of(against.get()), compared);
        if (theirs == cells && theirs.of(against.get()).stream().anyMatch(cells.of(of.get())::contains)) {
            throw node.wrong("a run is on both sides, expected sides that differ");
        }
        return Optional.of(
                best
                        ? new Comparison.Best(of.get(), against.get(), compared)
                        : new Comparison.Sides(of.get(), against.get(), compared));
    }

    private static String words(Set<Axis> axes) {
        return axes.isEmpty() ? "nothing" : axes.stream().map(Axis::word).collect(Collectors.joining(", "));
    }

    private static Set<Axis> axes(Map<String, PlanNode> values) {
        Set<Axis> axes = EnumSet.noneOf(Axis.class);
        Arrays.stream(Axis.values())
                .filter(axis -> values.containsKey(axis.word()))
                .forEach(axes::add);
        return axes;
    }

    /** Returns what a side fixes and what both do. */
    private Map<String, PlanNode> both(Map<String, PlanNode> side, PlanNode on) {
        Map<String, PlanNode> all = new TreeMap<>(side);
        if (on != null) {
            on.mapping(Axis.words(), errors).forEach((axis, node) -> {
                if (side.containsKey(axis)) {
                    errors.add(node.wrong(axis + " is given here and on a side, expected it once"));
                }
                all.put(axis, node);
            });
        }
        return all;
    }

    private Set<Axis> pooled(PlanNode over) {
        Set<Axis> pooled = EnumSet.noneOf(Axis.class);
        List<String> known = new ArrayList<>(Axis.words());
        known.add(PROBLEM);
        for (PlanNode element : over == null ? List.<PlanNode>of() : over.elements()) {
            errors.check(() -> {
                String word = element.oneOf(Kind.of("axis"), known);
                pooled.addAll(
                        word.equals(PROBLEM)
                                ? List.of(Axis.MODEL, Axis.TASK, Axis.LENGTH)
                                : List.of(Axis.values()[known.indexOf(word)]));
            });
        }
        return pooled;
    }

    /** A claim must say over what it takes a mean: of what it does not say, its runs may have one kind only. */
    private void requirePooled(PlanNode node, PlanCells of, Side side, Set<Axis> pooled) {
        List<Cell> taken = of.of(side);
        if (taken.isEmpty()) {
            throw node.wrong("no run of plan " + of.plan().name() + " is all of this");
        }
        for (Axis axis : Axis.values()) {
            boolean listed = side.names().getOrDefault(axis, List.of()).size() > 1
                    || axis == Axis.MODEL && side.models().size() > 1;
            List<Object> kinds =
                    taken.stream().map(cell -> cell.on(axis)).distinct().toList();
            if (kinds.size() > 1 && !pooled.contains(axis) && !listed) {
                String names =
                        taken.stream().map(cell -> cell.name(axis)).distinct().collect(Collectors.joining(", "));
                errors.add(node.wrong("these runs of plan " + of.plan().name() + " differ in " + axis.word() + " ("
                        + kinds.size() + ": " + names + "), expected one of them, or over: [" + axis.word()
                        + "] for the mean over all"));
            }
        }
    }

    private static void requirePairs(PlanNode node, List<Cell> of, List<Cell> against, Set<Axis> compared) {
        Set<List<Object>> keys = new HashSet<>(); // never iterated
        of.forEach(cell -> keys.add(rest(cell, compared)));
        if (against.stream().map(cell -> rest(cell, compared)).noneMatch(keys::contains)) {
            throw node.wrong("no run of one side has a counterpart on the other, expected runs that differ in "
                    + words(compared) + " alone");
        }
    }

    private static List<Object> rest(Cell cell, Set<Axis> compared) {
        return Arrays.stream(Axis.values())
                .filter(axis -> !compared.contains(axis))
                .map(cell::on)
                .toList();
    }
}
