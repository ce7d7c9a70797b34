package org.longspan.numerics.kernel.vector;

import static jdk.incubator.vector.VectorOperators.AND;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.OR;
import static org.longspan.numerics.kernel.vector.RowOperations.load;
import static org.longspan.numerics.kernel.vector.RowOperations.store;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.kernel.plain.Pointwise;

/**
 * One row, which is one sequence, of modReLU and its tangent; the arithmetic is that of {@link Pointwise}, the loops
 * those of {@link LstmRows}.
 */
final class ModReluRows {

    private static final VectorSpecies<Float> S = VectorKernels.SPECIES;
    private static final int L = S.length();

    private ModReluRows() {}

    /** h = flush(sign(z) ∘ max(|z| + b, 0)). */
    static void forward(int row, Matrix z, Matrix bias, Matrix h) {
        int width = h.columns();
        for (int begin = 0; begin < width && width >= L; begin += L) {
            int j = Math.min(begin, width - L);
            FloatVector given = load(z, row, j);
            FloatVector modulus = given.abs().add(load(bias, 0, j)).max(Lanes.zero());
            IntVector sign = given.reinterpretAsInts().lanewise(AND, Lanes.bits(Lanes.SIGN));
            FloatVector signed = modulus.reinterpretAsInts().lanewise(OR, sign).reinterpretAsFloats();
            store(Lanes.flush(signed).blend(Lanes.zero(), given.compare(EQ, Lanes.zero())), h, row, j);
        }
        for (int j = 0; j < width && width < L; j++) {
            h.set(row, j, Pointwise.modRelu(z.get(row, j), bias.get(0, j)));
        }
    }

    /** hDot = flush(zDot + sign(h) ∘ biasDot) where h is not 0. */
    static void tangent(int row, Matrix h, Matrix zDot, Matrix biasDot, Matrix hDot) {
        int width = h.columns();
        for (int begin = 0; begin < width && width >= L; begin += L) {
            int j = Math.min(begin, width - L);
            FloatVector value = load(h, row, j);
            FloatVector bias = load(biasDot, 0, j);
            FloatVector signed = bias.blend(bias.neg(), value.compare(LT, Lanes.zero()));
            FloatVector sum = Lanes.flush(load(zDot, row, j).add(signed));
            store(sum.blend(Lanes.zero(), value.compare(EQ, Lanes.zero())), hDot, row, j);
        }
        for (int j = 0; j < width && width < L; j++) {
            hDot.set(row, j, Pointwise.modReluTangent(h.get(row, j), zDot.get(row, j), biasDot.get(0, j)));
        }
    }
}
