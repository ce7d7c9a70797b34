package org.longspan.harness.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class MeterTest {

    @Test
    void aThreadThatWaitsUsesNothing() {
        Meter meter = Meter.here();
        double before = meter.thread().getAsDouble();
        CompletableFuture.runAsync(() -> work(Duration.ofMillis(200))).join();

        assertThat(meter.thread().getAsDouble() - before).isBetween(0.0, 0.1);
    }

    @Test
    void aThreadUsesNoMoreThanTheClockShowsAndTheProcessNoLess() {
        Meter meter = Meter.here();
        long begin = System.nanoTime();
        double thread = meter.thread().getAsDouble();
        double process = meter.processor().getAsDouble();
        work(Duration.ofMillis(200));
        double used = meter.thread().getAsDouble() - thread;

        assertThat(used).isPositive().isLessThanOrEqualTo((System.nanoTime() - begin) * 1e-9);
        double grain = 0.02; // the process is told in hundredths of a second
        assertThat(meter.processor().getAsDouble() - process).isGreaterThan(used - grain);
    }

    private static void work(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }
}
