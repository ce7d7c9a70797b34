package org.longspan.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.longspan.model.cell.Cells;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.oracle.Curvature;
import org.longspan.numerics.oracle.GradientSeams;
import org.longspan.task.LossKind;

/** A training step, with the filling of its batch, allocates nothing. */
class AllocationTest {

    private static final int STEPS = 300;

    static Stream<Case> cases() {
        return Cells.all().stream()
                .map(Entry::name)
                .flatMap(cell -> Stream.of(LossKind.values()).map(loss -> Case.of(cell, 2, loss)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void gradientAllocatesNothing(Case c) {
        assertThat(allocated(c, GradientSeams.NONE, 5)).isZero();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void gradientThroughBothSeamsInChunksAllocatesNothing(Case c) {
        GradientSeams seams = new GradientSeams(new Halving(), norm -> Math.min(1, 0.01 / norm));

        assertThat(allocated(c, seams, 13)).isZero();
    }

    @Test
    void omegaAllocatesNothing() {
        Architecture architecture = Architecture.of("leaky-integrator", Case.HIDDEN)
                .withLayers(2)
                .withRegularizer(Architecture.Part.of("omega"));
        Case c = new Case(architecture, ToyTask.masked(7, 3, 2, LossKind.SQUARED_ERROR), 5, 5);

        assertThat(allocated(c, new GradientSeams(new Halving(), null), 13)).isZero();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void curvatureProductAllocatesNothing(Case c) {
        Parameters product = new Parameters(c.network.layout());
        Curvature curvature = new Curvature.GaussNewton(0.1);
        c.objective.gradient(c.theta, GradientSeams.NONE, product);

        assertThat(leastAllocated(() -> c.objective.curvature(c.theta, curvature, product)))
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void hessianProductAllocatesNothing(Case c) {
        Parameters product = new Parameters(c.network.layout());
        Curvature hessian = new Curvature.Hessian();
        assumeTrue(c.objective.supports(hessian), "a cell without products with the Hessian");
        c.objective.gradient(c.theta, GradientSeams.NONE, product);

        assertThat(leastAllocated(() -> c.objective.curvature(c.theta, hessian, product)))
                .isZero();
    }

    private static long allocated(Case c, GradientSeams seams, int count) {
        Parameters gradient = new Parameters(c.network.layout());
        long[] from = {0};
        return leastAllocated(() -> {
            c.objective.bind(from[0] += count, count).gradient(c.theta, seams, gradient);
            c.theta.addScaled(-0.01f, gradient);
        });
    }

    /** Takes the least of many: the virtual machine allocates on this thread now and then, our code always or never. */
    private static long leastAllocated(Runnable step) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long id = Thread.currentThread().getId();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < STEPS; i++) {
            long before = threads.getThreadAllocatedBytes(id);
            step.run();
            least = Math.min(least, threads.getThreadAllocatedBytes(id) - before);
        }
        return least;
    }
}
