package ${package};

import org.longspan.numerics.catalogue.Entry;
import org.longspan.optim.Optimizer;
import org.longspan.testkit.OptimizerContract;

class SignSgdContractTest extends OptimizerContract {

    @Override
    protected Entry<Optimizer> optimizer() {
        return SignSgd.ENTRY;
    }
}
