package org.longspan.testkit;

import java.util.List;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.optim.ClippingScheme;
import org.longspan.optim.Clippings;

@ParameterizedClass(name = "{0}")
@MethodSource("entries")
class ClippingsKeepTheContractTest extends ClippingContract {

    @Parameter
    private Entry<ClippingScheme> entry;

    static List<Entry<ClippingScheme>> entries() {
        return Clippings.all();
    }

    @Override
    protected Entry<ClippingScheme> clipping() {
        return entry;
    }
}
