package org.longspan.numerics.kernel.vector;

import static org.longspan.numerics.kernel.vector.RowOperations.load;
import static org.longspan.numerics.kernel.vector.RowOperations.store;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.kernel.plain.Pointwise;

/**
 * One row, which is one sequence, of complex numbers, S real parts before S imaginary parts; the arithmetic is that of
 * {@link Pointwise}, the loops those of {@link LstmRows}.
 */
final class ComplexRows {

    private static final VectorSpecies<Float> S = VectorKernels.SPECIES;
    private static final int L = S.length();

    private ComplexRows() {}

    /** out = flush(plus + λ ∘ A). */
    static void multiplyAdd(int row, Matrix lambda, Matrix a, Matrix plus, Matrix out) {
        int width = out.columns() / 2;
        for (int begin = 0; begin < width && width >= L; begin += L) {
            int j = Math.min(begin, width - L);
            FloatVector re = load(lambda, 0, j);
            FloatVector im = load(lambda, 0, j + width);
            FloatVector aRe = load(a, row, j);
            FloatVector aIm = load(a, row, j + width);
            FloatVector outRe = im.neg().fma(aIm, re.fma(aRe, load(plus, row, j)));
            FloatVector outIm = re.fma(aIm, im.fma(aRe, load(plus, row, j + width)));
            store(Lanes.flush(outRe), out, row, j);
            store(Lanes.flush(outIm), out, row, j + width);
        }
        for (int j = 0; j < width && width < L; j++) {
            Pointwise.complexMultiplyAdd(row, j, lambda, a, plus, out);
        }
    }
}
