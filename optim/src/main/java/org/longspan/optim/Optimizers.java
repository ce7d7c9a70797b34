package org.longspan.optim;

import java.util.List;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.optim.descent.Adam;
import org.longspan.optim.descent.Momentum;
import org.longspan.optim.descent.Nesterov;
import org.longspan.optim.descent.RmsProp;
import org.longspan.optim.descent.Sgd;
import org.longspan.optim.secondorder.HessianFree;
import org.longspan.optim.secondorder.LBfgs;
import org.longspan.optim.secondorder.SaddleFreeNewton;

/** Every optimizer, in the order of a report. */
public final class Optimizers {

    private Optimizers() {}

    /** Returns the list; a new optimizer is one more line here. */
    public static List<Entry<Optimizer>> all() {
        return List.of(
                Sgd.ENTRY,
                Momentum.ENTRY,
                Nesterov.ENTRY,
                RmsProp.ENTRY,
                Adam.ENTRY,
                HessianFree.ENTRY,
                LBfgs.ENTRY,
                SaddleFreeNewton.ENTRY);
    }

    /**
     * Returns the optimizer of that name.
     *
     * @throws IllegalArgumentException if there is none; the message lists the known names
     */
    public static Entry<Optimizer> named(String name) {
        return Entry.find("optimizer", all(), name);
    }
}
