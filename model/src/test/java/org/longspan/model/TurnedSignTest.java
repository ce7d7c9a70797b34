package org.longspan.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.longspan.model.cell.CellFactory;
import org.longspan.model.cell.Cells;
import org.longspan.model.initialization.Initializations;
import org.longspan.model.regularizer.Regularizers;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.kernel.plain.PlainKernels;
import org.longspan.numerics.random.Seed;
import org.longspan.task.LossKind;

/** The oracle of signals finds a wrong sign: one that could not fail would prove nothing. */
class TurnedSignTest {

    @ParameterizedTest
    @CsvSource({"tanh-rnn, 0", "lstm, 0", "lstm, 1", "lstm, 2", "lstm, 3", "lstm-1997, 1"})
    void aSignTurnedInTheBackwardPassOfOneGateIsFound(String name, int gate) {
        Case c = Case.of(name, 1, LossKind.SQUARED_ERROR);
        Entry<CellFactory> sound = Entry.find("cell", Cells.all(), name);
        Entry<CellFactory> turned = new Entry<>(
                name,
                sound.summary(),
                sound.equation(),
                sound.citation(),
                List.of(),
                List.of(),
                settings -> (inputs, hidden) ->
                        new TurnedCell(sound.create(settings).cell(inputs, hidden), gate));
        ModelMethods lists = new ModelMethods(List.of(turned), Initializations.all(), Regularizers.all());
        Network network =
                new Network(c.network.architecture(), lists, c.task.description(), PlainKernels.create(), Seed.root(0));
        Trajectory along = new Trajectory(network, c.batch.capacity());
        along.run(c.theta, c.batch);
        double[] greatest = {0};
        along.backward(new Trajectory.Seed[] {along.loss()}, (state, signals) -> {
            for (int b = 0; b < along.sequences(); b++) {
                int lag = along.readOutOf(b) - state;
                if (lag > 0) {
                    double[] expected = new SlowCut(c, b, along.width()).signal(lag);
                    greatest[0] = Math.max(greatest[0], LagErrors.error(signals[0], b, expected));
                }
            }
        });

        assertThat(greatest[0]).isGreaterThan(1000 * LagErrors.Quantity.SIGNAL.bound);
    }
}
