package ${package};

import org.longspan.numerics.catalogue.Entry;
import org.longspan.optim.ClippingScheme;
import org.longspan.testkit.ClippingContract;

class ClipByPeakContractTest extends ClippingContract {

    @Override
    protected Entry<ClippingScheme> clipping() {
        return ClipByPeak.ENTRY;
    }
}
