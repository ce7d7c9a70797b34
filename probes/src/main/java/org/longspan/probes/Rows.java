package org.longspan.probes;

import org.longspan.numerics.Matrix;
import org.longspan.numerics.random.RandomStream;

/** Products of rows, summed in double from the first column on. */
final class Rows {

    private Rows() {}

    static double dot(Matrix a, Matrix c, int row) {
        double sum = 0;
        for (int j = 0; j < a.columns(); j++) {
            sum += (double) a.get(row, j) * c.get(row, j);
        }
        return sum;
    }

    static double norm(Matrix a, int row) {
        return Math.sqrt(dot(a, a, row));
    }

    /** Multiplies a row by {@code factor}, rounding once; {@code to} may be {@code from}. */
    static void scale(double factor, Matrix from, int row, Matrix to) {
        for (int j = 0; j < from.columns(); j++) {
            to.set(row, j, (float) (factor * from.get(row, j)));
        }
    }

    /** Writes the direction of a row, of norm 1, or zeros where it has none. Returns the norm. */
    static double direction(Matrix from, int row, Matrix to) {
        double norm = norm(from, row);
        if (norm > 0 && Double.isFinite(norm)) {
            scale(1 / norm, from, row, to);
        } else {
            clear(to, row);
        }
        return norm;
    }

    /** Sets a row to 0. */
    static void clear(Matrix a, int row) {
        a.rows(row, 1).fill(0f);
    }

    /** Writes a direction drawn uniformly from the unit sphere to every row, each its own. */
    static void drawDirections(Matrix to, RandomStream stream) {
        for (int b = 0; b < to.rows(); b++) {
            for (int j = 0; j < to.columns(); j++) {
                to.set(b, j, (float) stream.normal());
            }
            direction(to, b, to);
        }
    }
}
