package org.longspan.optim.secondorder;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.oracle.Curvature;
import org.longspan.numerics.oracle.GradientSeams;
import org.longspan.numerics.oracle.Objective;
import org.longspan.numerics.oracle.Oracle;
import org.longspan.numerics.oracle.Purpose;
import org.longspan.numerics.random.RandomStream;

/**
 * The loss ½ (θ − a)ᵀA(θ − a), the same over all sequences, with every call counted. A function of the loss can bend
 * what a line search sees.
 */
final class MatrixOracle implements Oracle, Objective {

    final double[][] a;
    final double[] minimum;
    int gradients;
    int losses;
    int products;
    Curvature asked;
    double hiddenCurvature; // D″ is this times the identity
    double penalty; // λ of a penalty λ/2 ‖θ‖²
    DoubleUnaryOperator seen = loss -> loss; // bends losses, not gradients

    MatrixOracle(double[][] a, double... minimum) {
        this.a = a;
        this.minimum = minimum;
    }

    /** A symmetric positive definite matrix with eigenvalues from 1 to {@code condition}, and some minimum. */
    static MatrixOracle random(int n, double condition, long seed) {
        RandomStream random = new RandomStream(seed);
        double[][] rows = new double[n][n];
        for (double[] row : rows) {
            for (int j = 0; j < n; j++) {
                row[j] = random.normal();
            }
        }
        RealMatrix q = new QRDecomposition(new Array2DRowRealMatrix(rows)).getQ();
        RealMatrix diagonal = new Array2DRowRealMatrix(n, n);
        double[] minimum = new double[n];
        for (int i = 0; i < n; i++) {
            diagonal.setEntry(i, i, StrictMath.pow(condition, i / (n - 1.0)));
            minimum[i] = random.normal();
        }
        return new MatrixOracle(q.multiply(diagonal).multiply(q.transpose()).getData(), minimum);
    }

    @Override
    public int batch() {
        return 4;
    }

    @Override
    public Objective objective(Purpose purpose, int from, int count) {
        return this;
    }

    @Override
    public long sequenceForwards() {
        return 0;
    }

    @Override
    public int sequences() {
        return 4;
    }

    @Override
    public double loss(Parameters theta) {
        losses++;
        return seen.applyAsDouble(value(theta));
    }

    @Override
    public double penalty(Parameters theta) {
        double sum = 0;
        for (float t : theta.data()) {
            sum += (double) t * t;
        }
        return penalty / 2 * sum;
    }

    @Override
    public double gradient(Parameters theta, GradientSeams seams, Parameters gradient) {
        gradients++;
        for (int i = 0; i < a.length; i++) {
            double sum = penalty * theta.data()[i];
            for (int j = 0; j < a.length; j++) {
                sum += a[i][j] * (theta.data()[j] - minimum[j]);
            }
            gradient.data()[i] = (float) sum;
        }
        return value(theta);
    }

    double value(Parameters theta) {
        double loss = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                loss += (theta.data()[i] - minimum[i]) * a[i][j] * (theta.data()[j] - minimum[j]) / 2;
            }
        }
        return loss;
    }

    @Override
    public void curvature(Parameters direction, Curvature curvature, Parameters product) {
        products++;
        asked = curvature;
        double damped = penalty
                + (curvature instanceof Curvature.GaussNewton gaussNewton
                        ? gaussNewton.hiddenDamping() * hiddenCurvature
                        : 0);
        for (int i = 0; i < a.length; i++) {
            double sum = damped * direction.data()[i];
            for (int j = 0; j < a.length; j++) {
                sum += a[i][j] * direction.data()[j];
            }
            product.data()[i] = (float) sum;
        }
    }

    @Override
    public boolean supports(Curvature curvature) {
        return true;
    }

    @Override
    public void exampleNorms(Parameters theta, GradientSeams seams, double[] norms) {
        throw new UnsupportedOperationException("a second-order method asked for the norms of examples");
    }

    @Override
    public double hiddenDivergence(Parameters theta, Parameters delta) {
        throw new UnsupportedOperationException("nobody asks for a divergence");
    }

    @Override
    public boolean keepsTape() {
        return true;
    }
}
