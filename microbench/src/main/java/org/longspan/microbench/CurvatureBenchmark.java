package org.longspan.microbench;

import java.util.concurrent.TimeUnit;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.oracle.Curvature;
import org.longspan.numerics.oracle.GradientSeams;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A gradient, and Gauss-Newton and Hessian products on its batch, with its activations kept. From the second Hessian
 * product on, the back-propagated signals are kept too, as within conjugate gradients or Lanczos.
 */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CurvatureBenchmark {

    /** Cell, B, H, T and I. */
    @Param
    public TrainingShape shape;

    /** The steps with a loss, which affect only the cost of the read-out, the smallest part. */
    @Param("EVERY")
    public LossAt lossAt;

    private TrainingCase training;
    private Parameters direction;
    private Parameters gradient;
    private Parameters product;

    /** Creates the network; the direction is the gradient, as in the first step of conjugate gradients. */
    @Setup
    public void create() {
        training = new TrainingCase(shape, lossAt);
        gradient = new Parameters(training.theta().layout());
        product = new Parameters(training.theta().layout());
        gradient();
        direction = gradient.copy();
    }

    @Benchmark
    public double gradient() {
        return training.objective().gradient(training.theta(), GradientSeams.NONE, gradient);
    }

    @Benchmark
    public Parameters gaussNewtonProduct() {
        training.objective().curvature(direction, Curvature.GAUSS_NEWTON, product);
        return product;
    }

    @Benchmark
    public Parameters hessianProduct() {
        training.objective().curvature(direction, new Curvature.Hessian(), product);
        return product;
    }
}
