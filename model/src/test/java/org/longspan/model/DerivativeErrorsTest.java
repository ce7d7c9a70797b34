package org.longspan.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.longspan.model.cell.CellFactory;
import org.longspan.model.cell.Cells;
import org.longspan.model.cell.RecurrentCell;
import org.longspan.model.cell.RecurrentRun;
import org.longspan.model.cell.Unrolling;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.ParameterLayout;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.numerics.kernel.plain.PlainKernels;
import org.longspan.numerics.oracle.Curvature;
import org.longspan.numerics.oracle.GradientSeams;
import org.longspan.numerics.random.RandomStream;
import org.longspan.numerics.random.Seed;
import org.longspan.task.LossKind;

/**
 * The largest error of every cell against its oracle, over one and two layers and both losses; the whole matrix G is
 * that of one layer. The table is written to {@code target/derivative-errors.md}.
 */
class DerivativeErrorsTest {

    private static final double FLOAT = 5e-6;
    private static final double SECOND_DIFFERENCE = 2e-5;

    /**
     * The worst relative errors of one cell.
     *
     * @param gradient of the loss, against the slope of the oracle
     * @param jvp the tangents of all hidden outputs along a direction of θ, against the oracle's
     * @param adjoint |⟨w, J v⟩ − ⟨Jᵀ w, v⟩| / (‖w‖ ‖J v‖)
     * @param product of the Gauss-Newton matrix G, against the oracle's
     * @param asymmetry max |G − Gᵀ| / max |G|
     * @param least the least eigenvalue of (G + Gᵀ)/2 over the greatest
     */
    record Errors(double gradient, double jvp, double adjoint, double product, double asymmetry, double least) {

        Errors and(Errors other) {
            return new Errors(
                    Math.max(gradient, other.gradient),
                    Math.max(jvp, other.jvp),
                    Math.max(adjoint, other.adjoint),
                    Math.max(product, other.product),
                    Math.max(asymmetry, other.asymmetry),
                    Math.min(least, other.least));
        }
    }

