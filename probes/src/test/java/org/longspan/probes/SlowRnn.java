package org.longspan.probes;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.longspan.numerics.Matrix;
import org.longspan.task.BatchBuffer;
import org.longspan.task.Split;
import org.longspan.task.Targets;

/** The oracle: a simple recurrent network of tanh or linear units in double, with its Jacobians written out. */
final class SlowRnn {

    private final Subject subject;
    private final DoubleUnaryOperator unit;
    private final DoubleUnaryOperator slope; // from h
    final double[][] u;
    private final double[][] w;
    private final double[][] b;
    private final double[][] v;
    private final double[][] d;

    SlowRnn(Subject subject) {
        boolean tanh = subject.network().architecture().cell().name().equals("tanh-rnn");
        this.subject = subject;
        this.unit = tanh ? StrictMath::tanh : z -> z;
        this.slope = tanh ? h -> 1 - h * h : h -> 1;
        this.u = block("layer0.recurrent");
        this.w = block("layer0.input");
        this.b = block("layer0.bias");
        this.v = block("readout.weight");
        this.d = block("readout.bias");
    }

    private double[][] block(String name) {
        Matrix block = subject.theta().block(name);
        double[][] copy = new double[block.rows()][block.columns()];
        for (int i = 0; i < copy.length; i++) {
            for (int j = 0; j < copy[i].length; j++) {
                copy[i][j] = block.get(i, j);
            }
        }
        return copy;
    }

    int steps() {
        return subject.network().task().steps();
    }

    /** Returns v · matrix, for a row v. */
    static double[] times(double[] v, double[][] matrix) {
        double[] product = new double[matrix[0].length];
        for (int i = 0; i < v.length; i++) {
            for (int j = 0; j < product.length; j++) {
                product[j] += v[i] * matrix[i][j];
            }
        }
        return product;
    }

    static double[] timesTransposed(double[][] matrix, double[] w) {
        double[] product = new double[matrix.length];
        Arrays.setAll(product, i -> dot(matrix[i], w));
        return product;
    }

    static double dot(double[] a, double[] c) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * c[i];
        }
        return sum;
    }

    /** One validation sequence, with {@code e} added to h({@code at}); h(0) is 0. */
    final class Path {

        final double[][] h = new double[steps() + 1][];
        final double[] error;

        Path(int n, int at, double[] e) {
            BatchBuffer batch = new BatchBuffer(subject.network().task(), 1);
            batch.fill(subject.task(), Split.VALIDATION, subject.sequences(), n, 1);
            int inputs = batch.inputWidth();
            h[0] = new double[u.length];
            for (int t = 0; t < steps(); t++) {
                double[] before = h[t];
                if (t == at) {
                    Arrays.setAll(before, i -> before[i] + e[i]);
                }
                double[] z = times(before, u);
                for (int j = 0; j < z.length; j++) {
                    z[j] += b[0][j];
                    for (int i = 0; i < inputs; i++) {
                        z[j] += batch.inputs()[t * inputs + i] * w[i][j];
                    }
                }
                h[t + 1] = Arrays.stream(z).map(unit).toArray();
            }
            float[] targets = ((Targets.Real) batch.targets()).values();
            double[] y = times(h[steps()], v);
            this.error = new double[y.length];
            Arrays.setAll(error, o -> y[o] + d[0][o] - targets[(steps() - 1) * error.length + o]);
        }

        double loss() {
            return dot(error, error) / error.length;
        }

        /** J(t), from a row ṡ(t-1) to ṡ(t). */
        double[][] jacobian(int t) {
            double[][] jacobian = new double[u.length][u.length];
            for (int i = 0; i < u.length; i++) {
                for (int j = 0; j < u.length; j++) {
                    jacobian[i][j] = u[i][j] * slope.applyAsDouble(h[t][j]);
                }
            }
            return jacobian;
        }

        /** w J_kᵀ. */
        double[] back(int lag, double[] w) {
            double[] signal = w;
            for (int t = steps(); t > steps() - lag; t--) {
                signal = timesTransposed(jacobian(t), signal);
            }
            return signal;
        }

        double[] signal(int lag) {
            double[] dy = Arrays.stream(error).map(x -> 2 * x / error.length).toArray();
            return back(lag, timesTransposed(v, dy));
        }

        /** (J_k e)ᵀ ∇²ℓ (J_k e). */
        double form(int lag, double[] e) {
            double[] tangent = e;
            for (int t = steps() - lag + 1; t <= steps(); t++) {
                tangent = times(tangent, jacobian(t));
            }
            double[] yDot = times(tangent, v);
            return 2 * dot(yDot, yDot) / yDot.length;
        }
    }

    Path path(int n) {
        return new Path(n, -1, null);
    }

    /** Returns ĝᵀ H_k ĝ by a central difference of the signal along ĝ. */
    double hessianForm(int n, int lag, double[] direction) {
        double step = 1e-5;
        double[] up = signalAt(n, lag, step, direction);
        double[] down = signalAt(n, lag, -step, direction);
        return (dot(up, direction) - dot(down, direction)) / (2 * step);
    }

    private double[] signalAt(int n, int lag, double step, double[] direction) {
        double[] e = Arrays.stream(direction).map(x -> step * x).toArray();
        return new Path(n, steps() - lag, e).signal(lag);
    }
}
