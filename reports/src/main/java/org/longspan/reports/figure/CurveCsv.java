package org.longspan.reports.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.longspan.harness.record.CurvePoint;
import org.longspan.reports.summary.ArrangedRun;
import org.longspan.reports.summary.CellResult;
import org.longspan.reports.summary.Problem;
import org.longspan.reports.summary.Run;

/** The numbers of a {@link CurveFigure}: a row a run, or the median of each arm where the runs are many. */
final class CurveCsv {

    /** More runs are too many to draw or to list each. */
    private static final int MOST_RUNS = 200;

    /** Looks at which medians are listed; all looks of all runs are in the run's folder. */
    private static final int MEDIANS = 8;

    private static final Map<String, Function<CurvePoint, Double>> QUANTITIES = quantities();

    private CurveCsv() {}

    private static Map<String, Function<CurvePoint, Double>> quantities() {
        Map<String, Function<CurvePoint, Double>> quantities = new LinkedHashMap<>();
        quantities.put("validation_loss", CurvePoint::validationLoss);
        quantities.put("signal_penalty", point -> point.steps().signalPenalty()); // most regularizers have none
        return quantities;
    }

    /** Returns whether {@code runs} are too many to show each. */
    static boolean pools(List<Run> runs) {
        return runs.size() > MOST_RUNS;
    }

    static String of(ArrangedRun run, Problem problem) {
        List<CellResult> cells = run.cells(c -> c.problem().equals(problem) && c.runs() > 0);
        List<Run> runs = cells.stream().flatMap(c -> c.evaluation().stream()).toList();
        return pools(runs) ? medians(cells) : each(runs);
    }

    private static String each(List<Run> runs) {
        long[] looks = Curve.looks(runs, Curve.MOST_POINTS);
        Csv csv = header(looks, "trial", "optimizer", "clipping", "block", "quantity");
        for (var quantity : QUANTITIES.entrySet()) {
            Curve curve = Curve.at(looks, runs, quantity.getValue());
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

    /** An optimizer's looks are its own where an update costs it several gradients, so it has a header of its own. */
    private static String medians(List<CellResult> cells) {
        StringBuilder text = new StringBuilder();
        for (String optimizer :
                cells.stream().map(c -> c.arm().optimizer()).distinct().toList()) {
            List<CellResult> of = cells.stream()
                    .filter(c -> c.arm().optimizer().equals(optimizer))
                    .toList();
            long[] looks = Curve.looks(
                    of.stream().flatMap(c -> c.evaluation().stream()).toList(), MEDIANS);
            Csv csv = header(looks, "optimizer", "clipping", "runs", "median_of");
            for (var quantity : QUANTITIES.entrySet()) {
                for (CellResult cell : of) {
                    double[] median = Curve.at(looks, cell.evaluation(), quantity.getValue())
                            .median(cell.evaluation());
                    row(csv, median, optimizer, cell.arm().clipping(), cell.runs(), quantity.getKey());
                }
            }
            text.append(csv);
        }
        return text.toString();
    }

    private static Csv header(long[] looks, String... first) {
        List<String> header = new ArrayList<>(List.of(first));
        for (long update : looks) {
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
            row.add(Double.isNaN(value) ? "" : value);
        }
        csv.row(row.toArray());
    }
}
