package org.longspan.reports.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.longspan.numerics.random.RandomStream;

class SignFlipTest {

    @Test
    void countedSignPatternsAgreeWithEnumeratedOnes() {
        RandomStream random = new RandomStream(2);
        for (int n = 1; n <= 12; n++) {
            int[] d = new int[n];
            for (int i = 0; i < n; i++) {
                d[i] = random.nextInt(13) - 6;
            }
            assertThat(SignFlip.of(d)).isCloseTo(enumerated(d), within(1e-15));
        }
    }

    private static double enumerated(int[] d) {
        int observed = Math.abs(Arrays.stream(d).sum());
        int extreme = 0;
        for (int signs = 0; signs < 1 << d.length; signs++) {
            int sum = 0;
            for (int i = 0; i < d.length; i++) {
                sum += (signs >> i & 1) == 0 ? d[i] : -d[i];
            }
            extreme += Math.abs(sum) >= observed ? 1 : 0;
        }
        return (double) extreme / (1 << d.length);
    }

    @Test
    void manyDifferencesAreCountedExactly() {
        int[] d = new int[100];
        Arrays.fill(d, 3);
        assertThat(SignFlip.of(d)).isCloseTo(Math.scalb(1.0, -99), within(1e-40));
        for (int i = 0; i < 50; i++) {
            d[i] = -3;
        }
        assertThat(SignFlip.of(d)).isEqualTo(1);
    }

    @Test
    void holmAgreesWithItsDefinitionByHand() {
        double[] adjusted = Holm.adjust(new double[] {0.01, 0.04, 0.03, 0.005});
        double[] expected = {0.03, 0.06, 0.06, 0.02};
        for (int i = 0; i < expected.length; i++) {
            assertThat(adjusted[i]).isCloseTo(expected[i], within(1e-15));
        }
    }
}
