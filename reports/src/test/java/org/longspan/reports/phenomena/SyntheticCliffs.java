package org.longspan.reports.phenomena;

import static org.longspan.reports.phenomena.SyntheticLooks.look;
import static org.longspan.reports.phenomena.SyntheticLooks.measured;
import static org.longspan.reports.phenomena.SyntheticLooks.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.longspan.harness.record.ProbeFinding.Table;
import org.longspan.harness.record.ProbeLook;
import org.longspan.harness.record.ProbeRecord;
import org.longspan.harness.record.Replicate.Phase;
import org.longspan.harness.record.StoredResult;

/** Makes up what probes found at cliffs, and the cliff of one unit by its formula. */
public final class SyntheticCliffs {

    /** ‖g‖ of every update but those at cliffs is within a tenth of 1. */
    static final double HIGH = 400;

    private SyntheticCliffs() {}

    /** ‖g‖ is {@link #HIGH} at each of {@code cliffs}, there the unclipped step raises the losses to 9, others to 2. */
    static ProbeLook tail(long updates, int... cliffs) {
        List<double[]> rows = new ArrayList<>();
        List<double[]> steps = new ArrayList<>();
        int next = 0;
        for (int k = 0; k < updates; k++) {
            boolean cliff = next < cliffs.length && cliffs[next] == k;
            double norm = cliff ? HIGH : 1 + 0.1 * StrictMath.sin(k);
            rows.add(new double[] {k, norm, 0.1 * norm, 1, k % 4 == 0 ? 1.1 : 0.9, 1, cliff ? 1 : 0});
            for (int kind = 0; cliff && kind < 4; kind++) {
                double after = kind == StepKind.UNCLIPPED.ordinal() ? 9 : 2;
                steps.add(new double[] {k, norm, kind, 1, after + 0.1 * kind, after});
            }
            next += cliff ? 1 : 0;
        }
        Map<String, Double> numbers = new TreeMap<>(Map.of(
                "norm median", 1.0,
                "greatest over median", cliffs.length == 0 ? 1.1 : HIGH,
                "tail index", 1.75,
                "tail index of 2.5 percent", 1.5,
                "tail index of 10 percent", 2.25,
                "cliffs", (double) cliffs.length,
                "share that raise their loss", 0.25));
        return look(
                "gradient-tail",
                "end",
                updates,
                measured(
                        numbers,
                        table(
                                "updates",
                                "update,gradient norm,update norm,loss before,loss after,trailing median,cliff",
                                rows),
                        table(
                                "steps",
                                "update,gradient norm,kind,batch loss before,batch loss,validation loss",
                                steps)));
    }

    /** A wall at a = 0: the loss is 1 on the left of it, where the run ends, and {@code high} on the right. */
    static ProbeLook slice(double high, boolean clips) {
        List<double[]> grid = new ArrayList<>();
        for (int i = -8; i <= 8; i++) {
            for (int j = -8; j <= 8; j++) {
                grid.add(new double[] {place(i), place(j), i < 0 ? 1 + 0.01 * j * j : high});
            }
        }
        return look(
                "slice",
                "end",
                100,
                measured(
                        Map.of("update", 50.0, "gradient norm", 80.0, "trailing median", 2.0, "loss", high),
                        table("grid", "a,b,loss", grid),
                        table("path", "place,a,b,share outside", path(-0.1, 0.2)),
                        table(clips ? "unclipped path" : "clipped path", "place,a,b,share outside", path(-20, 0.6))));
    }

    private static List<double[]> path(double end, double outside) {
        return List.of(
                new double[] {0, 0.3, 0.1, outside},
                new double[] {1, 0, 0, 0},
                new double[] {2, end, 0.2, outside},
                new double[] {3, end, 0.3, outside});
    }

    private static double place(int i) {
        return Math.signum(i) * 0.1 * StrictMath.expm1(Math.abs(i) * StrictMath.log(1001) / 8);
    }

