package org.longspan.microbench.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.longspan.microbench.LossAt;
import org.longspan.microbench.TrainingCase;
import org.longspan.microbench.TrainingShape;
import org.longspan.microbench.table.Measurements.Measurement;

/** Tables of training steps and curvature products, against libtorch and the multiply-add peak. */
final class TrainingTables {

    private static final String STEP = "TrainingStepBenchmark.step";
    private static final String CELL = "TrainingStepBenchmark.stepOfCell";
    private static final String FILLING = "TrainingStepBenchmark.stepWithFilling";
    private static final String CLIPPED = "ClippingBenchmark.step";
    private static final String LIBTORCH = "LibtorchStepBenchmark.step";

    private final Measurements measured;
    private final OptionalDouble peak; // GFLOP/s

    TrainingTables(Measurements measured, OptionalDouble peak) {
        this.measured = measured;
        this.peak = peak;
    }

    /** Returns the table of training steps, one row per shape and loss, then the table of ratios to libtorch. */
    List<Table> steps() {
        Table steps = new Table(
                "Training step",
                "shape (B, H, T, I)",
                "loss at",
                "step, ms",
                "with filling, ms",
                "libtorch, ms",
                "times faster",
                "multiply-adds, 10⁶",
                "floor, ms",
                "share of peak, %");
        Map<String, List<Double>> ratios = new LinkedHashMap<>();
        for (TrainingShape shape : TrainingShape.values()) {
            for (LossAt lossAt : LossAt.values()) {
                OptionalDouble ratio = addStep(steps, shape, lossAt);
                ratio.ifPresent(r -> ratios.computeIfAbsent(shape.cell(), cell -> new ArrayList<>())
                        .add(r));
            }
        }
        return List.of(steps, againstLibtorch(ratios));
    }

    private static Table againstLibtorch(Map<String, List<Double>> ratios) {
        Table table =
                new Table("Training step against libtorch", "cell", "rows", "times faster, geometric mean", "least");
        ratios.forEach((cell, ofCell) -> addMean(table, cell, ofCell));
        if (ratios.size() > 1) {
            addMean(table, "all", ratios.values().stream().flatMap(List::stream).toList());
        }
        return table;
    }

    private static void addMean(Table table, String cells, List<Double> ratios) {
        double sumOfLogs = ratios.stream().mapToDouble(Math::log).sum();
        table.add(cells, ratios.size(), Math.exp(sumOfLogs / ratios.size()), Collections.min(ratios));
    }

    /** Returns the table of every cell at one shape, against the tanh network. */
    Table cells() {
        Table table = new Table(
                "Training step of every cell",
                "cell",
                "step, ms",
                "of the tanh network's",
                "multiply-adds, 10⁶",
                "share of peak, %");
        OptionalDouble tanh = measured.microseconds(CELL, Map.of("cell", "tanh-rnn"));
        for (Measurement step : measured.of(CELL)) {
            String cell = step.parameters().get("cell");
            OptionalDouble time = OptionalDouble.of(step.microseconds());
            long multiplyAdds = TrainingCase.ofCell(cell).multiplyAdds();
            OptionalDouble floor = Optionals.map(peak, p -> 2e-3 * multiplyAdds / p); // µs
            table.add(
                    cell,
                    Optionals.scale(time, 1e-3),
                    Optionals.divide(time, tanh),
                    multiplyAdds / 1e6,
                    Optionals.scale(Optionals.divide(floor, time), 100));
        }
        return table;
    }

    /** Adds a row if the step was measured, and returns the time of libtorch divided by ours. */
    private OptionalDouble addStep(Table steps, TrainingShape shape, LossAt lossAt) {
        Map<String, String> parameters = Map.of("shape", shape.name(), "lossAt", lossAt.name());
        OptionalDouble ours = measured.microseconds(STEP, parameters);
        if (ours.isEmpty()) {
            return OptionalDouble.empty();
        }
        OptionalDouble theirs = measured.microseconds(LIBTORCH, parameters);
        OptionalDouble ratio = Optionals.divide(theirs, ours);
        long multiplyAdds = new TrainingCase(shape, lossAt).multiplyAdds();
        OptionalDouble floor = Optionals.map(peak, p -> 2e-3 * multiplyAdds / p); // µs
        steps.add(
                shape.label(),
                words(lossAt),
                ours.getAsDouble() / 1e3,
                Optionals.scale(measured.microseconds(FILLING, parameters), 1e-3),
                Optionals.scale(theirs, 1e-3),
                ratio,
                multiplyAdds / 1e6,
                Optionals.scale(floor, 1e-3),
                Optionals.scale(Optionals.divide(floor, ours), 100));
        return ratio;
    }

