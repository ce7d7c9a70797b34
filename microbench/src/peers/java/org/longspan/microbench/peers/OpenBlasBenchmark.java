package org.longspan.microbench.peers;

import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.CblasTrans;
import static org.bytedeco.openblas.global.openblas.blas_set_num_threads;
import static org.bytedeco.openblas.global.openblas.cblas_sgemm;

import java.util.concurrent.TimeUnit;
import org.bytedeco.javacpp.FloatPointer;
import org.longspan.numerics.random.RandomStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The products of {@code KernelBenchmark}, with equal names, by OpenBLAS on one thread, in GFLOP/s. */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 2, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class OpenBlasBenchmark {

    private static final int SEQUENCES = 100;
    private static final int UNITS = 128;
    private static final int GATES = 4 * UNITS;
    private static final int SMALL = 20;
    private static final int STEPS_BY_SEQUENCES = 4000;
    private static final int RNN_UNITS = 100;

    private final FloatPointer left = draw(STEPS_BY_SEQUENCES * UNITS);
    private final FloatPointer right = draw(STEPS_BY_SEQUENCES * GATES);
    private final FloatPointer product = draw(UNITS * GATES);

    private static FloatPointer draw(int size) {
        RandomStream random = new RandomStream(0);
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) random.uniform(-0.1, 0.1);
        }
        return new FloatPointer(values);
    }

    /** Asks for one thread. */
    @Setup
    public void single() {
        blas_set_num_threads(1);
    }

    @Benchmark
    @OperationsPerInvocation(2 * SEQUENCES * UNITS * GATES)
    public void gatesProduct() {
        addProduct(SEQUENCES, UNITS, GATES);
    }

    @Benchmark
    @OperationsPerInvocation(2 * SMALL * UNITS * GATES)
    public void gatesProductOfSmallBatch() {
        addProduct(SMALL, UNITS, GATES);
    }

    @Benchmark
    @OperationsPerInvocation(2 * SEQUENCES * RNN_UNITS * RNN_UNITS)
    public void rnnProduct() {
        addProduct(SEQUENCES, RNN_UNITS, RNN_UNITS);
    }

    @Benchmark
    @OperationsPerInvocation(2 * STEPS_BY_SEQUENCES * UNITS * GATES)
    public void weightGradient() {
        int k = STEPS_BY_SEQUENCES;
        cblas_sgemm(
                CblasRowMajor,
                CblasTrans,
                CblasNoTrans,
                UNITS,
                GATES,
                k,
                1f,
                left,
                UNITS,
                right,
                GATES,
                1f,
                product,
                GATES);
    }

    /** C (m, n) += A (m, k) · B (k, n). */
    private void addProduct(int m, int k, int n) {
        cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, m, n, k, 1f, left, k, right, n, 1f, product, n);
    }
}
