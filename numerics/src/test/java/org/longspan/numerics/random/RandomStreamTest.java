package org.longspan.numerics.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RandomStreamTest {

    private static final long SEED = 42;
    private static final int DRAWS = 200_000;

    @Nested
    class IsReproducible {

        /** Recorded values. They must never change, or every stored result is void. */
        @Test
        void knownAnswers() {
            RandomStream stream = new RandomStream(0);
            assertThat(new long[] {stream.nextLong(), stream.nextLong(), stream.nextLong()})
                    .containsExactly(3501205837692748406L, -7752819873761325631L, -2867358668301916344L);
            RandomStream normals = new RandomStream(1);
            assertThat(new double[] {normals.normal(), normals.normal(), normals.normal()})
                    .containsExactly(0.11033128039468706, 0.6367173811747222, -0.9031412653017256);
        }

        @Test
        void resetEqualsNew() {
            RandomStream used = new RandomStream(7);
            used.nextInt(); // caches half a long
            used.nextBoolean();
            used.normal(); // caches the second of a pair
            used.reset(SEED);
            RandomStream fresh = new RandomStream(SEED);
            for (int i = 0; i < 10; i++) {
                assertThat(used.nextInt()).isEqualTo(fresh.nextInt());
                assertThat(used.nextBoolean()).isEqualTo(fresh.nextBoolean());
                assertThat(used.normal()).isEqualTo(fresh.normal());
                assertThat(used.nextLong()).isEqualTo(fresh.nextLong());
            }
        }

        @Test
        void resetWithAxesKnowsTheirOrder() {
            RandomStream stream = new RandomStream(SEED);
            stream.reset(SEED, 1, 2);
            long first = stream.nextLong();
            stream.reset(SEED, 2, 1);
            assertThat(stream.nextLong()).isNotEqualTo(first);
            stream.reset(SEED, 1, 2);
            assertThat(stream.nextLong()).isEqualTo(first);
        }

        @Test
        void neighbouringSequencesHaveNothingInCommon() {
            RandomStream stream = new RandomStream(SEED);
            long[] firsts = new long[10_000];
            for (int n = 0; n < firsts.length; n++) {
                stream.reset(SEED, 0, n);
                firsts[n] = stream.nextLong();
            }
            assertThat(firsts).doesNotHaveDuplicates();
            long ones = 0;
            for (int n = 1; n < firsts.length; n++) {
                ones += Long.bitCount(firsts[n] ^ firsts[n - 1]);
            }
            assertThat(ones / (64.0 * (firsts.length - 1))).isCloseTo(0.5, within(0.003)); // 5 sigma
        }
    }

    @Nested
    class Draws {

        @Test
        void uniformStaysWithinItsEndsAndFillsThem() {
            RandomStream stream = new RandomStream(SEED);
            var summary = DoubleStream.generate(() -> stream.uniform(-2, 3))
                    .limit(DRAWS)
                    .summaryStatistics();
            assertThat(summary.getMin()).isBetween(-2.0, -1.999);
            assertThat(summary.getMax()).isBetween(2.999, Math.nextDown(3.0));
            assertThat(summary.getAverage()).isCloseTo(0.5, within(5 * 5 / Math.sqrt(12.0 * DRAWS)));
        }

        @Test
        void normalHasTheMomentsOfTheNormalDistribution() {
            RandomStream stream = new RandomStream(SEED);
            double[] sums = new double[5];
            for (int i = 0; i < DRAWS; i++) {
                double x = stream.normal();
                for (int power = 1; power <= 4; power++) {
                    sums[power] += StrictMath.pow(x, power) / DRAWS;
                }
            }
            // 5 standard errors: the moments' variances are 1, 2, 15 and 96, divided by the number of draws.
            assertThat(sums[1]).isCloseTo(0, within(5 * Math.sqrt(1.0 / DRAWS)));
            assertThat(sums[2]).isCloseTo(1, within(5 * Math.sqrt(2.0 / DRAWS)));
            assertThat(sums[3]).isCloseTo(0, within(5 * Math.sqrt(15.0 / DRAWS)));
            assertThat(sums[4]).isCloseTo(3, within(5 * Math.sqrt(96.0 / DRAWS)));
        }

        @Test
        void normalHasTheTailsOfTheNormalDistribution() {
            RandomStream stream = new RandomStream(SEED);
            double beyondTwo = 0;
            double correlation = 0;
            double before = stream.normal();
            for (int i = 0; i < DRAWS; i++) {
                double x = stream.normal();
                beyondTwo += Math.abs(x) > 2 ? 1.0 / DRAWS : 0;
                correlation += x * before / DRAWS;
                before = x;
            }
            assertThat(beyondTwo).isCloseTo(0.0455003, within(5 * Math.sqrt(0.0455 * 0.9545 / DRAWS)));
            assertThat(correlation).isCloseTo(0, within(5 / Math.sqrt(DRAWS)));
        }
    }
}
