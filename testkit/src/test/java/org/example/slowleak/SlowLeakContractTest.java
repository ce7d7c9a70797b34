package org.example.slowleak;

import org.longspan.model.cell.CellFactory;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.testkit.CellContract;

class SlowLeakContractTest extends CellContract {

    @Override
    protected Entry<CellFactory> entry() {
        return SlowLeak.ENTRY;
    }
}
