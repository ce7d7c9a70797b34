package org.longspan.testkit;

import java.util.List;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.optim.Optimizer;
import org.longspan.optim.catalogue.Optimizers;

@ParameterizedClass(name = "{0}")
@MethodSource("entries")
class OptimizersKeepTheContractTest extends OptimizerContract {

    @Parameter
    private Entry<Optimizer> entry;

    static List<Entry<Optimizer>> entries() {
        return Chosen.of(Optimizers.all());
    }

    @Override
    protected Entry<Optimizer> optimizer() {
        return entry;
    }

    /** Its bases come from the first gradient. */
    @Override
    protected int updatesThatOnlyLook() {
        return entry.name().equals("soap") ? 1 : 0;
    }

    /** A dozen sequences where a method's own default is ten thousand. */
    @Override
    protected Settings thrifty() {
        return has(entry, "gradient-sequences")
                ? Settings.NONE.with("gradient-sequences", 12).with("curvature-sequences", 4)
                : Settings.NONE;
    }
}
