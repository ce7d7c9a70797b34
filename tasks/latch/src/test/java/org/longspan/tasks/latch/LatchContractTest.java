package org.longspan.tasks.latch;

import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.task.SequenceTask;
import org.longspan.task.TaskProvider;
import org.longspan.testkit.Predictor;
import org.longspan.testkit.TaskContract;

/** With one informative element, the default, and with three. */
class LatchContractTest {

    @Nested
    class WithOneElement extends Contract {
        WithOneElement() {
            super(1);
        }
    }

    @Nested
    class WithThreeElements extends Contract {
        WithThreeElements() {
            super(3);
        }
    }

    private abstract static class Contract extends TaskContract {

        private final int informative;

        Contract(int informative) {
            this.informative = informative;
        }

        @Override
        protected TaskProvider provider() {
            return new LatchProvider();
        }

        @Override
        protected Settings settings() {
            return Settings.NONE.with("informative", informative);
        }

        /** Goes by the sign of the sum of the first elements. */
        @Override
        protected Optional<Predictor> oracle(SequenceTask task) {
            boolean third = task.description().variant().name().endsWith("3c");
            return Optional.of((batch, b, t) -> {
                double sum = 0;
                for (int s = 0; s < informative; s++) {
                    sum += batch.inputs()[s * batch.capacity() + b];
                }
                return new double[] {sum > 0 ? (third ? 0.2 : 1) : (third ? 0.8 : 0)};
            });
        }
    }
}
