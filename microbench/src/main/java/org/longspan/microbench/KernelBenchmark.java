package org.longspan.microbench;

import java.util.concurrent.TimeUnit;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.Panels;
import org.longspan.numerics.kernel.KernelChoice;
import org.longspan.numerics.random.RandomStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The dense kernels at the shapes of training. Products count a multiply-add as two operations, so operations per
 * nanosecond are GFLOP/s; everything else is in nanoseconds per element or unit.
 *
 * <p>It watches a cliff: C2 keeps vectors in registers only in a method that is small enough. A product that falls
 * from more than 100 GFLOP/s to 6, or an activation from under 1 ns to 100, has gone over it.
 */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 3, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class KernelBenchmark {

    private static final int SEQUENCES = 100;
    private static final int UNITS = 128;
    private static final int GATES = 4 * UNITS;
    private static final int SMALL = 20;
    private static final int STEPS_BY_SEQUENCES = 4000;
    private static final int RNN_UNITS = 100;
    private static final int VECTOR = 100_000;

    /** The implementation; both give equal bits. */
    @Param({"plain", "vector"})
    public String kernels;

    private final RandomStream random = new RandomStream(0);
    private Kernels k;
    private Panels panels;
    private Panels panelsRnn;

    // gates (B, 4H) += h (B, H) · W (H, 4H)
    private final Matrix h = draw(SEQUENCES, UNITS);
    private final Matrix weights = draw(UNITS, GATES);
    private final Matrix product = Matrix.zeros(SEQUENCES, GATES);

    // gates (B, 4H) += h (B, H) · W (H, 4H) at B = 20
    private final Matrix hSmall = draw(SMALL, UNITS);
    private final Matrix productSmall = Matrix.zeros(SMALL, GATES);

    // z (B, H) += h (B, H) · W (H, H)
    private final Matrix hRnn = draw(SEQUENCES, RNN_UNITS);
    private final Matrix weightsRnn = draw(RNN_UNITS, RNN_UNITS);
    private final Matrix productRnn = Matrix.zeros(SEQUENCES, RNN_UNITS);

    // dW (H, 4H) += hᵀ (H, T·B) · dz (T·B, 4H), with the row stride of a network with ten inputs
    private final Matrix allH = draw(STEPS_BY_SEQUENCES, UNITS + 11).columns(0, UNITS);
    private final Matrix allDz = draw(STEPS_BY_SEQUENCES, GATES + 16).columns(0, GATES);
    private final Matrix gradient = Matrix.zeros(UNITS, GATES);

    // one LSTM step, B = 20
    private final Matrix gates = draw(SMALL, GATES);
    private final Matrix z = draw(SMALL, GATES);
    private final Matrix cPrevious = draw(SMALL, UNITS);
    private final Matrix c = draw(SMALL, UNITS);
    private final Matrix tanhC = draw(SMALL, UNITS);
    private final Matrix output = draw(SMALL, UNITS);
    private final Matrix dh = draw(SMALL, UNITS);
    private final Matrix dcAfter = draw(SMALL, UNITS);
    private final Matrix dc = draw(SMALL, UNITS);

    private final Matrix left = draw(1, VECTOR);
    private final Matrix right = draw(1, VECTOR);

    private Matrix draw(int rows, int columns) {
        Matrix matrix = Matrix.zeros(rows, columns);
        for (int i = 0; i < matrix.data().length; i++) {
            matrix.data()[i] = (float) random.uniform(-0.1, 0.1);
        }
        return matrix;
    }

    /** Chooses the kernels. */
    @Setup
    public void choose() {
        k = KernelChoice.best(kernels).kernels();
        panels = k.products().newPanels(UNITS, GATES);
        panels.pack(weights);
        panelsRnn = k.products().newPanels(RNN_UNITS, RNN_UNITS);
        panelsRnn.pack(weightsRnn);
    }

    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    @OperationsPerInvocation(2 * SEQUENCES * UNITS * GATES)
    public void gatesProduct() {
        k.products().addProduct(h, panels, product);
    }

    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    @OperationsPerInvocation(2 * SMALL * UNITS * GATES)
    public void gatesProductOfSmallBatch() {
        k.products().addProduct(hSmall, panels, productSmall);
    }

    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    @OperationsPerInvocation(2 * SEQUENCES * RNN_UNITS * RNN_UNITS)
    public void rnnProduct() {
        k.products().addProduct(hRnn, panelsRnn, productRnn);
    }

    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    @OperationsPerInvocation(2 * STEPS_BY_SEQUENCES * UNITS * GATES)
    public void weightGradient() {
        k.products().addTransposedProduct(allH, allDz, gradient);
    }

    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @OperationsPerInvocation(SMALL * GATES)
    public void tanh() {
        k.activations().tanh(gates, z);
    }

    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @OperationsPerInvocation(SMALL * GATES)
    public void sigmoid() {
        k.activations().sigmoid(gates, z);
    }

    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @OperationsPerInvocation(SMALL * UNITS)
    public void tanhBackward() {
        k.activations().tanhBackward(output, dh, tanhC);
    }

    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @OperationsPerInvocation(SMALL * UNITS)
    public void lstmForward() {
        k.gated().lstm().forward(z, cPrevious, gates, c, tanhC, output);
    }

    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @OperationsPerInvocation(SMALL * UNITS)
    public void lstmBackward() {
        k.gated().lstm().cellBackward(gates, tanhC, dh, dcAfter, dc);
        k.gated().lstm().gatesBackward(gates, cPrevious, tanhC, dh, dc, z, dcAfter);
    }

    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @OperationsPerInvocation(SMALL * UNITS)
    public void lstmTangent() {
        k.gated().lstm().tangent(gates, cPrevious, tanhC, z, dcAfter, dc, output);
    }

    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @OperationsPerInvocation(VECTOR)
    public double dot() {
        return k.reductions().dot(left.data(), 0, right.data(), 0, VECTOR);
    }
}
