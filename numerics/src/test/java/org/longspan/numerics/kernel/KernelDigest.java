package org.longspan.numerics.kernel;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.Panels;

/**
 * Prints the name of the kernels that this virtual machine chooses, and a digest of their results. The argument is the
 * number of repetitions, so that compiled code is checked too.
 */
final class KernelDigest {

    private final MessageDigest digest;

    private KernelDigest() throws NoSuchAlgorithmException {
        digest = MessageDigest.getInstance("SHA-256");
    }

    public static void main(String[] arguments) throws NoSuchAlgorithmException {
        Kernels kernels = KernelChoice.best("auto").kernels();
        int times = arguments.length == 0 ? 1 : Integer.parseInt(arguments[0]);
        String digest = of(kernels);
        for (int time = 1; time < times; time++) {
            if (!of(kernels).equals(digest)) {
                throw new AssertionError("computation " + time + " differs from the first");
            }
        }
        System.out.println(kernels.name() + " " + digest);
    }

    static String of(Kernels kernels) throws NoSuchAlgorithmException {
        KernelDigest all = new KernelDigest();
        for (int units : new int[] {5, 17, 32, 50}) {
            all.step(kernels, 6, units);
        }
        return HexFormat.of().formatHex(all.digest.digest());
    }

    private void step(Kernels kernels, int sequences, int units) {
        Matrix z = KernelCases.random(sequences, 4 * units, 1);
        Matrix cPrevious = KernelCases.random(sequences, units, 2);
        Panels weights = kernels.products().newPanels(units, 4 * units);
        weights.pack(KernelCases.random(units, 4 * units, 3));
        kernels.products().addProduct(cPrevious, weights, z);
        Matrix gates = KernelCases.random(sequences, 4 * units, 10);
        Matrix c = KernelCases.random(sequences, units, 4);
        Matrix tanhC = KernelCases.random(sequences, units, 5);
        Matrix h = KernelCases.random(sequences, units, 6);
        kernels.gated().lstm().forward(z, cPrevious, gates, c, tanhC, h);
        Matrix dz = KernelCases.random(sequences, 4 * units, 7);
        Matrix dcPrevious = KernelCases.random(sequences, units, 11);
        kernels.gated().lstm().gatesBackward(gates, cPrevious, tanhC, h, c, dz, dcPrevious);
        Matrix dc = KernelCases.random(sequences, units, 16);
        Matrix dh = KernelCases.extreme(sequences, units, 17);
        kernels.gated().lstm().cellBackward(gates, tanhC, dh, dcPrevious, dc);
        Panels transposed = kernels.products().newPanels(4 * units, units);
        transposed.packTransposed(KernelCases.random(units, 4 * units, 3));
        kernels.products().addProduct(dz, transposed, dcPrevious);
        Matrix flushed = KernelCases.random(sequences, units, 18);
        Matrix slope = KernelCases.random(sequences, units, 19);
        kernels.activations().flushedTanh(dh, flushed);
        kernels.activations().flushingTanhBackward(flushed, dh, slope);
        for (Matrix m : new Matrix[] {dc, dh, flushed, slope}) {
            add(m);
        }
        Matrix gradient = KernelCases.random(units, 4 * units, 8);
        kernels.products().addTransposedProduct(h, dz, gradient);
        Matrix extreme = KernelCases.extreme(sequences, units, 9);
        Matrix exp = KernelCases.random(sequences, units, 12);
        kernels.elementwise().exp(extreme, exp);
        Matrix slice = KernelCases.extreme(sequences, units, 10);
        kernels.elementwise().flush(Float.MIN_NORMAL, slice.data(), 0, slice.data().length);
        kernels.elementwise().scale(0.3, slice.data(), 0, slice.data().length);
        kernels.elementwise().clamp(2f, slice.data(), 0, slice.data().length);
        Matrix modRelu = KernelCases.random(sequences, units, 13);
        Matrix modReluDot = KernelCases.random(sequences, units, 14);
        kernels.activations().modRelu(h, extreme.rows(0, 1), modRelu);
        kernels.activations().modReluTangent(modRelu, c, tanhC.rows(0, 1), modReluDot);
        Matrix complex = KernelCases.random(sequences, 4 * units, 15);
        kernels.elementwise().complexMultiplyAdd(gates.rows(0, 1), z, dz, complex);
        for (Matrix m :
                new Matrix[] {z, gates, c, tanhC, h, dz, dcPrevious, gradient, exp, slice, modRelu, modReluDot, complex
                }) {
            add(m);
        }
        gatedStep(kernels, z, h);
        addBits(Double.doubleToLongBits(
                kernels.reductions().sumOfSquares(dz.data(), dz.offset(), dz.rows() * dz.columns())));
    }

    private void gatedStep(Kernels kernels, Matrix z, Matrix previous) {
        int sequences = previous.rows();
        int units = previous.columns();
        Matrix gates = KernelCases.random(sequences, 4 * units, 13);
        Matrix h = KernelCases.random(sequences, units, 14);
        kernels.gated().gru().forward(z, previous, gates, h);
        Matrix dz = KernelCases.random(sequences, 4 * units, 15);
        Matrix dhPrevious = KernelCases.random(sequences, units, 16);
        kernels.gated().gru().backward(gates, previous, h, dz, dhPrevious);
        Matrix carousel = KernelCases.random(sequences, 3 * units, 17);
        Matrix c = KernelCases.random(sequences, units, 18);
        Matrix squashed = KernelCases.random(sequences, units, 19);
        Matrix out = KernelCases.random(sequences, units, 20);
        kernels.gated().carousel().forward(z.columns(0, 3 * units), previous, carousel, c, squashed, out);
        kernels.elementwise().addAndFlush(c, out);
        Matrix mixed = KernelCases.random(sequences, units, 21);
        kernels.gated().gates().mixForward(gates.columns(0, units), out, h, mixed);
        for (Matrix m : new Matrix[] {gates, h, dz, dhPrevious, carousel, c, squashed, out, mixed}) {
            add(m);
        }
    }

    private void add(Matrix m) {
        for (float value : m.data()) {
            addBits(Float.floatToIntBits(value));
        }
    }

    private void addBits(long bits) {
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            digest.update((byte) (bits >> shift));
        }
    }
}
