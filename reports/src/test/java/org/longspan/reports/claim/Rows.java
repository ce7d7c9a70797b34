package org.longspan.reports.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.ModelChoice;
import org.longspan.harness.record.TaskChoice;
import org.longspan.harness.record.claim.Cell;
import org.longspan.harness.record.claim.Claim.Part;
import org.longspan.harness.record.claim.Comparison;
import org.longspan.harness.record.claim.Expectation;
import org.longspan.harness.record.claim.Expectation.Word;
import org.longspan.harness.record.claim.ModelPattern;
import org.longspan.harness.record.claim.Quantity;
import org.longspan.harness.record.claim.Side;
import org.longspan.numerics.catalogue.Settings;

/** Runs made up of their numbers alone. */
final class Rows {

    private final List<Row> rows = new ArrayList<>();

    /** Adds a run; {@code at} is its model, task, length, optimizer, clipping. */
    Rows add(String at, int block, double... values) {
        String[] names = at.split(" ");
        Choice none = new Choice("none", Settings.NONE);
        ModelChoice model = new ModelChoice(new Choice(names[0], Settings.NONE), 8, 1, none, none);
        TaskChoice task = new TaskChoice(names[1], "v", Integer.parseInt(names[2]), Settings.NONE, Map.of());
        Cell cell = new Cell(model, task, names[3], names[4], "constant", "fail");
        rows.add(new Row(cell, names[3], block, values));
        return this;
    }

    List<Row> list() {
        return List.copyOf(rows);
    }

    /** Returns those of that clipping. */
    List<Row> clipped(String clipping) {
        return rows.stream()
                .filter(row -> row.cell().clipping().equals(clipping))
                .toList();
    }

    /** Returns those of that model. */
    List<Row> of(String model) {
        return rows.stream()
                .filter(row -> row.cell().model().cell().name().equals(model))
                .toList();
    }

    static Side side() {
        return new Side("plan", List.<ModelPattern>of(), Map.of());
    }

    static Part part(Word word, double low, double high) {
        return new Part(
                "a part", new Comparison.Bound(side()), Quantity.OfRun.SCORE, new Expectation(word, low, high), false);
    }

    static ModelPattern pattern(String cell) {
        return new ModelPattern(
                Optional.of(new Choice(cell, Settings.NONE)),
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
