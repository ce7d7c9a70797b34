package org.longspan.numerics.kernel;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.Panels;

/**
 * Prints the kernels that still allocate once they are compiled, with bytes per call; prints nothing when none does.
 * Compilation depends on what ran before, so any argument reverses the order. A vector kernel that allocates has
 * outgrown one compilation, and is many times slower.
 */
final class KernelAllocation {

    private static final int SEQUENCES = 6;
    private static final int UNITS = 69; // whole vectors and a remainder at every width
    private static final int WARM_UP = 600;
    private static final int CALLS = 1000; // one compilation more, of a kilobyte, does not count

    private final Kernels kernels = KernelChoice.best("auto").kernels();
    private final Map<String, Runnable> calls = new LinkedHashMap<>();
    private double sink;

    private KernelAllocation() {
        Matrix h = KernelCases.random(SEQUENCES, UNITS, 1);
        Matrix weights = KernelCases.random(UNITS, 4 * UNITS, 2);
        Matrix gates = KernelCases.random(SEQUENCES, 4 * UNITS, 3);
        Matrix dz = KernelCases.random(SEQUENCES, 4 * UNITS, 4);
        Matrix cPrevious = KernelCases.random(SEQUENCES, UNITS, 5);
        Matrix c = KernelCases.random(SEQUENCES, UNITS, 6);
        Matrix tanhC = KernelCases.random(SEQUENCES, UNITS, 7);
        Matrix dh = KernelCases.random(SEQUENCES, UNITS, 8);
        Matrix sums = KernelCases.random(1, 4 * UNITS, 9);
        float[] data = weights.data();
        float[] mean = new float[data.length];
        Panels panels = kernels.products().newPanels(UNITS, 4 * UNITS);
        panels.pack(weights);
        Panels transposed = kernels.products().newPanels(4 * UNITS, UNITS);
        transposed.packTransposed(weights);
        Matrix other = KernelCases.random(SEQUENCES, 4 * UNITS, 11);
        Matrix dcAfter = KernelCases.random(SEQUENCES, UNITS, 10);
        calls.put("addProduct", () -> kernels.products().addProduct(gates, transposed, dh));
        calls.put("setProduct", () -> kernels.products().setProduct(sums, h, panels, dz));
        calls.put("addTransposedProduct", () -> kernels.products().addTransposedProduct(h, gates, weights));
        addProducts();
        calls.put("addColumnSums", () -> kernels.products().addColumnSums(gates, sums));
        calls.put("tanh", () -> kernels.activations().tanh(gates, dz));
        calls.put("flushedTanh", () -> kernels.activations().flushedTanh(gates, dz));
        calls.put("sigmoid", () -> kernels.activations().sigmoid(gates, dz));
        calls.put("exp", () -> kernels.elementwise().exp(gates, dz));
        calls.put("relu", () -> kernels.activations().relu(gates, dz));
        calls.put("flush", () -> kernels.elementwise().flush(dz));
        calls.put("tanhBackward", () -> kernels.activations().tanhBackward(h, dh, c));
        calls.put("flushingTanhBackward", () -> kernels.activations().flushingTanhBackward(h, dh, c));
        calls.put("sigmoidBackward", () -> kernels.activations().sigmoidBackward(h, dh, c));
        calls.put("reluBackward", () -> kernels.activations().reluBackward(h, dh, c));
        calls.put(
                "addScaled",
                () -> kernels.elementwise()
                        .addScaled(0.5f, gates, other)); // no zeros, so a branch never taken stays so
        calls.put("lstmForward", () -> kernels.gated().lstm().forward(dz, cPrevious, gates, c, tanhC, h));
        calls.put("lstmCellBackward", () -> kernels.gated().lstm().cellBackward(gates, tanhC, dh, dcAfter, c));
        calls.put(
                "lstmGatesBackward",
                () -> kernels.gated().lstm().gatesBackward(gates, cPrevious, tanhC, dh, c, dz, dcAfter));
        calls.put("lstmTangent", () -> kernels.gated().lstm().tangent(gates, cPrevious, tanhC, dz, dcAfter, c, h));
        calls.put("addAndFlush", () -> kernels.elementwise().addAndFlush(h, dh));
        addGated(gates, dz);
        calls.put("modRelu", () -> kernels.activations().modRelu(gates, sums, dz));
        calls.put("modReluTangent", () -> kernels.activations().modReluTangent(gates, dz, sums, other));
        calls.put("complexMultiplyAdd", () -> kernels.elementwise().complexMultiplyAdd(sums, gates, dz, other));
        calls.put("dot", () -> sink += kernels.reductions().dot(data, 0, data, 0, data.length));
        calls.put("sumOfSquares", () -> sink += kernels.reductions().sumOfSquares(data, 0, data.length));
        calls.put("maxAbs", () -> sink += kernels.reductions().maxAbs(data, 0, data.length));
        calls.put("flush of a slice", () -> kernels.elementwise().flush(Float.MIN_NORMAL, data, 0, data.length));
        calls.put("scale", () -> kernels.elementwise().scale(0.999, data, 0, data.length));
        calls.put("multiply", () -> kernels.elementwise().multiply(0.999f, data, 0, data.length));
        calls.put("divide", () -> kernels.elementwise().divide(1.001f, data, 0, data.length));
        calls.put("average", () -> kernels.elementwise().average(0.9f, 0.1f, data, mean, 0, data.length));
        calls.put("averageSquares", () -> kernels.elementwise().averageSquares(0.9f, 0.1f, data, mean, 0, data.length));
        calls.put("clamp", () -> kernels.elementwise().clamp(0.5f, data, 0, data.length));
    }

