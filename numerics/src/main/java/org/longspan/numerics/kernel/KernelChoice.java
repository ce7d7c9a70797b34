package org.longspan.numerics.kernel;

import org.longspan.numerics.Kernels;
import org.longspan.numerics.kernel.plain.PlainKernels;
import org.longspan.numerics.kernel.vector.VectorKernels;

/**
 * The kernels of a program, chosen once at startup and passed down.
 *
 * @param kernels the implementation, which decides the speed and no bit of a result
 * @param reason why it was chosen, one sentence for the log
 */
public record KernelChoice(Kernels kernels, String reason) {

    /**
     * Returns the requested kernels.
     *
     * @param wanted {@code plain}, {@code vector}, or {@code auto}: the vector kernels where the virtual machine has
     *     the Vector API, and the plain ones elsewhere
     * @throws IllegalArgumentException if {@code wanted} is another word, or {@code vector} where the Vector API is
     *     missing; the message says what brings it
     */
    public static KernelChoice best(String wanted) {
        return switch (wanted) {
            case "auto" -> auto();
            case "plain" -> new KernelChoice(PlainKernels.create(), "plain kernels, as asked");
            case "vector" -> vector();
            default -> throw new IllegalArgumentException("unknown kernels " + wanted + "; known: auto, plain, vector");
        };
    }

    private static KernelChoice auto() {
        return VectorApi.isThere()
                ? vector()
                : new KernelChoice(PlainKernels.create(), "plain kernels: " + VectorApi.missing());
    }

    private static KernelChoice vector() {
        if (!VectorApi.isThere()) {
            throw new IllegalArgumentException("kernels vector: " + VectorApi.missing() + "; or ask for plain");
        }
        Kernels kernels = VectorKernels.create(); // only here is its class loaded, which needs the Vector API
        return new KernelChoice(kernels, kernels.name() + " kernels, on the Vector API");
    }
}
