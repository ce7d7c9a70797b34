package org.example.firstsymbol;

import org.longspan.task.TaskProvider;
import org.longspan.testkit.TaskContract;

class FirstSymbolContractTest extends TaskContract {

    @Override
    protected TaskProvider provider() {
        return new FirstSymbolProvider();
    }
}
