package org.longspan.numerics.vector;

import static jdk.incubator.vector.VectorOperators.D2F;
import static jdk.incubator.vector.VectorOperators.F2D;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Four floats as four doubles, for what is computed in double. Both vectors are of a fixed width, whichever the
 * hardware prefers: floats of 128 bits and doubles of 256 have the same number of lanes, so all of a vector is turned
 * at once. JDK 17 and 25 make one instruction of that, and no object.
 */
final class Wide {

    static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_128;
    static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_256;

    /** Whether the hardware has vectors of four doubles; a constant for the compiler. */
    static final boolean EXISTS = VectorKernels.SPECIES.vectorBitSize() >= DOUBLES.vectorBitSize();

    private Wide() {}

    /** Returns four elements from {@code from} on. */
    static DoubleVector load(float[] a, int from) {
        return (DoubleVector) FloatVector.fromArray(FLOATS, a, from).convertShape(F2D, DOUBLES, 0);
    }

    /** Writes four doubles, each rounded to float. */
    static void store(DoubleVector v, float[] a, int from) {
        ((FloatVector) v.convertShape(D2F, FLOATS, 0)).intoArray(a, from);
    }
}
