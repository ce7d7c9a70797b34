package org.example.elman;

import java.util.List;
import org.longspan.model.cell.Activation;
import org.longspan.model.cell.CellFactory;
import org.longspan.model.cell.SimpleRnnCell;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.testkit.CellContract;

class ElmanContractTest extends CellContract {

    @Override
    protected Entry<CellFactory> entry() {
        return new Entry<>(
                "elman",
                "The simple recurrent network with tanh units.",
                "h(t) = tanh(x(t) W + h(t-1) U + b)",
                "J. L. Elman (1990). Finding structure in time. Cognitive Science 14(2).",
                List.of(), // settings beside the shape, as the forget bias of the LSTM
                List.of(), // special cases: none
                settings -> (inputs, hidden) -> new SimpleRnnCell(inputs, hidden, Activation.TANH));
    }
}
