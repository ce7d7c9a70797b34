package org.longspan.numerics.kernel;

import java.util.List;
import java.util.Random;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.kernel.plain.PlainKernels;

/** Inputs and implementations for the tests of the kernels. */
final class KernelCases {

    private KernelCases() {}

    /** Returns the plain kernels, and the vector kernels where the Vector API is present. */
    static List<Kernels> all() {
        Kernels plain = PlainKernels.create();
        Kernels best = KernelChoice.best("auto").kernels();
        return best.name().equals(plain.name()) ? List.of(plain) : List.of(plain, best);
    }

    /** Returns a matrix with an odd offset, gaps between rows that no kernel may touch, and values around 1. */
    static Matrix random(int rows, int columns, long seed) {
        return fill(view(rows, columns), seed);
    }

    /** Returns a matrix without gaps between its rows. */
    static Matrix contiguous(int rows, int columns, long seed) {
        return fill(Matrix.zeros(rows, columns), seed);
    }

    private static Matrix view(int rows, int columns) {
        int stride = columns + 3;
        float[] data = new float[5 + rows * stride];
        java.util.Arrays.fill(data, 777f);
        return new Matrix(data, 5, rows, columns, stride);
    }

    private static Matrix fill(Matrix matrix, long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < matrix.rows(); i++) {
            for (int j = 0; j < matrix.columns(); j++) {
                matrix.set(i, j, (float) random.nextGaussian());
            }
        }
        return matrix;
    }

    /** Returns a matrix of error-prone values and of magnitudes from 1e-38 to 1e38. */
    static Matrix extreme(int rows, int columns, long seed) {
        float[] odd = {
            0f,
            -0f,
            Float.NaN,
            Float.intBitsToFloat(0xffc12345),
            Float.POSITIVE_INFINITY,
            Float.NEGATIVE_INFINITY,
            Float.MIN_VALUE,
            -Float.MIN_NORMAL,
            Float.MAX_VALUE,
            -Float.MAX_VALUE,
            Kernels.FLOOR,
            -Kernels.FLOOR,
            Math.nextDown(Kernels.FLOOR),
            -Math.nextUp(Kernels.FLOOR),
            88.72283f,
            88.72284f,
            -87.33654f,
            -87.33655f,
            40f,
            -40f,
            10f,
            -10f,
            9.01f,
            1e-20f,
            -1e-20f
        };
        Matrix matrix = random(rows, columns, seed);
        Random random = new Random(seed);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                int kind = random.nextInt(4);
                float any = Float.intBitsToFloat(random.nextInt());
                float value = kind == 0 ? odd[random.nextInt(odd.length)] : kind == 1 ? any : 30 * matrix.get(i, j);
                matrix.set(i, j, value);
            }
        }
        return matrix;
    }

    /** Returns a copy with its own data, gaps included. */
    static Matrix copy(Matrix m) {
        return new Matrix(m.data().clone(), m.offset(), m.rows(), m.columns(), m.stride());
    }
}
