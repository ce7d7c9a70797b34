package org.longspan.tasks.permutation;

import java.util.Optional;
import org.longspan.task.SequenceTask;
import org.longspan.task.TaskProvider;
import org.longspan.testkit.Predictor;
import org.longspan.testkit.TaskContract;

class PermutationContractTest extends TaskContract {

    @Override
    protected TaskProvider provider() {
        return new PermutationProvider();
    }

    /** Predicts the first symbol at every step; predictions before the last step do not count. */
    @Override
    protected Optional<Predictor> oracle(SequenceTask task) {
        return Optional.of((batch, b, t) -> {
            double[] scores = new double[batch.outputWidth()];
            for (int symbol = 0; symbol < scores.length; symbol++) {
                scores[symbol] = Predictor.certain() * batch.inputs()[b * batch.inputWidth() + symbol];
            }
            return scores;
        });
    }
}
