package org.example.normalized;

import org.longspan.numerics.catalogue.Entry;
import org.longspan.optim.ClippingScheme;
import org.longspan.optim.clip.Normalize;
import org.longspan.testkit.ClippingContract;

class NormalizeContractTest extends ClippingContract {

    @Override
    protected Entry<ClippingScheme> clipping() {
        return Normalize.ENTRY;
    }
}
