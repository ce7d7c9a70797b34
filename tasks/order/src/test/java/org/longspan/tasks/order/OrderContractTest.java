package org.longspan.tasks.order;

import java.util.Optional;
import org.longspan.task.Batch;
import org.longspan.task.LossKind;
import org.longspan.task.SequenceTask;
import org.longspan.task.TaskDescription;
import org.longspan.task.TaskProvider;
import org.longspan.testkit.Predictor;
import org.longspan.testkit.TaskContract;

class OrderContractTest extends TaskContract {

    @Override
    protected TaskProvider provider() {
        return new OrderProvider();
    }

    /** Reads the marked symbols in order; it knows each source's symbol indices and class numbers. */
    @Override
    protected Optional<Predictor> oracle(SequenceTask task) {
        TaskDescription description = task.description();
        boolean pascanu = description.variant().name().startsWith("pascanu13");
        boolean firstIsLow = pascanu || description.variant().name().equals("martens11-3");
        double certain = description.loss() == LossKind.SQUARED_ERROR ? 1 : Predictor.certain();
        return Optional.of((batch, b, t) -> {
            int order = 0;
            int weight = 1;
            for (int s = 0; s <= t; s++) {
                int marked = symbol(batch, s, b) - (pascanu ? 0 : 4);
                if (marked == 0 || marked == 1) {
                    order = firstIsLow ? order + weight * marked : 2 * order + marked;
                    weight *= 2;
                }
            }
            double[] outputs = new double[description.outputs()];
            outputs[order] = certain;
            return outputs;
        });
    }

    private static int symbol(Batch batch, int t, int b) {
        for (int i = 0; i < batch.inputWidth(); i++) {
            if (batch.inputs()[(t * batch.capacity() + b) * batch.inputWidth() + i] == 1) {
                return i;
            }
        }
        return -1;
    }
}