    @Test
    void everyCellIsWithinTheRoundingOfItsOracle() throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(
                "| cell | gradient | Jacobian-vector product | adjoint identity | Gauss-Newton product | asymmetry of G"
                        + " | least eigenvalue of G over the greatest |");
        lines.add("| --- | --- | --- | --- | --- | --- | --- |");
        for (Entry<?> cell : Cells.all()) {
            Errors errors = worst(cell.name());
            lines.add(String.format(
                    Locale.ROOT,
                    "| %s | %.1e | %.1e | %.1e | %.1e | %.1e | %.1e |",
                    cell.name(),
                    errors.gradient,
                    errors.jvp,
                    errors.adjoint,
                    errors.product,
                    errors.asymmetry,
                    errors.least));

            assertThat(errors.gradient).as("gradient of %s", cell.name()).isLessThan(FLOAT);
            assertThat(errors.jvp).as("tangents of %s", cell.name()).isLessThan(FLOAT);
            assertThat(errors.adjoint).as("adjoint of %s", cell.name()).isLessThan(FLOAT);
            assertThat(errors.product).as("products of %s", cell.name()).isLessThan(SECOND_DIFFERENCE);
            assertThat(errors.asymmetry).as("symmetry of %s", cell.name()).isLessThan(FLOAT);
            assertThat(errors.least).as("eigenvalues of %s", cell.name()).isGreaterThan(-FLOAT);
        }
        Files.write(Files.createDirectories(Path.of("target")).resolve("derivative-errors.md"), lines);
    }

    /** Computes the whole matrix G for one layer only. */
    private static Errors worst(String cell) {
        double ofAdjoint = adjointError(cell);
        Errors errors = null;
        for (int layers : new int[] {1, 2}) {
            for (LossKind loss : LossKind.values()) {
                Errors these = errors(Case.of(cell, layers, loss), ofAdjoint);
                errors = errors == null ? these : errors.and(these);
            }
        }
        return errors;
    }

    private static Errors errors(Case c, double ofAdjoint) {
        double[] theta = SlowNetwork.doubles(c.theta);
        Parameters gradient = new Parameters(c.network.layout());
        c.objective.gradient(c.theta, GradientSeams.NONE, gradient);
        double ofGradient = Case.relative(gradient.data(), SlowNetwork.gradient(c::slowLoss, theta));

        Parameters v = c.random(1, 3);
        Parameters product = new Parameters(c.network.layout());
        c.objective.curvature(v, Curvature.GAUSS_NEWTON, product);
        double ofJvp = tangentError(c, theta, SlowNetwork.doubles(v));
        double ofProduct = Case.relative(
                product.data(),
                TaskObjectiveTest.slowGaussNewton(c, SlowNetwork.doubles(v), new Curvature.GaussNewton(0)));
        if (c.network.layers() > 1) {
            return new Errors(ofGradient, ofJvp, ofAdjoint, ofProduct, 0, Double.POSITIVE_INFINITY);
        }
        RealMatrix g = gaussNewton(c);
        double asymmetry = greatest(g.subtract(g.transpose())) / greatest(g);
        double[] eigenvalues = new EigenDecomposition(g.add(g.transpose()).scalarMultiply(0.5)).getRealEigenvalues();
        double least = Arrays.stream(eigenvalues).min().orElseThrow()
                / Arrays.stream(eigenvalues).max().orElseThrow();
        return new Errors(ofGradient, ofJvp, ofAdjoint, ofProduct, asymmetry, least);
    }

    /** Returns the error of the tangents that the last curvature product left, sequence by sequence. */
    private static double tangentError(Case c, double[] theta, double[] v) {
        double worst = 0;
        for (int b = 0; b < c.batch.sequences(); b++) {
            double[][] x = c.inputs(b);
            double[][][] up = c.slow.hidden(SlowNetwork.moved(theta, SlowNetwork.STEP, v), x, null);
            double[][][] down = c.slow.hidden(SlowNetwork.moved(theta, -SlowNetwork.STEP, v), x, null);
            for (int l = 0; l < up.length; l++) {
                int width = Case.HIDDEN;
                float[] fast = new float[c.task.steps() * width];
                double[] slow = new double[fast.length];
                for (int i = 0; i < fast.length; i++) {
                    int t = i / width;
                    int j = i % width;
                    fast[i] = c.workspace.tangents().hDot[l].get(t * c.batch.capacity() + b, j);
                    slow[i] = (up[l][t][j] - down[l][t][j]) / (2 * SlowNetwork.STEP);
                }
                worst = Math.max(worst, nonZero(slow) ? Case.relative(fast, slow) : 0);
            }
        }
        return worst;
    }

    /** Returns false where all weights lie outside θ. */
    private static boolean nonZero(double[] a) {
        return Arrays.stream(a).anyMatch(e -> e != 0);
    }

    /** Returns G, column by column, from products with unit vectors. */
    private static RealMatrix gaussNewton(Case c) {
        int n = c.theta.size();
        RealMatrix g = new Array2DRowRealMatrix(n, n);
        Parameters unit = new Parameters(c.network.layout());
        Parameters product = new Parameters(c.network.layout());
        for (int i = 0; i < n; i++) {
            unit.zero();
            unit.data()[i] = 1;
            c.objective.curvature(unit, Curvature.GAUSS_NEWTON, product);
            g.setColumn(i, SlowNetwork.doubles(product));
        }
        return g;
    }

    private static double greatest(RealMatrix a) {
        return Arrays.stream(a.getData())
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .max()
                .orElseThrow();
    }

    private static double adjointError(String name) {
        Kernels kernels = PlainKernels.create();
        int steps = 6;
        int sequences = 4;
        int inputs = 3;
        int hidden = 17;
        Entry<CellFactory> entry = Entry.find("cell", Cells.all(), name);
        RecurrentCell cell = entry.create(Settings.NONE).cell(inputs, hidden);
        ParameterLayout.Builder fixedLayout = ParameterLayout.builder();
        cell.addFixedBlocks("", fixedLayout);
        Parameters fixed = filled(new Parameters(fixedLayout.build()), 0.5, 7);
        cell = cell.withFixed(fixed);
        ParameterLayout.Builder layout = ParameterLayout.builder();
        cell.addBlocks("", layout);
        Parameters theta = filled(new Parameters(layout.build()), 0.5, 1);
        Parameters thetaDot = filled(new Parameters(theta.layout()), 1, 4);
        Parameters gradient = new Parameters(theta.layout());
        Matrix x = filled(steps * sequences, inputs, 2);
        Matrix w = filled(steps * sequences, hidden, 3);
        Matrix xDot = filled(steps * sequences, inputs, 5);
        Matrix dh = Matrix.zeros(steps * sequences, hidden);
        Matrix dx = Matrix.zeros(steps * sequences, inputs);
        Matrix hDot = Matrix.zeros(steps * sequences, hidden);
        dh.copyFrom(w);

        RecurrentRun run = cell.open(Unrolling.fromZero("", steps, sequences, kernels));
        run.prepare(theta);
        run.forward(theta, x);
        run.backward(theta, dh, dx, null);
        run.accumulate(null, gradient);
        run.tangent(theta, thetaDot, xDot, hDot);
        double forward = dot(w.data(), hDot.data());
        double back = dot(gradient.data(), thetaDot.data()) + dot(dx.data(), xDot.data());
        return Math.abs(forward - back) / Math.sqrt(dot(w.data(), w.data()) * dot(hDot.data(), hDot.data()));
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }

    private static Parameters filled(Parameters v, double range, long seed) {
        fill(v.data(), range, seed);
        return v;
    }

    private static Matrix filled(int rows, int columns, long seed) {
        Matrix matrix = Matrix.zeros(rows, columns);
        fill(matrix.data(), 1, seed);
        return matrix;
    }

    private static void fill(float[] data, double range, long seed) {
        RandomStream stream = Seed.root(seed).stream();
        for (int i = 0; i < data.length; i++) {
            data[i] = (float) stream.uniform(-range, range);
        }
    }
}
