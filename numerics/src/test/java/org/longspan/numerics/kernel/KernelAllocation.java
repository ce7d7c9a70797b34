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
        calls.put("addScaled", () -> kernels.addScaled(0.5f, h, c));
        calls.put("lstmForward", () -> kernels.lstmForward(dz, cPrevious, gates, c, tanhC, h));
        calls.put("lstmCellBackward", () -> kernels.lstmCellBackward(gates, tanhC, dh, dcAfter, c));
        calls.put("lstmGatesBackward", () -> kernels.lstmGatesBackward(gates, cPrevious, tanhC, dh, c, dz, dcAfter));
        calls.put("lstmTangent", () -> kernels.lstmTangent(gates, cPrevious, tanhC, dz, dcAfter, c, h));
        calls.put("dot", () -> sink += kernels.dot(data, 0, data, 0, data.length));
        calls.put("sumOfSquares", () -> sink += kernels.sumOfSquares(data, 0, data.length));
        calls.put("maxAbs", () -> sink += kernels.maxAbs(data, 0, data.length));
        calls.put("flush of a slice", () -> kernels.flush(Float.MIN_NORMAL, data, 0, data.length));
        calls.put("scale", () -> kernels.scale(0.999, data, 0, data.length));
        calls.put("clamp", () -> kernels.clamp(0.5f, data, 0, data.length));
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
