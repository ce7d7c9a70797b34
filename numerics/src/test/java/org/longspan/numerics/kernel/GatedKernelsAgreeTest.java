package org.longspan.numerics.kernel;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;

/** The gated steps give the bits of the plain ones; see {@link KernelsAgreeTest}. */
class GatedKernelsAgreeTest {

    @ParameterizedTest
    @CsvSource({"1,1", "5,17", "20,32", "3,50", "2,15", "4,16", "1,129", "0,4"})
    void steps(int sequences, int units) {
        for (boolean extreme : new boolean[] {false, true}) {
            KernelsAgreeTest.agree(kernels -> gates(kernels, new Draw(sequences, units, extreme)));
            KernelsAgreeTest.agree(kernels -> slopes(kernels, new Draw(sequences, units, extreme)));
            KernelsAgreeTest.agree(kernels -> gru(kernels, new Draw(sequences, units, extreme)));
            KernelsAgreeTest.agree(kernels -> carousel(kernels, new Draw(sequences, units, extreme)));
        }
    }

    /** Draws arguments, each from the next seed. */
    private static final class Draw {

        private final int sequences;
        private final int units;
        private final boolean extreme;
        private long seed;

        Draw(int sequences, int units, boolean extreme) {
            this.sequences = sequences;
            this.units = units;
            this.extreme = extreme;
        }

        /** Returns a matrix {@code gates} times as wide as there are units. */
        Matrix wide(int gates) {
            seed++;
            return extreme
                    ? KernelCases.extreme(sequences, gates * units, seed)
                    : KernelCases.random(sequences, gates * units, seed);
        }

        Matrix next() {
            return wide(1);
        }
    }

    private static List<Matrix> gates(Kernels kernels, Draw draw) {
        Matrix s = draw.next();
        Matrix a = draw.next();
        Matrix b = draw.next();
        Matrix[] out = {
            draw.next(), draw.next(), draw.next(), draw.next(), draw.next(),
            draw.next(), draw.next(), draw.next(), draw.next(), draw.next()
        };
        kernels.elementwise().addAndFlush(a, out[0]);
        kernels.gated().gates().forward(s, a, out[1]);
        kernels.gated().gates().backward(s, a, b, out[2], out[3]);
        kernels.gated().gates().tangent(s, a, b, draw.next(), out[4]);
        kernels.gated().gates().mixForward(s, a, b, out[5]);
        kernels.gated().gates().mixBackward(s, a, b, draw.next(), out[6], out[7], out[8]);
        kernels.gated().gates().mixTangent(s, a, b, draw.next(), draw.next(), draw.next(), out[9]);
        return List.of(out);
    }

    private static List<Matrix> slopes(Kernels kernels, Draw draw) {
        Matrix s = draw.next();
        Matrix a = draw.next();
        Matrix d = draw.next();
        Matrix dDot = draw.next();
        Matrix[] out = {draw.next(), draw.next(), draw.next(), draw.next()};
        kernels.activations().tanhBackwardTangent(s, a, d, dDot, out[0]);
        kernels.activations().sigmoidBackwardTangent(s, a, d, dDot, out[1]);
        kernels.gated().gates().backwardTangent(s, a, draw.next(), draw.next(), d, dDot, out[2], out[3]);
        return List.of(out);
    }

    private static List<Matrix> gru(Kernels kernels, Draw draw) {
        Matrix hPrevious = draw.next();
        Matrix gates = draw.wide(4);
        Matrix h = draw.next();
        kernels.gated().gru().forward(draw.wide(4), hPrevious, gates, h);
        Matrix dz = draw.wide(4);
        Matrix dhPrevious = draw.next();
        kernels.gated().gru().backward(gates, hPrevious, draw.next(), dz, dhPrevious);
        Matrix hDot = draw.next();
        kernels.gated().gru().tangent(gates, hPrevious, draw.wide(4), draw.next(), hDot);
        return List.of(gates, h, dz, dhPrevious, hDot);
    }

    private static List<Matrix> carousel(Kernels kernels, Draw draw) {
        Matrix gates = draw.wide(3);
        Matrix c = draw.next();
        Matrix squashed = draw.next();
        Matrix h = draw.next();
        kernels.gated().carousel().forward(draw.wide(3), draw.next(), gates, c, squashed, h);
        Matrix dh = draw.next();
        Matrix dc = draw.next();
        Matrix dz = draw.wide(3);
        kernels.gated().carousel().cellBackward(gates, squashed, dh, draw.next(), dc);
        kernels.gated().carousel().gatesBackward(gates, squashed, dh, dc, dz);
        Matrix cDot = draw.next();
        Matrix hDot = draw.next();
        kernels.gated().carousel().tangent(gates, squashed, draw.wide(3), draw.next(), cDot, hDot);
        return List.of(gates, c, squashed, h, dc, dz, cDot, hDot);
    }
}
