package org.longspan.optim;

import org.longspan.numerics.Kernels;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.random.RandomStream;

/**
 * Vectors of a given norm in a direction that is uniform on the sphere: normal numbers, one an element, rescaled. Their
 * joint density depends on the norm alone, so no direction is preferred.
 */
public final class RandomDirection {

    private RandomDirection() {}

    /** Overwrites {@code vector} with one of norm {@code length}, drawn from {@code stream}. */
    public static void draw(double length, RandomStream stream, Parameters vector, Kernels kernels) {
        float[] z = vector.data();
        double norm;
        do {
            for (int i = 0; i < z.length; i++) {
                z[i] = (float) stream.normal();
            }
            norm = kernels.norm(vector);
        } while (norm == 0); // a vector of one element may be 0, once in 2⁵³
        kernels.scale(length / norm, z, 0, z.length);
    }
}
