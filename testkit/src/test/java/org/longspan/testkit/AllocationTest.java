package org.longspan.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AllocationTest {

    private Object kept;

    @Test
    void anArrayIsCountedWithItsHeader() {
        assertThat(Allocation.of(() -> kept = new byte[1000])).isBetween(1008L, 1040L);
        assertThat(kept).isNotNull();
    }

    @Test
    void arithmeticAllocatesNothing() {
        int[] sum = new int[1];
        assertThat(Allocation.of(() -> sum[0] += 3)).isZero();
        assertThat(sum[0]).isPositive();
    }
}
