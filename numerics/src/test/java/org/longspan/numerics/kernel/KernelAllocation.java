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
 * Prints the kernels that still allocate once they are compiled, with their bytes a call; nothing when none does.
 * What is compiled depends on what ran before, so any argument turns the order round.
 * A vector kernel that allocates has outgrown what one compilation takes in, and is many times slower.
 */
final class KernelAllocation {

    private static final int SEQUENCES = 6;
    private static final int UNITS = 69; // whole vectors and a rest at every width
    private static final int WARM_UP = 600;
    private static final int CALLS = 50;

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
        Panels panels = kernels.newPanels(UNITS, 4 * UNITS);
        panels.pack(weights);
        Panels transposed = kernels.newPanels(4 * UNITS, UNITS);
        transposed.packTransposed(weights);
        Matrix other = KernelCases.random(SEQUENCES, 4 * UNITS, 11);
        Matrix dcAfter = KernelCases.random(SEQUENCES, UNITS, 10);
        calls.put("addProduct", () -> kernels.addProduct(gates, transposed, dh));
        calls.put("setProduct", () -> kernels.setProduct(sums, h, panels, dz));
        calls.put("addTransposedProduct", () -> kernels.addTransposedProduct(h, gates, weights));
        calls.put("addColumnSums", () -> kernels.addColumnSums(gates, sums));
        calls.put("tanh", () -> kernels.tanh(gates, dz));
        calls.put("sigmoid", () -> kernels.sigmoid(gates, dz));
        calls.put("exp", () -> kernels.exp(gates, dz));
        calls.put("relu", () -> kernels.relu(gates, dz));
        calls.put("flush", () -> kernels.flush(dz));
        calls.put("tanhBackward", () -> kernels.tanhBackward(h, dh, c));
        calls.put("sigmoidBackward", () -> kernels.sigmoidBackward(h, dh, c));
        calls.put("reluBackward", () -> kernels.reluBackward(h, dh, c));
        calls.put("addScaled", () -> kernels.addScaled(0.5f, gates, other)); // no zeros: a branch never taken stays so
        calls.put("lstmForward", () -> kernels.lstmForward(dz, cPrevious, gates, c, tanhC, h));
        calls.put("lstmCellBackward", () -> kernels.lstmCellBackward(gates, tanhC, dh, dcAfter, c));
        calls.put("lstmGatesBackward", () -> kernels.lstmGatesBackward(gates, cPrevious, tanhC, dh, c, dz, dcAfter));
        calls.put("lstmTangent", () -> kernels.lstmTangent(gates, cPrevious, tanhC, dz, dcAfter, c, h));
        calls.put("addAndFlush", () -> kernels.addAndFlush(h, dh));
        addGated(gates, dz);
        calls.put("modRelu", () -> kernels.modRelu(gates, sums, dz));
        calls.put("modReluTangent", () -> kernels.modReluTangent(gates, dz, sums, other));
        calls.put("complexMultiplyAdd", () -> kernels.complexMultiplyAdd(sums, gates, dz, other));
        calls.put("dot", () -> sink += kernels.dot(data, 0, data, 0, data.length));
        calls.put("sumOfSquares", () -> sink += kernels.sumOfSquares(data, 0, data.length));
        calls.put("maxAbs", () -> sink += kernels.maxAbs(data, 0, data.length));
        calls.put("flush of a slice", () -> kernels.flush(Float.MIN_NORMAL, data, 0, data.length));
        calls.put("scale", () -> kernels.scale(0.999, data, 0, data.length));
        calls.put("clamp", () -> kernels.clamp(0.5f, data, 0, data.length));
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
        calls.put("gateForward", () -> kernels.gateForward(s, a, out));
        calls.put("gateBackward", () -> kernels.gateBackward(s, a, d, out, other));
        calls.put("gateTangent", () -> kernels.gateTangent(s, a, d, b, out));
        calls.put("gateBackwardTangent", () -> kernels.gateBackwardTangent(s, a, d, b, dOther, dDot, out, other));
        calls.put("tanhBackwardTangent", () -> kernels.tanhBackwardTangent(s, a, d, dOther, out));
        calls.put("sigmoidBackwardTangent", () -> kernels.sigmoidBackwardTangent(s, a, d, dOther, out));
        calls.put("mixForward", () -> kernels.mixForward(s, a, b, out));
        calls.put("mixBackward", () -> kernels.mixBackward(s, a, b, d, out, other, third));
        calls.put("mixTangent", () -> kernels.mixTangent(s, a, b, d, other, third, out));
        calls.put("gruForward", () -> kernels.gruForward(dz, a, gates, out));
        calls.put("gruBackward", () -> kernels.gruBackward(gates, a, d, dz, out));
        calls.put("gruTangent", () -> kernels.gruTangent(gates, a, dz, b, out));
        calls.put("carouselForward", () -> kernels.carouselForward(three, a, dThree, b, s, out));
        calls.put("carouselCellBackward", () -> kernels.carouselCellBackward(three, s, d, a, out));
        calls.put("carouselGatesBackward", () -> kernels.carouselGatesBackward(three, s, d, a, dThree));
        calls.put("carouselTangent", () -> kernels.carouselTangent(three, s, dThree, a, out, other));
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
