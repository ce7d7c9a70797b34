package org.longspan.optim.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.ParameterLayout;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.Role;
import org.longspan.numerics.random.RandomStream;
import org.longspan.optim.Memory;
import org.longspan.optim.Run;
import org.longspan.optim.Step;
import org.longspan.optim.schedule.Constant;

class SoapTest {

    private static final int P = 5;
    private static final int Q = 6; // one more: the first gradient leaves one eigenvalue of zero, and none stands twice
    private static final double BETA1 = 0.95;
    private static final double BETA2 = 0.9;
    private static final double EPSILON = 1e-8;
    private static final ParameterLayout LAYOUT = ParameterLayout.builder()
            .add("input", P, Q, Role.INPUT)
            .add("bias", 1, Q, Role.BIAS)
            .add("read-out", Q, P, Role.READ_OUT)
            .build();

    private final RandomStream random = new RandomStream(3);
    private final Step step = Run.step(new Constant(), 100);

    private Parameters gradient() {
        Parameters gradient = new Parameters(LAYOUT);
        for (int i = 0; i < gradient.size(); i++) {
            gradient.data()[i] = (float) random.normal();
        }
        return gradient;
    }

    private Parameters applied(Soap soap, Parameters gradient, Memory memory) {
        Parameters update = gradient.copy();
        soap.apply(update, gradient, memory, step);
        return update;
    }

    /** The method in double, for one matrix (p, q), from decompositions of a library. */
    private static final class Oracle {

        private final int every;
        private RealMatrix l;
        private RealMatrix r;
        private RealMatrix m;
        private RealMatrix s;
        private RealMatrix ql;
        private RealMatrix qr;
        private int t = -1;

        Oracle(int p, int q, int every) {
            this.every = every;
            this.l = new Array2DRowRealMatrix(p, p);
            this.r = new Array2DRowRealMatrix(q, q);
            this.m = new Array2DRowRealMatrix(p, q);
            this.s = new Array2DRowRealMatrix(p, q);
        }

        RealMatrix update(RealMatrix g) {
            RealMatrix update = g.scalarMultiply(0);
            if (++t > 0) {
                RealMatrix turned = ql.transpose().multiply(g).multiply(qr);
                m = m.scalarMultiply(BETA1).add(g.scalarMultiply(1 - BETA1));
                RealMatrix direction = ql.transpose().multiply(m).multiply(qr);
                for (int i = 0; i < g.getRowDimension(); i++) {
                    for (int j = 0; j < g.getColumnDimension(); j++) {
                        double square = turned.getEntry(i, j) * turned.getEntry(i, j);
                        s.setEntry(i, j, BETA2 * s.getEntry(i, j) + (1 - BETA2) * square);
                        direction.multiplyEntry(i, j, 1 / (Math.sqrt(s.getEntry(i, j)) + EPSILON));
                    }
                }
                double correction = Math.sqrt(1 - StrictMath.pow(BETA2, t)) / (1 - StrictMath.pow(BETA1, t));
                update = ql.multiply(direction).multiply(qr.transpose()).scalarMultiply(correction);
            }
            l = l.scalarMultiply(BETA2).add(g.multiply(g.transpose()).scalarMultiply(1 - BETA2));
            r = r.scalarMultiply(BETA2).add(g.transpose().multiply(g).scalarMultiply(1 - BETA2));
            if (t == 0) {
                ql = new EigenDecomposition(l).getV(); // from the greatest eigenvalue to the least
                qr = new EigenDecomposition(r).getV();
            } else if (t % every == 0) {
                int[] rows = order(l, ql);
                int[] columns = order(r, qr);
                s = s.getSubMatrix(rows, columns);
                ql = orthonormal(l.multiply(columns(ql, rows)));
                qr = orthonormal(r.multiply(columns(qr, columns)));
            }
            return update;
        }

        private static RealMatrix columns(RealMatrix a, int[] chosen) {
            return a.getSubMatrix(IntStream.range(0, a.getRowDimension()).toArray(), chosen);
        }

        private static int[] order(RealMatrix a, RealMatrix q) {
            RealMatrix quotients = q.transpose().multiply(a).multiply(q);
            return IntStream.range(0, q.getColumnDimension())
                    .boxed()
                    .sorted(Comparator.comparingDouble(k -> -quotients.getEntry(k, k)))
                    .mapToInt(Integer::intValue)
                    .toArray();
        }

        private static RealMatrix orthonormal(RealMatrix a) {
            return new QRDecomposition(a).getQ();
        }
    }

    private static RealMatrix matrix(Parameters vector, String block) {
        return matrix(vector.block(block));
    }

