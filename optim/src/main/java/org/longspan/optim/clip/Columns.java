package org.longspan.optim.clip;

import java.util.Arrays;
import org.longspan.numerics.Block;
import org.longspan.optim.Floor;

/** The columns of a block, each with the weights into one output. */
final class Columns {

    private Columns() {}

    /** Returns {@code sums}, whose element j becomes the sum of squares of column j in ascending order, in double. */
    static double[] squares(float[] data, Block block, double[] sums) {
        Arrays.fill(sums, 0, block.columns(), 0);
        for (int row = block.offset(); row < block.end(); row += block.columns()) {
            for (int j = 0; j < block.columns(); j++) {
                double x = data[row + j];
                sums[j] += x * x; // the square of a float is exact in double
            }
        }
        return sums;
    }

    /** Multiplies column j by {@code factors[j]}; a column whose factor is 1 stays as it is. */
    static void scale(double[] factors, float[] data, Block block) {
        for (int row = block.offset(); row < block.end(); row += block.columns()) {
            for (int j = 0; j < block.columns(); j++) {
                if (factors[j] != 1) {
                    data[row + j] = Floor.ofFirst((float) (factors[j] * data[row + j]));
                }
            }
        }
    }
}