    private static String words(LossAt lossAt) {
        return lossAt == LossAt.LAST ? "the last step" : "every step";
    }

    /** Returns the table of Gauss-Newton products against gradients of their batches. */
    Table curvature() {
        Table table = new Table(
                "Gauss-Newton product", "shape (B, H, T, I)", "loss at", "gradient, ms", "product, ms", "ratio");
        for (TrainingShape shape : TrainingShape.values()) {
            for (LossAt lossAt : LossAt.values()) {
                Map<String, String> parameters = Map.of("shape", shape.name(), "lossAt", lossAt.name());
                OptionalDouble gradient = measured.microseconds("CurvatureBenchmark.gradient", parameters);
                OptionalDouble product = measured.microseconds("CurvatureBenchmark.gaussNewtonProduct", parameters);
                if (gradient.isPresent() && product.isPresent()) {
                    table.add(
                            shape.label(),
                            words(lossAt),
                            Optionals.scale(gradient, 1e-3),
                            Optionals.scale(product, 1e-3),
                            Optionals.divide(product, gradient));
                }
            }
        }
        return table;
    }

    /** Returns the table of Hessian-free steps against the calls that they make. */
    Table hessianFree() {
        Table table = new Table("Step of Hessian-free optimization", "size", "step, ms", "oracle calls, ms", "ratio");
        for (Measurement step : measured.of("HessianFreeBenchmark.step")) {
            OptionalDouble time = OptionalDouble.of(step.microseconds());
            OptionalDouble questions = measured.microseconds("HessianFreeBenchmark.questions", step.parameters());
            table.add(
                    step.parameters().get("size"),
                    Optionals.scale(time, 1e-3),
                    Optionals.scale(questions, 1e-3),
                    Optionals.divide(time, questions));
        }
        return table;
    }

    /** Returns the table of the smallest shape under every clipping, against the step without clipping. */
    Table clippings() {
        Table table = new Table("Training step under a clipping", "clipping", "loss at", "step, ms", "added, %");
        for (Measurement clipped : measured.of(CLIPPED)) {
            String lossAt = clipped.parameters().get("lossAt");
            OptionalDouble step = OptionalDouble.of(clipped.microseconds());
            OptionalDouble without = measured.microseconds(CLIPPED, Map.of("clipping", "none", "lossAt", lossAt));
            table.add(
                    clipped.parameters().get("clipping"),
                    words(LossAt.valueOf(lossAt)),
                    Optionals.scale(step, 1e-3),
                    Optionals.map(Optionals.divide(step, without), ratio -> 100 * (ratio - 1)));
        }
        return table;
    }

    /** Returns the table of one shape under other conditions, against the default. */
    Table variants() {
        Table table = new Table("One step by vectors, kernels and threads", "how", "step, ms", "speed, %");
        OptionalDouble one = variant("one");
        addVariant(table, "one trial, the widest vectors", variant("one"), one);
        addVariant(table, "vectors of 256 bits", variant("vectorsOf256Bits"), one);
        addVariant(table, "vectors of 128 bits", variant("vectorsOf128Bits"), one);
        addVariant(table, "plain kernels", variant("plainKernels"), one);
        addVariant(table, "two trials at a time, each step", variant("twoAtATime"), Optionals.scale(one, 2));
        return table;
    }

    private OptionalDouble variant(String method) {
        return measured.microseconds("StepVariantsBenchmark." + method, Map.of());
    }

    /** The speed of the last row counts both trials. */
    private static void addVariant(Table table, String how, OptionalDouble step, OptionalDouble one) {
        if (step.isPresent()) {
            table.add(how, Optionals.scale(step, 1e-3), Optionals.scale(Optionals.divide(one, step), 100));
        }
    }
}
