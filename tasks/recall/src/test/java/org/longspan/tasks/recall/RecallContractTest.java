package org.longspan.tasks.recall;

import java.util.Optional;
import org.longspan.task.Batch;
import org.longspan.task.SequenceTask;
import org.longspan.task.TaskProvider;
import org.longspan.testkit.Predictor;
import org.longspan.testkit.TaskContract;

class RecallContractTest extends TaskContract {

    @Override
    protected TaskProvider provider() {
        return new RecallProvider();
    }

    /** Finds where the input stood before, and predicts what came after it there. */
    @Override
    protected Optional<Predictor> oracle(SequenceTask task) {
        return Optional.of((batch, b, t) -> {
            double[] scores = new double[16];
            int first = 0;
            while (symbol(batch, first, b) != symbol(batch, t, b)) {
                first++;
            }
            scores[symbol(batch, first + 1, b) - 17] = Predictor.certain();
            return scores;
        });
    }

    private static int symbol(Batch batch, int t, int b) {
        int i = 0;
        while (batch.inputs()[(t * batch.capacity() + b) * batch.inputWidth() + i] != 1) {
            i++;
        }
        return i;
    }
}
