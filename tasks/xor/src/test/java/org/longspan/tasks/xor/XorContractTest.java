package org.longspan.tasks.xor;

import java.util.Optional;
import org.longspan.task.Batch;
import org.longspan.task.SequenceTask;
import org.longspan.task.TaskProvider;
import org.longspan.testkit.Predictor;
import org.longspan.testkit.TaskContract;

class XorContractTest extends TaskContract {

    @Override
    protected TaskProvider provider() {
        return new XorProvider();
    }

    /** Counts the ones among the marked bits: an odd count means that the two differ. */
    @Override
    protected Optional<Predictor> oracle(SequenceTask task) {
        return Optional.of((batch, b, t) -> {
            int ones = 0;
            for (int s = 0; s <= t; s++) {
                ones += input(batch, s, b, 1) == 1 && input(batch, s, b, 0) == 1 ? 1 : 0;
            }
            double[] scores = new double[2];
            scores[ones % 2] = Predictor.certain();
            return scores;
        });
    }

    private static float input(Batch batch, int t, int b, int i) {
        return batch.inputs()[(t * batch.capacity() + b) * batch.inputWidth() + i];
    }
}
