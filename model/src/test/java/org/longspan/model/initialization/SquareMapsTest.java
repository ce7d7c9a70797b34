package org.longspan.model.initialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.exception.MaxCountExceededException;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.longspan.numerics.random.RandomStream;
import org.longspan.numerics.random.Seed;

class SquareMapsTest {

    private static final int UNITS = 16;

    /** Of such matrices the decomposition of Commons Math does not converge for about one in a hundred. */
    private static RealMatrix sparse(int seed) {
        RandomStream stream = Seed.root(seed).stream();
        RealMatrix u = new Array2DRowRealMatrix(UNITS, UNITS);
        for (int r = 0; r < UNITS; r++) {
            for (int c = 0; c < UNITS; c++) {
                u.setEntry(r, c, stream.nextDouble() < 0.1 ? stream.uniform(-1, 1) : 0);
            }
        }
        return u;
    }

    /** The radius is the growth of powers: ‖(U/ρ)ⁿ‖^(1/n) is 1 for n = 2¹², by repeated squaring. */
    @Test
    void theRadiusOfASparseMatrixIsTheGrowthOfItsPowers() {
        int hard = 0;
        for (int seed = 0; seed < 600; seed++) {
            RealMatrix u = sparse(seed);
            double radius = SquareMaps.spectralRadius(u);
            hard += converges(u) ? 0 : 1;
            if (radius > 0) {
                RealMatrix power = u.scalarMultiply(1 / radius);
                for (int i = 0; i < 12; i++) {
                    power = power.multiply(power);
                }
                assertThat(StrictMath.pow(power.getFrobeniusNorm(), 0x1p-12))
                        .as("seed %d", seed)
                        .isCloseTo(1, within(0.01));
            } else {
                assertThat(u.power(UNITS).getFrobeniusNorm())
                        .as("seed %d", seed)
                        .isZero();
            }
        }
        assertThat(hard).isPositive();
    }

    private static boolean converges(RealMatrix u) {
        try {
            new EigenDecomposition(u);
            return true;
        } catch (MaxCountExceededException e) {
            return false;
        }
    }
}
