package org.longspan.tasks.copy;

import java.util.List;
import java.util.Optional;
import org.longspan.task.Batch;
import org.longspan.task.SequenceTask;
import org.longspan.task.TaskDescription;
import org.longspan.task.TaskProvider;
import org.longspan.task.Variant;
import org.longspan.testkit.Predictor;
import org.longspan.testkit.TaskContract;

class CopyContractTest extends TaskContract {

    @Override
    protected TaskProvider provider() {
        return new CopyProvider();
    }

    @Override
    protected List<Integer> lengths(Variant variant) {
        return List.of(1, 2, 10);
    }

    /**
     * Waits for the cue, the input of the highest index, and then says the symbols it saw at the beginning; of the two
     * conventions, uRNN's cue comes one step before the recall and the other one with it.
     */
    @Override
    protected Optional<Predictor> oracle(SequenceTask task) {
        TaskDescription description = task.description();
        boolean urnn = description.variant().equals("urnn");
        int blank = urnn ? 0 : description.outputs() - 1;
        return Optional.of((batch, b, t) -> {
            double[] scores = new double[description.outputs()];
            int cue = cue(batch, b, t);
            int place = t - cue - (urnn ? 1 : 0);
            scores[cue < 0 || place < 0 ? blank : symbol(batch, place, b)] = Predictor.certain();
            return scores;
        });
    }

    private static int cue(Batch batch, int b, int t) {
        for (int s = 0; s <= t; s++) {
            if (symbol(batch, s, b) == batch.inputWidth() - 1) {
                return s;
            }
        }
        return -1;
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
