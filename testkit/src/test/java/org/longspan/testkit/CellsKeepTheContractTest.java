package org.longspan.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.longspan.model.cell.CellFactory;
import org.longspan.model.cell.Cells;
import org.longspan.numerics.catalogue.Entry;

/** Every cell of the list keeps the contract. */
@ParameterizedClass
@MethodSource("entries")
class CellsKeepTheContractTest extends CellContract {

    @Parameter
    private Entry<CellFactory> entry;

    static List<Entry<CellFactory>> entries() {
        return Chosen.of(Cells.all());
    }

    @Override
    protected Entry<CellFactory> entry() {
        return entry;
    }

    @Test
    void itsNameStandsOnceInTheList() {
        assertThat(Cells.all()).filteredOn(e -> e.name().equals(entry.name())).containsExactly(entry);
    }
}
