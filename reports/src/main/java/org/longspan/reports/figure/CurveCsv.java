package org.longspan.reports.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.longspan.harness.record.CurvePoint;
import org.longspan.reports.summary.ArrangedRun;
import org.longspan.reports.summary.Problem;
import org.longspan.reports.summary.Run;

/** The numbers of a {@link CurveFigure}: a row a run and quantity, or medians where clippings are drawn together. */
final class CurveCsv {

    private static final Map<String, Function<CurvePoint, Double>> QUANTITIES = quantities();

    private CurveCsv() {}

    private static Map<String, Function<CurvePoint, Double>> quantities() {
        Map<String, Function<CurvePoint, Double>> quantities = new LinkedHashMap<>();
        quantities.put("validation_loss", CurvePoint::validationLoss);
        quantities.put("gradient_norm", point -> point.steps().gradientNorm());
        quantities.put("clipped_norm", point -> point.steps().clippedNorm());
        quantities.put("signal_penalty", point -> point.steps().signalPenalty()); // most regularizers have none
        return quantities;
    }

    static String of(ArrangedRun run, Problem problem, List<Run> runs) {
        return CurveGroup.pools(run, problem) ? medians(run, problem) : each(runs);
    }

    private static String each(List<Run> runs) {
        Csv csv = null;
        for (var quantity : QUANTITIES.entrySet()) {
            Curve curve = Curve.of(runs, quantity.getValue());
            csv = csv == null ? header(curve, "trial", "optimizer", "clipping", "block", "quantity") : csv;
            for (int r = 0; r < runs.size(); r++) {
                Run one = runs.get(r);
                row(
                        csv,
                        curve.values()[r],
                        one.stored().id(),
                        one.arm().optimizer(),
                        one.arm().clipping(),
                        one.block(),
                        quantity.getKey());
            }
        }
        return csv.toString();
    }

    private static String medians(ArrangedRun run, Problem problem) {
        StringBuilder text = new StringBuilder();
        for (String optimizer : run.optimizersOf(problem.model())) {
            for (CurveGroup group : CurveGroup.of(run, problem)) {
                List<Run> runs = group.runs(run, optimizer, problem);
                Csv csv = null;
                for (var quantity : QUANTITIES.entrySet()) {
                    Curve curve = Curve.brief(runs, quantity.getValue());
                    csv = csv == null ? header(curve, "optimizer", "clipping", "runs", "median_of") : csv;
                    row(csv, curve.median(runs), optimizer, group.name(), runs.size(), quantity.getKey());
                }
                text.append(csv);
            }
        }
        return text.toString();
    }

    private static Csv header(Curve curve, String... first) {
        List<String> header = new ArrayList<>(List.of(first));
        for (long update : curve.updates()) {
            header.add(Long.toString(update));
        }
        return new Csv(header.toArray(String[]::new));
    }

    private static void row(Csv csv, double[] values, Object... first) {
        if (DoubleStream.of(values).allMatch(Double::isNaN)) {
            return;
        }
        List<Object> row = new ArrayList<>(List.of(first));
        for (double value : values) {
            row.add(Double.isNaN(value) ? "" : TextFormat.precise(value));
        }
        csv.row(row.toArray());
    }
}
