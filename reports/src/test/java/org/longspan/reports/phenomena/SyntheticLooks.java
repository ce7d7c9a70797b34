package org.longspan.reports.phenomena;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.longspan.harness.record.Budget;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.DivergenceRules;
import org.longspan.harness.record.EvaluationRules;
import org.longspan.harness.record.ModelChoice;
import org.longspan.harness.record.ProbeFinding;
import org.longspan.harness.record.ProbeFinding.Table;
import org.longspan.harness.record.ProbeLook;
import org.longspan.harness.record.Replicate;
import org.longspan.harness.record.TaskChoice;
import org.longspan.harness.record.Trial;
import org.longspan.numerics.catalogue.Settings;

/** Makes up runs that probes looked at, always the same ones: no network was trained for them. */
final class SyntheticLooks {

    /** T of every made-up problem. */
    static final int LENGTH = 50;

    private SyntheticLooks() {}

    /** Returns a run of SGD without clipping. */
    static Probed probed(String model, int block, ProbeLook... looks) {
        return probed(model, block, "sgd", "none", looks);
    }

    static Probed probed(String model, int block, String optimizer, String clipping, ProbeLook... looks) {
        return new Probed(
                trial(model, block, optimizer, clipping), model, model + ", adding, T = " + LENGTH, List.of(looks));
    }

    private static Trial trial(String model, int block, String optimizer, String clipping) {
        return new Trial(
                new TaskChoice("adding", "adding", LENGTH, Settings.NONE, Map.of()),
                new ModelChoice(choice(model), 32, 1, choice("sparse"), choice("none")),
                choice(optimizer),
                choice("constant"),
                choice(clipping),
                choice("fail"),
                new Budget(20, 500, 30_000),
                new EvaluationRules(20, 500, 1_000, 4, 1_000),
                new DivergenceRules(1e3, 3),
                block,
                new Replicate(optimizer, block, Replicate.Phase.EVALUATION));
    }

    private static Choice choice(String name) {
        return new Choice(name, Settings.NONE);
    }

    static ProbeLook look(String probe, String moment, long updates, ProbeFinding finding) {
        return new ProbeLook(probe, moment, updates, finding, 0.5);
    }

    static ProbeLook skipped(String probe, String moment, long updates) {
        return look(probe, moment, updates, ProbeFinding.Skipped.neverCame(moment));
    }

    /** Returns a table whose columns are named in one text, {@code lag,samples}. */
    static Table table(String name, String columns, List<double[]> rows) {
        Map<String, List<Double>> values = new LinkedHashMap<>();
        String[] names = columns.split(",");
        for (int c = 0; c < names.length; c++) {
            int column = c;
            values.put(names[c], rows.stream().map(row -> row[column]).toList());
        }
        return new Table(name, values);
    }

    static ProbeFinding.Measured measured(Map<String, Double> numbers, Table... tables) {
        return new ProbeFinding.Measured(numbers, List.of(tables), List.of());
    }

    /** Signals that fall or grow by {@code slope} powers of ten a step, and a Jacobian that does so a tenth faster. */
    static ProbeLook signal(String moment, long updates, double slope, String... parts) {
        List<Table> tables = new ArrayList<>(List.of(byLag("signal", slope, -1), byLag("jacobian", 1.1 * slope, 0)));
        for (int p = 0; p < parts.length; p++) {
            tables.add(byLag("signal " + parts[p], slope, -1 - 0.5 * p));
        }
        double horizon = slope < 0 && -3 / slope <= LENGTH - 1 ? 1 + Math.ceil(-3 / slope) : Double.NaN;
        return look(
                "signal-by-lag",
                moment,
                updates,
                new ProbeFinding.Measured(
                        Map.of(
                                "signal slope", slope,
                                "signal horizon", horizon,
                                "jacobian slope", 1.1 * slope,
                                "jacobian horizon", horizon,
                                "floor", -18.0),
                        tables,
                        List.of()));
    }

    /** Nothing is left under the floor. */
    private static Table byLag(String name, double slope, double start) {
        List<double[]> rows = new ArrayList<>();
        for (int lag = 0; lag <= LENGTH; lag++) {
            double median = start + slope * lag;
            rows.add(new double[] {lag, 200, over(median - 0.3), over(median), over(median + 0.3)});
        }
        return table(name, "lag,samples,lower,median,upper", rows);
    }

    private static double over(double log) {
        return log < -18 ? Double.NaN : log;
    }

    /** Curvatures that follow a signal of {@code slope} with the exponents β of κᴴ, which may be NaN, and 2 of κᴳ. */
    static ProbeLook curvature(String moment, long updates, double slope, double beta) {
        List<double[]> rows = new ArrayList<>();
        for (int lag : new int[] {1, 2, 3, 4, 5, 6, 8, 11, 14, 18, 23, 30, 39, 49}) {
            double g = -1 + slope * lag;
            rows.add(new double[] {lag, 20, g, beta * g + 0.2, 2 * g + 0.5, Double.isNaN(beta) ? beta : 0.25});
        }
        double span = Math.abs(slope) * (49 - 5);
        return look(
                "curvature-by-lag",
                moment,
                updates,
                measured(
                        Map.of(
                                "exponent hessian",
                                span >= 3 ? beta : Double.NaN,
                                "exponent gauss-newton",
                                span >= 3 ? 2 : Double.NaN,
                                "signal slope",
                                slope,
                                "hessian slope",
                                beta * slope,
                                "gauss-newton slope",
                                2 * slope,
                                "signal span",
                                span),
                        table("curvature", "lag,samples,signal,hessian,gauss-newton,share negative", rows),
                        table("norm", "lag,samples,lower,median,upper", List.of())));
    }

    /** Quartiles a fifth below and above; the matrix's spectral radius is {@code radius}, in one map of one layer. */
    static ProbeLook lyapunov(String moment, long updates, double exponent, double radius) {
        return look(
                "lyapunov",
                moment,
                updates,
                measured(
                        Map.of(
                                "exponent lower",
                                exponent - 0.2,
                                "exponent",
                                exponent,
                                "exponent upper",
                                exponent + 0.2),
                        table("exponents", "exponent", List.of(new double[] {exponent})),
                        table("matrices", "layer,map,spectral radius,largest singular value", List.of(new double[] {
                            0, 0, radius, 1.5 * radius
                        }))));
    }

    static ProbeLook negativeCurvature(String moment, long updates, double loss, double least, double share) {
        return look(
                "negative-curvature",
                moment,
                updates,
                measured(
                        Map.of(
                                "loss",
                                loss,
                                "gradient norm",
                                0.1,
                                "greatest",
                                4.0,
                                "least",
                                least,
                                "least over greatest",
                                least / 4,
                                "share negative",
                                share,
                                "curvature below zero",
                                share * -least / (4 * (1 - share) - share * least)),
                        table("spectrum", "ritz value,weight", List.of(new double[] {4, 1 - share}, new double[] {
                            least, share
                        }))));
    }
}
