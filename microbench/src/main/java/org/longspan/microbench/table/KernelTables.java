package org.longspan.microbench.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.longspan.microbench.table.Measurements.Measurement;

/** Tables of kernels against the multiply-add peak and OpenBLAS, and of allocation. */
final class KernelTables {

    private static final String GFLOPS = "ops/ns";

    private final Measurements measured;
    private final OptionalDouble peak; // GFLOP/s

    KernelTables(Measurements measured, OptionalDouble peak) {
        this.measured = measured;
        this.peak = peak;
    }

    /** Returns the table of matrix products. */
    Table products() {
        Table table = new Table(
                "Products", "product", "kernels", "GFLOP/s", "share of peak, %", "OpenBLAS, GFLOP/s", "of OpenBLAS, %");
        for (Measurement product : measured.ofClass("KernelBenchmark")) {
            if (product.unit().equals(GFLOPS)) {
                OptionalDouble ours = OptionalDouble.of(product.median());
                OptionalDouble theirs = openBlas(method(product));
                table.add(
                        method(product),
                        choice(product),
                        ours,
                        Optionals.scale(Optionals.divide(ours, peak), 100),
                        theirs,
                        Optionals.scale(Optionals.divide(ours, theirs), 100));
            }
        }
        return table;
    }

    private OptionalDouble openBlas(String product) {
        return measured.of("OpenBlasBenchmark." + product).stream()
                .mapToDouble(Measurement::median)
                .findFirst();
    }

    /** Returns the table of element-by-element kernels. */
    Table pointwise() {
        Table table = new Table("Element by element", "kernel", "kernels", "ns an element or a unit");
        for (Measurement kernel : measured.ofClass("KernelBenchmark")) {
            if (!kernel.unit().equals(GFLOPS)) {
                table.add(method(kernel), choice(kernel), 1e3 * kernel.microseconds());
            }
        }
        return table;
    }

    private static String method(Measurement measurement) {
        return measurement.benchmark().substring(measurement.benchmark().indexOf('.') + 1);
    }

    private static String choice(Measurement measurement) {
        return String.join(", ", measurement.parameters().values());
    }

    /** Returns the table of bytes that a training step allocates, drawing the batch included. */
    Table allocation() {
        Table table = new Table("Allocation", "cell", "bytes a step, filling included");
        Map<String, OptionalDouble> cells = new LinkedHashMap<>();
        List<Measurement> steps = measured.of("AllocationBenchmark.steps");
        steps.forEach(m -> cells.put(m.parameters().get("cell"), m.allocated()));
        cells.forEach(table::add);
        return table;
    }
}
