package org.longspan.numerics.kernel.plain;

import org.longspan.numerics.GatedSteps;
import org.longspan.numerics.Kernels;

/**
 * The kernels as plain loops, written for reading. They are the oracle of the vector kernels, bit for bit, and run
 * where the Vector API is missing.
 */
public final class PlainKernels {

    private PlainKernels() {}

    /** Returns the plain kernels. */
    public static Kernels create() {
        GatedSteps gated =
                new GatedSteps(new PlainGates(), new PlainLstmStep(), new PlainGruStep(), new PlainCarouselStep());
        return new Kernels(
                "plain",
                new PlainProducts(),
                new PlainActivations(),
                new PlainElementwise(),
                new PlainReductions(),
                gated);
    }
}
