package org.longspan.numerics.kernel.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.longspan.numerics.GatedSteps;
import org.longspan.numerics.Kernels;

/**
 * The kernels on the Vector API, with vectors of the width that the hardware prefers, and with the bits of {@link
 * org.longspan.numerics.kernel.plain.PlainKernels}.
 */
public final class VectorKernels {

    /** The width in use: a constant, because the compiler turns only constant widths into vector instructions. */
    static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

    private VectorKernels() {}

    /** Returns the vector kernels; loading this class needs the module {@code jdk.incubator.vector}. */
    public static Kernels create() {
        GatedSteps gated =
                new GatedSteps(new VectorGates(), new VectorLstmStep(), new VectorGruStep(), new VectorCarouselStep());
        return new Kernels(
                "vector-" + SPECIES.vectorBitSize(),
                new VectorProducts(),
                new VectorActivations(),
                new VectorElementwise(),
                new VectorReductions(),
                gated);
    }
}
