package org.longspan.tasks.copy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
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
     * Waits for the first cue, the input of the highest index, and then predicts the symbols before it that were no
     * blanks; of the two conventions, uRNN's cue comes one step before the recall and the other one with it.
     */
    @Override
    protected Optional<Predictor> oracle(SequenceTask task) {
        TaskDescription description = task.description();
        int blank = description.variant().name().startsWith("memory") ? description.outputs() - 1 : 0;
        int lag =
                Set.of("urnn", "variable-delay").contains(description.variant().name()) ? 1 : 0;
        return Optional.of((batch, b, t) -> {
            double[] scores = new double[description.outputs()];
            int cue = cue(batch, b, t);
            int[] symbols = IntStream.range(0, Math.max(cue, 0))
                    .map(s -> symbol(batch, s, b))
                    .filter(symbol -> symbol != blank)
                    .toArray();
            int place = t - cue - lag;
            boolean recalls = cue >= 0 && place >= 0 && place < symbols.length;
            scores[recalls ? symbols[place] : blank] = Predictor.certain();
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
