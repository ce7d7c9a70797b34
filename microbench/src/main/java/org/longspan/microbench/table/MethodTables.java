package org.longspan.microbench.table;

import java.util.Optional;
import org.longspan.microbench.LossAt;
import org.longspan.microbench.TrainingShape;
import org.longspan.microbench.table.Measurements.Measurement;

/** Tables of optimizers, clippings and curvature products, each against what took turns with it. */
final class MethodTables {

    private final Measurements measured;

    MethodTables(Measurements measured) {
        this.measured = measured;
    }

    /** Returns the table of steps under every first-order optimizer, against Adam's. */
    Table optimizers() {
        Table table = new Table(
                "Training step under an optimizer", "optimizer", "shape (B, H, T, I)", "step, ms", "of Adam's");
        for (Measurement step : measured.of("OptimizerBenchmark.step")) {
            Rounds rounds = step.rounds();
            table.add(step.parameters().get("optimizer"), shape(step), rounds.milliseconds(), rounds.ofReference());
        }
        return table;
    }

    /** Returns the table of steps of one shape under every clipping, against the step without clipping. */
    Table clippings() {
        Table table = new Table("Training step under a clipping", "clipping", "loss at", "step, ms", "added, %");
        for (Measurement clipped : measured.of("ClippingBenchmark.step")) {
            Rounds rounds = clipped.rounds();
            Optional<Spread> added = rounds.ofReference().map(s -> s.map(ratio -> 100 * (ratio - 1)));
            table.add(clipped.parameters().get("clipping"), lossAt(clipped), rounds.milliseconds(), added);
        }
        return table;
    }

    /** Returns the table of updates, against a copy of the bytes that each must move. */
    Table updates() {
        Table table = new Table(
                "Update of all parameters",
                "method",
                "parameters",
                "update, µs",
                "copy of the same bytes, µs",
                "share of the copy's speed, %");
        for (Measurement update : measured.of("UpdateBenchmark.update")) {
            Rounds rounds = update.rounds();
            table.add(
                    update.parameters().get("method"),
                    update.parameters().get("size"),
                    Optionals.scale(rounds.milliseconds(), 1e3),
                    Optionals.scale(rounds.referenceMilliseconds(), 1e3),
                    rounds.timesFaster().map(s -> s.map(ratio -> 100 * ratio)));
        }
        return table;
    }

    /** Returns the table of Gauss-Newton products, against gradients of their batches. */
    Table curvature() {
        Table table = new Table(
                "Gauss-Newton product", "shape (B, H, T, I)", "loss at", "gradient, ms", "product, ms", "ratio");
        for (Measurement product : measured.of("CurvatureBenchmark.product")) {
            Rounds rounds = product.rounds();
            if (product.parameters().get("product").equals("GAUSS_NEWTON")) {
                table.add(
                        shape(product),
                        lossAt(product),
                        rounds.referenceMilliseconds(),
                        rounds.milliseconds(),
                        rounds.ofReference());
            }
        }
        return table;
    }

    /** Returns the table of Hessian-free steps, against the calls that they make. */
    Table hessianFree() {
        Table table = new Table("Step of Hessian-free optimization", "size", "step, ms", "oracle calls, ms", "ratio");
        for (Measurement step : measured.of("HessianFreeBenchmark.step")) {
            Rounds rounds = step.rounds();
            table.add(
                    step.parameters().get("size"),
                    rounds.milliseconds(),
                    rounds.referenceMilliseconds(),
                    rounds.ofReference());
        }
        return table;
    }

    /** Returns the table of drawing a batch of every task, against a training step on it. */
    Table filling() {
        Table table = new Table("Drawing a batch", "task", "drawing, ms", "step, ms", "of the step, %");
        for (Measurement filling : measured.of("FillingBenchmark.filling")) {
            Rounds rounds = filling.rounds();
            table.add(
                    filling.parameters().get("task"),
                    rounds.milliseconds(),
                    rounds.referenceMilliseconds(),
                    rounds.ofReference().map(s -> s.map(ratio -> 100 * ratio)));
        }
        return table;
    }

    private static String shape(Measurement measurement) {
        return TrainingShape.valueOf(measurement.parameters().get("shape")).label();
    }

    private static String lossAt(Measurement measurement) {
        return TrainingTables.words(LossAt.valueOf(measurement.parameters().get("lossAt")));
    }
}
