package org.longspan.testkit;

import java.util.List;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.longspan.model.Architecture.Start;
import org.longspan.model.cell.CellFactory;
import org.longspan.model.cell.Cells;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Settings;

/** Every cell that can begin where it learns to keeps the contract while it does. */
@ParameterizedClass
@MethodSource("entries")
class LearnedStartsKeepTheContractTest extends CellContract {

    @Parameter
    private Entry<CellFactory> entry;

    static List<Entry<CellFactory>> entries() {
        return Chosen.of(Cells.all()).stream()
                .filter(entry -> entry.create(Settings.NONE).cell(1, 1).initialStateWidth() > 0)
                .toList();
    }

    @Override
    protected Entry<CellFactory> entry() {
        return new Entry<>(
                entry.name(),
                entry.summary(),
                entry.equation(),
                entry.citation(),
                entry.settings(),
                entry.specialCases(),
                settings -> (inputs, hidden) ->
                        Start.LEARNED.of(entry.create(settings).cell(inputs, hidden)));
    }
}