    /** Bias and turning fall with the batch and with the threshold. */
    static ProbeLook bias(String moment, long updates, String... clippings) {
        List<Table> tables = new ArrayList<>();
        for (String clipping : clippings) {
            List<double[]> rows = new ArrayList<>();
            for (double unit : new double[] {0.1, 1, 10}) {
                for (double batch : new double[] {5, 20, 80, 320}) {
                    double size = 0.5 / batch / unit;
                    double cosine = 1 - Math.min(0.5, size);
                    rows.add(new double[] {
                        unit, batch, size, cosine, cosine, cosine - 0.1, cosine, 0.2, 0.3, -size, -2 * size
                    });
                }
            }
            tables.add(table(
                    clipping,
                    "units,batch,relative bias,cosine,cosine to gradient,batch cosine least,batch cosine median,"
                            + "inner least,inner median,weight by own norm,weight by largest other norm",
                    rows));
        }
        return look("clip-bias", moment, updates, measured(Map.of("gradient norm", 1.0), tables.toArray(Table[]::new)));
    }

    /** Returns the looks that each probe has at evaluation runs of the first block. */
    public static List<ProbeRecord> records(List<StoredResult> results) {
        List<ProbeRecord> records = new ArrayList<>();
        for (StoredResult result : results) {
            boolean looked = result.trial().replicate().block() == 0
                    && result.trial().replicate().phase() == Phase.EVALUATION;
            if (looked) {
                looks().forEach(look -> records.add(new ProbeRecord(result.id(), "0".repeat(16), look)));
            }
        }
        return records;
    }

    private static List<ProbeLook> looks() {
        return List.of(
                SyntheticLooks.signal("0", 0, -0.2),
                SyntheticLooks.skipped("signal-by-lag", "solved", 200),
                SyntheticLooks.signal("end", 200, -0.02),
                SyntheticLooks.curvature("0", 0, -0.2, 1.02),
                SyntheticLooks.curvature("end", 200, -0.1, 1.1),
                SyntheticLooks.lyapunov("0", 0, -0.4, 0.9),
                SyntheticLooks.lyapunov("end", 200, -0.1, 1.1),
                tail(200, 50, 90),
                slice(40, true),
                bias("0", 0, "value", "global-norm"),
                SyntheticLooks.negativeCurvature("0", 0, 1, -0.5, 0.2),
                SyntheticLooks.negativeCurvature("end", 200, 0.4, -0.1, 0.1));
    }

    /** Returns the tables of the cliff of one unit: E = (σ(x(50)) - 0.7)², x(t) = w σ(x(t-1)) + b, x(0) = 0.5. */
    public static List<Table> ofOneUnit() {
        List<double[]> surface = new ArrayList<>();
        List<double[]> wall = new ArrayList<>();
        for (int i = 0; i <= 32; i++) {
            double w = 4.2 + i * 0.05;
            wall.add(new double[] {w, 0.5 - w * sigma(0.5)});
            for (int j = 0; j <= 24; j++) {
                surface.add(new double[] {w, -3.1 + j * 0.05, error(w, -3.1 + j * 0.05)});
            }
        }
        return List.of(
                table("surface", "w,b,error", surface),
                table("unclipped path", "update,w,b,error,gradient norm", descent(Double.POSITIVE_INFINITY)),
                table("clipped path", "update,w,b,error,gradient norm", descent(1)),
                table("wall", "w,b", wall));
    }

    static double error(double w, double b) {
        double x = 0.5;
        for (int t = 0; t < 50; t++) {
            x = w * sigma(x) + b;
        }
        double off = sigma(x) - 0.7;
        return off * off;
    }

    private static double sigma(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }

    /** By central differences, which do not meet the wall where the exact gradient does. */
    private static List<double[]> descent(double threshold) {
        List<double[]> rows = new ArrayList<>();
        double w = 5;
        double b = -2.55;
        for (int k = 0; k <= 100; k++) {
            double dw = (error(w + 1e-7, b) - error(w - 1e-7, b)) / 2e-7;
            double db = (error(w, b + 1e-7) - error(w, b - 1e-7)) / 2e-7;
            double norm = StrictMath.hypot(dw, db);
            rows.add(new double[] {k, w, b, error(w, b), norm});
            double factor = 0.03 * Math.min(1, threshold / norm);
            w -= norm == 0 ? 0 : factor * dw;
            b -= norm == 0 ? 0 : factor * db;
        }
        return rows;
    }
}