    private static RealMatrix matrix(Matrix view) {
        RealMatrix matrix = new Array2DRowRealMatrix(view.rows(), view.columns());
        for (int i = 0; i < view.rows(); i++) {
            for (int j = 0; j < view.columns(); j++) {
                matrix.setEntry(i, j, view.get(i, j));
            }
        }
        return matrix;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 1000})
    void eachMatrixGoesTheWayOfTheOracle(int every) {
        Soap soap = new Soap(BETA1, BETA2, EPSILON, every, 0);
        Map<String, Oracle> oracles = Map.of("input", new Oracle(P, Q, every), "read-out", new Oracle(Q, P, every));
        Memory memory = new Memory(LAYOUT);
        for (int k = 0; k < 30; k++) {
            Parameters gradient = gradient();
            Parameters update = applied(soap, gradient, memory);
            for (String block : oracles.keySet()) {
                RealMatrix expected = oracles.get(block).update(matrix(gradient, block));
                RealMatrix error = matrix(update, block).subtract(expected);
                assertThat(error.getFrobeniusNorm())
                        .as("%s, update %s", block, k)
                        .isLessThan(2e-4 * (1 + expected.getFrobeniusNorm()));
            }
        }
    }

    @Test
    void theFirstUpdateMovesNothingAndLaterOnesShrinkWeights() {
        Soap soap = new Soap(BETA1, BETA2, EPSILON, 10, 0.1);
        Memory memory = new Memory(LAYOUT);
        Parameters theta = gradient();
        Parameters update = gradient();
        soap.apply(update, theta, memory, step);
        assertThat(update.data()).containsOnly(0f);
        update.zero();
        soap.apply(update, theta, memory, step);
        for (int i = 0; i < update.size(); i++) {
            assertThat(update.data()[i]).isEqualTo(0.1f * theta.data()[i]);
        }
    }

    /** Means fade by β₂ at every update. */
    @Test
    void basesOutliveTwentyThousandZeros() {
        Soap soap = new Soap(BETA1, BETA2, EPSILON, 10, 0);
        Memory memory = new Memory(LAYOUT);
        applied(soap, gradient(), memory);
        applied(soap, gradient(), memory);
        for (int k = 0; k < 20_000; k++) {
            applied(soap, new Parameters(LAYOUT), memory);
        }
        Parameters update = applied(soap, gradient(), memory);
        for (String name : memory.vectorNames()) {
            assertThat(memory.vector(name).data()).as(name).doesNotContain(Float.NaN);
        }
        for (String name : memory.numberNames()) {
            assertThat(memory.numbers(name)).as(name).doesNotContain(Double.NaN);
        }
        assertThat(matrix(update, "input").getFrobeniusNorm()).isFinite().isPositive();
    }

    /** ε is added before the correction here and after it in Adam. */
    @Test
    void aVectorGoesTheWayOfAdamOneUpdateLater() {
        Soap soap = new Soap(BETA1, BETA2, 1e-30, 10, 0);
        Adam adam = new Adam(BETA1, BETA2, 1e-30);
        Memory memory = new Memory(LAYOUT);
        Memory adams = new Memory(LAYOUT);
        assertThat(applied(soap, gradient(), memory).data()).containsOnly(0f);
        for (int k = 0; k < 20; k++) {
            Parameters gradient = gradient();
            float[] update = applied(soap, gradient, memory).data();
            adam.apply(gradient, gradient, adams, step);
            for (int i = P * Q; i < P * Q + Q; i++) {
                assertThat(update[i]).isCloseTo(gradient.data()[i], within(1e-5f));
            }
        }
    }

    @Test
    void aBasisStaysOrthonormalThroughZerosAndManyRefreshings() {
        int n = 9;
        Matrix a = Matrix.zeros(n, n);
        Matrix q = Matrix.zeros(n, n);
        EigenBasis basis = new EigenBasis(n);
        basis.solve(a, q);
        for (int k = 0; k < 200; k++) {
            double[] x = random.normal() > 0
                    ? new double[n]
                    : IntStream.range(0, n).mapToDouble(i -> random.normal()).toArray();
            for (int i = 0; i < n * n; i++) {
                a.data()[i] = (float) (0.5 * a.data()[i] + x[i / n] * x[i % n]);
            }
            int[] order = basis.refresh(a, q, step.kernels()).clone();
            Arrays.sort(order);
            assertThat(order).isEqualTo(IntStream.range(0, n).toArray());
            RealMatrix vectors = matrix(q);
            RealMatrix error = vectors.multiply(vectors.transpose()).subtract(MatrixUtils.createRealIdentityMatrix(n));
            assertThat(error.getNorm()).isLessThan(2 * n * Math.ulp(1f)); // Q is float
        }
    }
}
