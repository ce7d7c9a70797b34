package org.longspan.optim.catalogue;

import java.util.List;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.optim.Optimizer;
import org.longspan.optim.descent.Adadelta;
import org.longspan.optim.descent.Adagrad;
import org.longspan.optim.descent.Adam;
import org.longspan.optim.descent.AdamW;
import org.longspan.optim.descent.Adamax;
import org.longspan.optim.descent.AmsGrad;
import org.longspan.optim.descent.AveragedSgd;
import org.longspan.optim.descent.Lion;
import org.longspan.optim.descent.Momentum;
import org.longspan.optim.descent.MomentumTorch;
import org.longspan.optim.descent.Muon;
import org.longspan.optim.descent.NAdam;
import org.longspan.optim.descent.Nesterov;
import org.longspan.optim.descent.NesterovTorch;
import org.longspan.optim.descent.NormalizedGradient;
import org.longspan.optim.descent.RAdam;
import org.longspan.optim.descent.RmsProp;
import org.longspan.optim.descent.RmsPropCentered;
import org.longspan.optim.descent.Rprop;
import org.longspan.optim.descent.Sgd;
import org.longspan.optim.descent.Soap;
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
                AveragedSgd.ENTRY,
                NormalizedGradient.ENTRY,
                Momentum.ENTRY,
                Nesterov.ENTRY,
                MomentumTorch.ENTRY,
                NesterovTorch.ENTRY,
                Rprop.ENTRY,
                Adagrad.ENTRY,
                Adadelta.ENTRY,
                RmsProp.ENTRY,
                RmsPropCentered.ENTRY,
                Adam.ENTRY,
                AdamW.ENTRY,
                AmsGrad.ENTRY,
                Adamax.ENTRY,
                NAdam.ENTRY,
                RAdam.ENTRY,
                Lion.ENTRY,
                Muon.ENTRY,
                Soap.ENTRY,
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