    /** Products through every kind of block: one vector or less, and two to four, exact and sliding. */
    private void addProducts() {
        for (int columns : new int[] {3, 8, 16, 20, 32, 40, 48, 50, 64}) {
            Matrix a = KernelCases.random(8, UNITS, 22); // a block of rows and three more
            Matrix b = KernelCases.random(UNITS, columns, 23);
            Matrix c = KernelCases.random(8, columns, 24);
            Matrix aTransposed = KernelCases.random(UNITS, 8, 25);
            Panels panels = kernels.products().newPanels(UNITS, columns);
            panels.pack(b);
            calls.put(
                    "addProduct of " + columns + " columns",
                    () -> kernels.products().addProduct(a, panels, c));
            calls.put(
                    "addTransposedProduct of " + columns + " columns",
                    () -> kernels.products().addTransposedProduct(aTransposed, b, c));
        }
    }

    private void addGated(Matrix gates, Matrix dz) {
        Matrix a = KernelCases.random(SEQUENCES, UNITS, 11);
        Matrix b = KernelCases.random(SEQUENCES, UNITS, 12);
        Matrix d = KernelCases.random(SEQUENCES, UNITS, 13);
        Matrix s = KernelCases.random(SEQUENCES, UNITS, 14);
        Matrix out = KernelCases.random(SEQUENCES, UNITS, 15);
        Matrix other = KernelCases.random(SEQUENCES, UNITS, 16);
        Matrix third = KernelCases.random(SEQUENCES, UNITS, 17);
        Matrix dOther = KernelCases.random(SEQUENCES, UNITS, 20);
        Matrix dDot = KernelCases.random(SEQUENCES, UNITS, 21);
        Matrix three = KernelCases.random(SEQUENCES, 3 * UNITS, 18);
        Matrix dThree = KernelCases.random(SEQUENCES, 3 * UNITS, 19);
        calls.put("gateForward", () -> kernels.gated().gates().forward(s, a, out));
        calls.put("gateBackward", () -> kernels.gated().gates().backward(s, a, d, out, other));
        calls.put("gateTangent", () -> kernels.gated().gates().tangent(s, a, d, b, out));
        calls.put(
                "gateBackwardTangent",
                () -> kernels.gated().gates().backwardTangent(s, a, d, b, dOther, dDot, out, other));
        calls.put("tanhBackwardTangent", () -> kernels.activations().tanhBackwardTangent(s, a, d, dOther, out));
        calls.put("sigmoidBackwardTangent", () -> kernels.activations().sigmoidBackwardTangent(s, a, d, dOther, out));
        calls.put("mixForward", () -> kernels.gated().gates().mixForward(s, a, b, out));
        calls.put("mixBackward", () -> kernels.gated().gates().mixBackward(s, a, b, d, out, other, third));
        calls.put("mixTangent", () -> kernels.gated().gates().mixTangent(s, a, b, d, other, third, out));
        calls.put("gruForward", () -> kernels.gated().gru().forward(dz, a, gates, out));
        calls.put("gruBackward", () -> kernels.gated().gru().backward(gates, a, d, dz, out));
        calls.put("gruTangent", () -> kernels.gated().gru().tangent(gates, a, dz, b, out));
        calls.put("carouselForward", () -> kernels.gated().carousel().forward(three, a, dThree, b, s, out));
        calls.put("carouselCellBackward", () -> kernels.gated().carousel().cellBackward(three, s, d, a, out));
        calls.put("carouselGatesBackward", () -> kernels.gated().carousel().gatesBackward(three, s, d, a, dThree));
        calls.put("carouselTangent", () -> kernels.gated().carousel().tangent(three, s, dThree, a, out, other));
    }

    public static void main(String[] arguments) {
        KernelAllocation all = new KernelAllocation();
        List<Runnable> order = new ArrayList<>(all.calls.values());
        if (arguments.length > 0) {
            Collections.reverse(order);
        }
        for (int round = 0; round < 2; round++) { // the second time all classes are loaded
            for (Runnable call : order) {
                repeat(call, WARM_UP);
            }
        }
        all.calls.forEach((name, call) -> {
            long bytes = allocated(call) / CALLS;
            if (bytes > 0) {
                System.out.println(name + " " + bytes);
            }
        });
    }

    private static long allocated(Runnable call) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        repeat(call, CALLS);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private static void repeat(Runnable call, int times) {
        for (int i = 0; i < times; i++) {
            call.run();
        }
    }
}
