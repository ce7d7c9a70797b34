package org.longspan.harness.claim;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.longspan.harness.plan.Kind;
import org.longspan.harness.plan.PlanErrors;
import org.longspan.harness.plan.PlanNode;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.ModelChoice;
import org.longspan.harness.record.claim.Axis;
import org.longspan.harness.record.claim.Cell;
import org.longspan.harness.record.claim.ModelPattern;
import org.longspan.harness.record.claim.Side;
import org.longspan.numerics.catalogue.Settings;

/** Reads which runs of a plan a side takes. */
final class SideReader {

    private static final List<String> MODEL_KEYS = List.of("cell", "hidden", "layers", "initialization", "regularizer");
    private static final int MOST = 1_000_000;

    private final PlanCells cells;
    private final PlanErrors errors;

    SideReader(PlanCells cells, PlanErrors errors) {
        this.cells = cells;
        this.errors = errors;
    }

    /** Returns the side that fixes the axes among {@code values}; what else they hold is another's. */
    Side read(Map<String, PlanNode> values) {
        List<ModelPattern> models = new ArrayList<>();
        Map<Axis, List<String>> names = new EnumMap<>(Axis.class);
        for (Axis axis : Axis.values()) {
            PlanNode node = values.get(axis.word());
            for (PlanNode one : node == null ? List.<PlanNode>of() : elements(node)) {
                errors.check(() -> {
                    if (axis == Axis.MODEL) {
                        models.add(model(one));
                    } else {
                        names.computeIfAbsent(axis, none -> new ArrayList<>()).add(name(axis, one));
                    }
                });
            }
        }
        return new Side(cells.file(), models, names);
    }

    private static List<PlanNode> elements(PlanNode node) {
        return node.isList() ? node.elements() : List.of(node);
    }

    private String name(Axis axis, PlanNode node) {
        List<String> known = axis == Axis.TASK ? cells.tasks() : cells.names(axis);
        if (axis != Axis.LENGTH) {
            return node.oneOf(kind(axis.word()), known);
        }
        String length = Long.toString(node.whole(1, MOST));
        if (!known.contains(length)) {
            throw node.expected("a length of plan " + cells.plan().name() + ": " + String.join(", ", known));
        }
        return length;
    }

    private Kind kind(String name) {
        return Kind.of(name, "plan " + cells.plan().name());
    }

    private ModelPattern model(PlanNode node) {
        ModelPattern pattern = node.isMapping() ? pattern(node) : cell(node);
        if (cells.all().stream().map(Cell::model).noneMatch(pattern::matches)) {
            throw node.wrong("no model of plan " + cells.plan().name() + " is all of this");
        }
        return pattern;
    }

    private ModelPattern cell(PlanNode node) {
        Choice cell = new Choice(node.oneOf(kind("model"), cells.names(Axis.MODEL)), Settings.NONE);
        return new ModelPattern(
                Optional.of(cell), OptionalInt.empty(), OptionalInt.empty(), Optional.empty(), Optional.empty());
    }

    private ModelPattern pattern(PlanNode node) {
        Map<String, PlanNode> values = node.mapping(MODEL_KEYS, errors);
        return new ModelPattern(
                choice("cell", values, ModelChoice::cell),
                number(values.get("hidden")),
                number(values.get("layers")),
                choice("initialization", values, ModelChoice::initialization),
                choice("regularizer", values, ModelChoice::regularizer));
    }

    private static OptionalInt number(PlanNode node) {
        return node == null ? OptionalInt.empty() : OptionalInt.of((int) node.whole(1, MOST));
    }

    private Optional<Choice> choice(String key, Map<String, PlanNode> values, Function<ModelChoice, Choice> part) {
        PlanNode node = values.get(key);
        if (node == null) {
            return Optional.empty();
        }
        TreeSet<String> known = new TreeSet<>();
        cells.all().forEach(cell -> known.add(part.apply(cell.model()).name()));
        PlanNode name = node.isMapping() ? node.required("name") : node;
        Map<String, Object> settings = new TreeMap<>();
        if (node.isMapping()) {
            node.mapping().forEach((setting, value) -> {
                if (value != name) {
                    settings.put(setting, value.setting());
                }
            });
        }
        return Optional.of(new Choice(name.oneOf(kind(key), known), new Settings(settings)));
    }
}
