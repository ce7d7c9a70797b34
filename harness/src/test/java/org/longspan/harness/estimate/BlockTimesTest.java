package org.longspan.harness.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BlockTimesTest {

    private static final double TINY = 1e-12;

    @Test
    void oneCoreTakesTheSum() {
        assertThat(new BlockTimes(List.of(3.0, 1.0, 2.0), 3).seconds(1, 1)).isEqualTo(6);
        assertThat(new BlockTimes(List.of(3.0, 1.0, 2.0), 3).seconds(1, 0.5)).isEqualTo(3);
    }

    @Test
    void theNextBlockGoesToTheCoreThatIsFreeFirst() {
        // first core 3, second core 1 + 2 + 2 = 5
        assertThat(new BlockTimes(List.of(3.0, 1.0, 2.0, 2.0), 1).seconds(2, 1)).isEqualTo(5);
        // a long block at the end leaves the other core idle
        assertThat(new BlockTimes(List.of(1.0, 1.0, 10.0), 10).seconds(2, 1)).isEqualTo(11);
    }

    @Test
    void noNumberOfCoresIsFasterThanTheLongestBlock() {
        BlockTimes blocks = new BlockTimes(List.of(1.0, 1.0, 1.0, 1.0), 7);

        assertThat(blocks.seconds(1000, 1)).isEqualTo(7);
        assertThat(blocks.seconds(1000, 0.5)).isEqualTo(3.5);
        assertThat(blocks.seconds(1000, 2)).as("a budget is not exceeded").isEqualTo(7);
        assertThat(blocks.mostCores()).isEqualTo(1);
    }

    @Test
    void manyEqualBlocksAreSharedEvenly() {
        BlockTimes blocks =
                new BlockTimes(IntStream.range(0, 2560).mapToObj(any -> 0.5).toList(), 0.5);

        assertThat(blocks.seconds(256, 1)).isCloseTo(5, within(TINY));
        assertThat(blocks.mostCores()).isEqualTo(2560);
    }

    @Test
    void nothingLeftTakesNoTime() {
        assertThat(new BlockTimes(List.of(), 0).seconds(4, 1)).isZero();
        assertThat(new BlockTimes(List.of(), 0).mostCores()).isZero();
    }
}
