package org.longspan.model.cell;

import java.util.List;
import org.longspan.numerics.catalogue.Entry;

/** All recurrent cells by name. */
public final class Cells {

    private Cells() {}

    /** Returns every cell, in the order of a catalogue. */
    public static List<Entry<CellFactory>> all() {
        return List.of(
                SimpleRnnCell.TANH,
                SimpleRnnCell.LOGISTIC,
                SimpleRnnCell.RELU,
                SimpleRnnCell.LINEAR,
                LeakyIntegratorCell.ENTRY,
                EchoStateCell.ENTRY,
                LstmCell.ENTRY,
                Lstm1997Cell.ENTRY,
                GruCell.ENTRY,
                GruChoCell.ENTRY,
                MinGruCell.ENTRY,
                OrthogonalRnnCell.ENTRY,
                LruCell.ENTRY);
    }
}
