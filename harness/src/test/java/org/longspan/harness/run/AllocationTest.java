package org.longspan.harness.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.longspan.harness.record.Budget;
import org.longspan.harness.record.EvaluationRules;
import org.longspan.harness.record.Trial;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.optim.catalogue.Optimizers;
import org.longspan.optim.clip.Clippings;

class AllocationTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int FEW = 100;
    private static final int MANY = 10_100;
    private static final int ATTEMPTS = 5;

    /**
     * The cap on updates, equal in all budgets because memory for each update is allocated at the start. The cap on
     * cost ends a trial sooner.
     */
    private static final int ALLOWED = 2 * MANY;

    /** Cost of a gradient of 10 sequences, in sequence-forwards; with each one's norm it is 40. */
    private static final long GRADIENT = 30;

    /** Tolerance in bytes; one object per step would exceed it. */
    private static final long LEAST_OBJECT = 8;

    private final Trainer trainer = new Trainer(Trials.bench());

    static Stream<Arguments> arms() {
        Stream<Arguments> optimizers = Optimizers.all().stream()
                .filter(entry -> entry.create(Settings.NONE).needs().isEmpty()) // a solved step is a line in the result
                .map(entry -> Arguments.of(entry.name(), "global-norm"));
        Stream<Arguments> clippings = Clippings.all().stream().map(entry -> Arguments.of("sgd", entry.name()));
        return Stream.concat(optimizers, clippings);
    }

    @ParameterizedTest
    @MethodSource("arms")
    void aTrainingStepAllocatesNothing(String optimizer, String clipping) {
        Trial arm = Trials.of(optimizer, Map.of("learning-rate", 1e-6), clipping, Map.of());
        bytes(arm, MANY); // what is allocated once, by classes and by the compiler's first guesses, is allocated here
        assertThat(bytesOfMoreSteps(arm))
                .as("bytes of %d more steps", MANY - FEW)
                .isLessThan(LEAST_OBJECT * (MANY - FEW));
    }

    /** Takes the least of a few: the virtual machine allocates on this thread now and then, our code always or never. */
    private long bytesOfMoreSteps(Trial arm) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < ATTEMPTS && least >= LEAST_OBJECT * (MANY - FEW); i++) {
            long few = bytes(arm, FEW);
            least = Math.min(least, bytes(arm, MANY) - few);
        }
        return least;
    }

    private long bytes(Trial arm, int updates) {
        Trial trial = Trials.with(
                Trials.with(arm, new Budget(10, ALLOWED, GRADIENT * updates)),
                new EvaluationRules(ALLOWED, 1, 1, 1, 1));
        long before = THREADS.getCurrentThreadAllocatedBytes();
        trainer.run(trial);
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
