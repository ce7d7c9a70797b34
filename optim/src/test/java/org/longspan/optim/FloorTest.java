package org.longspan.optim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Settings;

/** Denormal numbers, counted in every memory and in θ while gradients vanish. */
class FloorTest {

    @ParameterizedTest
    @MethodSource("org.longspan.optim.CatalogueTest#firstOrder")
    void noDenormalNumberIsEverKept(Entry<Optimizer> entry) {
        Run run = new Run(entry.create(Settings.NONE), 0f, 1f, 0f, 0f);
        float g = 1;
        int denormals = 0;
        for (int k = 0; k < 4000; k++) {
            run.advance(g, -g, g / 3, k % 2 == 0 ? g : -g);
            denormals += denormals(run.theta);
            for (String name : run.memory.vectorNames()) {
                denormals += denormals(run.memory.vector(name));
            }
            g = Floor.ofFirst(g * 0.9f); // as a model writes it: never under the floor
        }
        assertThat(g).as("the gradient vanished").isZero();
        assertThat(denormals).isZero();
    }

    @Test
    void withoutTheFloorTheSameGradientsLeaveDenormalNumbers() {
        float v = 0;
        float s = 0;
        float g = 1;
        int denormals = 0;
        for (int k = 0; k < 4000; k++) {
            v = 0.9f * v - 0.1f * g;
            s = 0.99f * s + 0.01f * g * g;
            denormals += isDenormal(v) ? 1 : 0;
            denormals += isDenormal(s) ? 1 : 0;
            g = Floor.ofFirst(g * 0.9f);
        }
        assertThat(denormals).isGreaterThan(1000);
    }

    @Test
    void theFloorKeepsWhatIsNotSmall() {
        for (float x : new float[] {1f, -1f, Kernels.FLOOR, -Kernels.FLOOR, Float.POSITIVE_INFINITY}) {
            assertThat(Floor.ofFirst(x)).isEqualTo(x);
        }
        assertThat(Floor.ofFirst(Math.nextDown(Kernels.FLOOR))).isZero();
        assertThat(Floor.ofFirst(-Math.nextDown(Kernels.FLOOR))).isZero();
        assertThat(Floor.ofSecond(Float.MIN_NORMAL)).isEqualTo(Float.MIN_NORMAL);
        assertThat(Floor.ofSecond(Math.nextDown(Float.MIN_NORMAL))).isZero();
        assertThat(Floor.ofFirst(Float.NaN)).isNaN();
        assertThat(Floor.ofSecond(Float.NaN)).isNaN();
    }

    private static int denormals(Parameters vector) {
        int count = 0;
        for (float x : vector.data()) {
            count += isDenormal(x) ? 1 : 0;
        }
        return count;
    }

    private static boolean isDenormal(float x) {
        return x != 0 && Math.abs(x) < Float.MIN_NORMAL;
    }
}
