package ${package};

import java.util.Optional;
import org.longspan.task.SequenceTask;
import org.longspan.task.TaskProvider;
import org.longspan.testkit.Predictor;
import org.longspan.testkit.TaskContract;

class ${className}ContractTest extends TaskContract {

    @Override
    protected TaskProvider provider() {
        return new ${className}Provider();
    }

    /** Says at any step which input was 1 at the first one. */
    @Override
    protected Optional<Predictor> oracle(SequenceTask task) {
        return Optional.of((batch, b, t) -> {
            double[] scores = new double[batch.outputWidth()];
            for (int symbol = 0; symbol < scores.length; symbol++) {
                scores[symbol] = batch.inputs()[b * batch.inputWidth() + symbol];
            }
            return scores;
        });
    }
}
