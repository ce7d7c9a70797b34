package org.longspan.microbench;

import java.util.concurrent.TimeUnit;
import org.longspan.microbench.turns.Turns;
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
 * Gauss-Newton and Hessian products, in turns with the gradient of their batch, whose activations are kept. From the
 * second Hessian product on, the back-propagated signals are kept too, as within conjugate gradients or Lanczos.
 */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 1, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 15, time = 60, timeUnit = TimeUnit.MILLISECONDS)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CurvatureBenchmark {

    /** The matrix that multiplies the direction. */
    public enum Product {
        GAUSS_NEWTON,
        HESSIAN
    }

    /** Cell, B, H, T and I. */
    @Param
    public TrainingShape shape;

    /** The steps with a loss, which affect only the cost of the read-out, the smallest part. */
    @Param("EVERY")
    public LossAt lossAt;

    /** The product; the tables show the Gauss-Newton product. */
    @Param("GAUSS_NEWTON")
    public Product product;

    private TrainingCase training;
    private Curvature curvature;
    private Parameters direction;
    private Parameters gradient;
    private Parameters result;

    /** Creates the network; the direction is the gradient, as in the first step of conjugate gradients. */
    @Setup
    public void create(Turns turns) {
        training = new TrainingCase(shape, lossAt);
        curvature = product == Product.HESSIAN ? new Curvature.Hessian() : Curvature.GAUSS_NEWTON;
        gradient = new Parameters(training.theta().layout());
        result = new Parameters(training.theta().layout());
        gradient();
        direction = gradient.copy();
        turns.of(() -> product().size());
        turns.against(this::gradient);
    }

    private double gradient() {
        return training.objective().gradient(training.theta(), GradientSeams.NONE, gradient);
    }

    @Benchmark
    public Parameters product() {
        training.objective().curvature(direction, curvature, result);
        return result;
    }
}
