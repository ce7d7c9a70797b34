package org.longspan.tasks.latch;

import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.task.SequenceTask;
import org.longspan.task.TaskProvider;
import org.longspan.testkit.Predictor;
import org.longspan.testkit.TaskContract;

/** With one informative element, the default, with two and with three. */
class LatchContractTest {

    @Nested
    class WithOneElement extends Contract {
        WithOneElement() {
            super(1);
        }
    }

    @Nested
    class WithTwoElements extends Contract {
        WithTwoElements() {
            super(2);
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

        /**
         * Goes by the sum s of the first elements: by its sign, or, where they are noisy, by the mean target given s,
         * from the densities of s by Bayes' rule. That has the least loss of all predictors.
         */
        @Override
        protected Optional<Predictor> oracle(SequenceTask task) {
            String form = task.description().variant().name();
            return Optional.of((batch, b, t) -> {
                double sum = 0;
                for (int s = 0; s < informative; s++) {
                    sum += batch.inputs()[s * batch.capacity() + b];
                }
                if (form.endsWith("3b")) {
                    double one = density(sum - informative);
                    return new double[] {one / (one + density(sum + informative))};
                }
                boolean third = form.endsWith("3c");
                return new double[] {sum > 0 ? (third ? 0.2 : 1) : (third ? 0.8 : 0)};
            });
        }

        /** Returns the density of a sum of noises of variance 0.2 each, without its constant factor. */
        private double density(double noise) {
            return Math.exp(-noise * noise / (2 * 0.2 * informative));
        }
    }
}
