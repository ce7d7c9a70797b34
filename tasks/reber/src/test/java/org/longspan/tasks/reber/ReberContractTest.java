package org.longspan.tasks.reber;

import java.util.Optional;
import org.longspan.task.SequenceTask;
import org.longspan.task.TaskProvider;
import org.longspan.testkit.Predictor;
import org.longspan.testkit.TaskContract;

class ReberContractTest extends TaskContract {

    @Override
    protected TaskProvider provider() {
        return new ReberProvider();
    }

    /** Reads the string so far and asks a regular expression of the grammar what may come next. */
    @Override
    protected Optional<Predictor> oracle(SequenceTask task) {
        return Optional.of((batch, b, t) -> {
            String next = ReberString.next(ReberString.read(batch, b, t + 1));
            double[] outputs = new double[ReberString.ALPHABET.length()];
            for (char symbol : next.toCharArray()) {
                outputs[ReberString.ALPHABET.indexOf(symbol)] = 1.0 / next.length();
            }
            return outputs;
        });
    }
}
