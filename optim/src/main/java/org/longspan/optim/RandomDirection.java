package org.longspan.optim;

import org.longspan.numerics.FloatMath;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.random.RandomStream;

/**
 * Vectors of a given norm in a direction that is uniform on the sphere: normal numbers, one an element, rescaled. Their
 * joint density depends on the norm alone, so no direction is preferred.
 *
 * <p>Normal numbers come in pairs by Marsaglia's polar method, as in {@link RandomStream#normal}, but to the precision
 * of a float: two halves of one draw for a point in the square, and the logarithm of {@link FloatMath}. That more than
 * halves the cost of a whole gradient.
 */
public final class RandomDirection {

    private static final double HALF = 0x1p-31; // makes an int a number in [−1, 1)

    private RandomDirection() {}

    /** Overwrites {@code vector} with one of norm {@code length}, drawn from {@code stream}. */
    public static void draw(double length, RandomStream stream, Parameters vector, Kernels kernels) {
        float[] z = vector.data();
        double norm;
        do {
            for (int i = 0; i < z.length; i += 2) {
                drawPair(stream, z, i);
            }
            norm = kernels.reductions().norm(vector);
        } while (norm == 0); // a vector of one element may be 0, hardly ever
        kernels.elementwise().scale(length / norm, z, 0, z.length);
    }

    /** Element {@code i} and the one behind it, if there is one. */
    private static void drawPair(RandomStream stream, float[] z, int i) {
        double u;
        double v;
        double s;
        do {
            long bits = stream.nextLong();
            u = HALF * (int) bits;
            v = HALF * (int) (bits >>> Integer.SIZE);
            s = u * u + v * v;
        } while (s >= 1 || s == 0);
        float square = (float) s;
        float factor = (float) Math.sqrt(-2 * FloatMath.log(square) / square);
        z[i] = (float) u * factor;
        if (i + 1 < z.length) {
            z[i + 1] = (float) v * factor;
        }
    }
}
