package org.longspan.microbench.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.longspan.microbench.LossAt;
import org.longspan.microbench.TrainingCase;
import org.longspan.microbench.TrainingShape;
import org.longspan.microbench.table.Measurements.Measurement;

/** Tables of training steps against libtorch and the multiply-add peak. */
final class TrainingTables {

    private static final String STEP = "TrainingStepBenchmark.step";
    private static final String CELL = "CellBenchmark.step";

    /** The shapes whose ratios to libtorch, with the loss at the last step, are averaged. */
    private static final Set<TrainingShape> COMPARED = EnumSet.of(
            TrainingShape.RNN_20_50_100_2,
            TrainingShape.RNN_100_100_80_2,
            TrainingShape.LSTM_20_50_200_2,
            TrainingShape.LSTM_20_128_200_10,
            TrainingShape.LSTM_100_128_100_2,
            TrainingShape.GRU_20_128_200_10);

    private final Measurements measured;

    TrainingTables(Measurements measured) {
        this.measured = measured;
    }

    /** The median ratio of one shape to libtorch. */
    private record Ratio(TrainingShape shape, double timesFaster) {}

    /** Returns the table of training steps, one row per shape and loss. */
    Table steps() {
        Table table = new Table(
                "Training step",
                "shape (B, H, T, I)",
                "loss at",
                "step, ms",
                "libtorch, ms",
                "times faster",
                "multiply-adds, 10⁶",
                "floor, ms",
                "share of peak, %");
        for (TrainingShape shape : TrainingShape.values()) {
            for (LossAt lossAt : LossAt.values()) {
                step(shape, lossAt).ifPresent(step -> addStep(table, shape, lossAt, step.rounds()));
            }
        }
        return table;
    }

    private Optional<Measurement> step(TrainingShape shape, LossAt lossAt) {
        return measured.of(STEP, Map.of("shape", shape.name(), "lossAt", lossAt.name()));
    }

    private static void addStep(Table table, TrainingShape shape, LossAt lossAt, Rounds rounds) {
        long multiplyAdds = new TrainingCase(shape, lossAt).multiplyAdds();
        OptionalDouble floor = Optionals.map(rounds.peak(), peak -> Rounds.floor(multiplyAdds, peak));
        table.add(
                shape.label(),
                words(lossAt),
                rounds.milliseconds(),
                rounds.referenceMilliseconds(),
                rounds.timesFaster(),
                multiplyAdds / 1e6,
                Optionals.scale(floor, 1e-3),
                rounds.shareOfPeak(multiplyAdds));
    }

    static String words(LossAt lossAt) {
        return lossAt == LossAt.LAST ? "the last step" : "every step";
    }

    /** Returns the table of geometric means of the ratios to libtorch, over the shapes of each cell and over all. */
    Table againstLibtorch() {
        Table table = new Table(
                "Training step against libtorch", "cell", "rows", "times faster, geometric mean", "least", "least at");
        Map<String, List<Ratio>> cells = new LinkedHashMap<>();
        for (TrainingShape shape : COMPARED) {
            step(shape, LossAt.LAST)
                    .flatMap(step -> step.rounds().timesFaster())
                    .ifPresent(times -> cells.computeIfAbsent(shape.cell(), cell -> new ArrayList<>())
                            .add(new Ratio(shape, times.median())));
        }
        cells.forEach((cell, ratios) -> addMean(table, cell, ratios));
        if (cells.size() > 1) {
            addMean(table, "all", cells.values().stream().flatMap(List::stream).toList());
        }
        return table;
    }

    private static void addMean(Table table, String cells, List<Ratio> ratios) {
        double sumOfLogs =
                ratios.stream().mapToDouble(r -> Math.log(r.timesFaster())).sum();
        Ratio least = ratios.stream()
                .min(Comparator.comparingDouble(Ratio::timesFaster))
                .orElseThrow();
        table.add(
                cells,
                String.valueOf(ratios.size()),
                Math.exp(sumOfLogs / ratios.size()),
                least.timesFaster(),
                least.shape().label());
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
        for (Measurement step : measured.of(CELL)) {
            String cell = step.parameters().get("cell");
            Rounds rounds = step.rounds();
            long multiplyAdds = TrainingCase.ofCell(cell).multiplyAdds();
            table.add(
                    cell,
                    rounds.milliseconds(),
                    rounds.ofReference(),
                    multiplyAdds / 1e6,
                    rounds.shareOfPeak(multiplyAdds));
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
