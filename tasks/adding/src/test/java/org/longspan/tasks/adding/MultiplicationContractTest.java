package org.longspan.tasks.adding;

import java.util.Optional;
import org.longspan.task.Batch;
import org.longspan.task.SequenceTask;
import org.longspan.task.TaskProvider;
import org.longspan.testkit.Predictor;
import org.longspan.testkit.TaskContract;

class MultiplicationContractTest extends TaskContract {

    @Override
    protected TaskProvider provider() {
        return new MultiplicationProvider();
    }

    /** Multiplies the marked values; it knows only which input is the mark. */
    @Override
    protected Optional<Predictor> oracle(SequenceTask task) {
        int mark = task.description().variant().name().equals("pascanu13") ? 0 : 1;
        return Optional.of((batch, b, t) -> {
            double product = 1;
            for (int s = 0; s <= t; s++) {
                product *= input(batch, s, b, mark) == 1 ? input(batch, s, b, 1 - mark) : 1;
            }
            return new double[] {product};
        });
    }

    private static double input(Batch batch, int t, int b, int i) {
        return batch.inputs()[(t * batch.capacity() + b) * batch.inputWidth() + i];
    }
}
