package org.longspan.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.longspan.model.cell.SecondOrderCell;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.kernel.KernelChoice;
import org.longspan.numerics.oracle.Curvature;

/** What a cell promises that gives the tangents of its backward pass; part of {@link CellContract}. */
abstract class CellSecondOrderFacts extends CellSignalFacts {

    private CellSecondDerivatives second() {
        return new CellSecondDerivatives(secondOrder(run()));
    }

    private static CellRun secondOrder(CellRun run) {
        assumeTrue(run.cell instanceof SecondOrderCell, "a cell without the tangents of its backward pass");
        return run.all(null);
    }

    private static Parameters direction(CellRun run, long seed) {
        Parameters direction = new Parameters(run.theta.layout());
        CellRun.fill(direction.data(), 1, seed);
        return direction;
    }

    private static Matrix inputs(long seed) {
        Matrix inputs = Matrix.zeros(CellRun.ROWS, CellRun.INPUTS);
        CellRun.fill(inputs.data(), 1, seed);
        return inputs;
    }

    private static double norm(Parameters theta, Matrix x) {
        return Math.hypot(CellRun.norm(theta.data()), CellRun.norm(x.data()));
    }

    @Test
    void itSupportsTheHessianExactlyWhereItGivesTheTangentOfBackward() {
        assertThat(cell().supports(new Curvature.Hessian())).isEqualTo(cell() instanceof SecondOrderCell);
        assertThat(cell().supports(Curvature.GAUSS_NEWTON)).isTrue();
    }

    @Test
    void theTangentThatIsKeptHasTheBitsOfTheOneThatIsNot() {
        CellSecondDerivatives second = second();
        Parameters thetaDot = direction(second.run, 4);
        second.along(thetaDot, inputs(5));
        float[] kept = second.run.hDot.data().clone();

        assertThat(second.run.tangent(thetaDot, inputs(5)).hDot.data()).isEqualTo(kept);
    }

    @Test
    void tangentOfBackwardIsItsSlope() {
        Segment.assertSlope(CellSecondOrderFacts::alongBackward, () -> secondOrder(run()));
    }

    private static Segment.Course alongBackward(CellRun run, Segment segment) {
        CellSecondDerivatives second = new CellSecondDerivatives(run);
        Parameters u = direction(run, 8);
        Matrix ux = inputs(9);
        return new Segment.Course() {
            @Override
            public double value() {
                run.all(null);
                return CellRun.dot(run.gradient.data(), u.data()) + CellRun.dot(run.dx.data(), ux.data());
            }

            @Override
            public double slope() {
                run.all(null);
                return second.along(segment.thetaDot, segment.xDot).times(u, ux);
            }

            @Override
            public double scale() {
                return norm(u, ux) * norm(run.gradient, run.dx);
            }
        };
    }

    @Test
    void secondDerivativesAreSymmetric() {
        CellSecondDerivatives second = second();
        Parameters u = direction(second.run, 4);
        Parameters v = direction(second.run, 5);
        Matrix ux = inputs(6);
        Matrix vx = inputs(7);
        double vHu = second.along(u, ux).times(v, vx);
        double scale = norm(second.product, second.dxDot) * norm(v, vx);

        assertThat(second.along(v, vx).times(u, ux)).isCloseTo(vHu, within(scale * CellRun.ROUNDING));
    }

    /** Backward is linear in the cotangents. */
    @Test
    void tangentOfBackwardInItsCotangentsIsBackward() {
        CellSecondDerivatives second = second();
        second.along(new Parameters(second.run.theta.layout()), null, 2f);

        double scale = CellRun.norm(second.run.gradient.data());
        for (int i = 0; i < second.product.size(); i++) {
            assertThat((double) second.product.data()[i])
                    .isCloseTo(2.0 * second.run.gradient.data()[i], within(scale * CellRun.ROUNDING));
        }
    }

    @Test
    void accumulateTangentAdds() {
        CellSecondDerivatives second = second();
        float[] once =
                second.along(direction(second.run, 4), inputs(5)).product.data().clone();
        second.accumulate();

        double scale = CellRun.norm(once);
        for (int i = 0; i < once.length; i++) {
            assertThat((double) second.product.data()[i]).isCloseTo(2.0 * once[i], within(scale * CellRun.ROUNDING));
        }
    }

    @Test
    void directionsOneAfterTheOtherDisturbNeitherSignalsNorEachOther() {
        CellSecondDerivatives second = second();
        float[][] signals = second.run.bits();
        Parameters thetaDot = direction(second.run, 4);
        float[][] first = second.along(thetaDot, inputs(5)).bits();
        second.along(direction(second.run, 6), null);

        assertThat(second.along(thetaDot, inputs(5)).bits()).isDeepEqualTo(first);
        second.run.gradient.zero();
        second.run.unrolled.accumulate(null, second.run.gradient);
        assertThat(second.run.bits()).isDeepEqualTo(signals);
    }

    @Test
    void theFastestKernelsGiveTheSecondDerivativesOfThePlainOnes() {
        CellSecondDerivatives slow = second();
        CellRun run = new CellRun(cell(), KernelChoice.best("auto").kernels()).all(null);
        CellSecondDerivatives fast = new CellSecondDerivatives(run);
        Parameters thetaDot = direction(run, 4);

        assertThat(fast.along(thetaDot, inputs(5)).bits())
                .isDeepEqualTo(slow.along(thetaDot, inputs(5)).bits());
    }

    @Test
    void nothingUnderTheFloorIsLeftOfTheTangentsOfSignals() {
        for (float scale : new float[] {1e-30f, 1e-6f, 1e-3f, 1f, 1e3f}) {
            CellRun run = run();
            run.w.fill(0f);
            run.w.rows(CellRun.ROWS - CellRun.SEQUENCES, CellRun.SEQUENCES).fill(1e-3f * scale);
            run.theta.scale(scale);
            CellSecondDerivatives second = new CellSecondDerivatives(secondOrder(run));
            Parameters thetaDot = run.theta.copy();
            thetaDot.scale(1e-3f);
            second.along(thetaDot, null, 1f);

            assertThat(CellRun.underTheFloor(run.hDot.data(), second.dhDot.data(), second.dxDot.data()))
                    .as("weights of %s", scale)
                    .isZero();
        }
    }

    @Test
    void secondOrderPassesAllocateNothing() {
        CellSecondDerivatives second = second();
        Parameters thetaDot = direction(second.run, 4);
        Matrix xDot = inputs(5);

        assertThat(Allocation.of(() -> second.along(thetaDot, xDot))).isZero();
    }
}
