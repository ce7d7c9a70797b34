package org.longspan.microbench.table;

import java.util.Map;
import java.util.OptionalDouble;
import org.longspan.microbench.table.Measurements.Measurement;

/** The table of drawing batches. */
final class TaskTables {

    private static final String FILLING = "FillingBenchmark.filling";
    private static final String STEP = "FillingBenchmark.step";

    private TaskTables() {}

    /** Returns the table of drawing a batch of every task against a training step on it. */
    static Table filling(Measurements measured) {
        Table table = new Table("Drawing a batch", "task", "drawing, ms", "step, ms", "of the step, %");
        for (Measurement filling : measured.of(FILLING)) {
            String task = filling.parameters().get("task");
            OptionalDouble drawing = OptionalDouble.of(filling.microseconds());
            OptionalDouble step = measured.microseconds(STEP, Map.of("task", task));
            table.add(
                    task,
                    Optionals.scale(drawing, 1e-3),
                    Optionals.scale(step, 1e-3),
                    Optionals.scale(Optionals.divide(drawing, step), 100));
        }
        return table;
    }
}
