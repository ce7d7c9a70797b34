package org.longspan.optim.secondorder;

import org.longspan.numerics.Parameters;
import org.longspan.optim.Floor;
import org.longspan.optim.Memory;

/**
 * The last m pairs s = θ′ − θ, y = g′ − g, a ring in the memory, and the product with the inverse Hessian that they
 * define: the two loops of Nocedal and Wright 2006, algorithm 7.4, from H₀ = sᵀy / yᵀy of the newest pair.
 *
 * @param size m
 * @param steps names of the vectors s, made once
 * @param changes names of the vectors y
 */
record CurvaturePairs(int size, String[] steps, String[] changes) {

    /** A pair of less curvature makes the matrix nearly singular, or indefinite; torch has the same bound. */
    static final double LEAST_CURVATURE = 1e-10;

    private static final String RING = "l-bfgs.ring";
    private static final String INVERSE_CURVATURES = "l-bfgs.inverse-curvatures";

    static CurvaturePairs of(int size) {
        String[] steps = new String[size];
        String[] changes = new String[size];
        for (int i = 0; i < size; i++) {
            steps[i] = "l-bfgs.step-" + i;
            changes[i] = "l-bfgs.gradient-change-" + i;
        }
        return new CurvaturePairs(size, steps, changes);
    }

    /** Allocates at the first step all that pairs will ever take, so that no later step does. */
    void prepare(Memory memory) {
        memory.numbers(RING, 2); // pairs kept, place of the next one
        memory.numbers(INVERSE_CURVATURES, size);
        for (int i = 0; i < size; i++) {
            memory.vector(steps[i]);
            memory.vector(changes[i]);
        }
    }

    int count(Memory memory) {
        return (int) memory.numbers(RING)[0];
    }

    void forget(Memory memory) {
        memory.numbers(RING)[0] = 0;
    }

    /** Keeps the pair s = α d, y = {@code after} − g, if yᵀs &gt; 1e-10. Returns whether it does. */
    boolean add(Descent descent, double alpha, Parameters direction, Parameters after) {
        Memory memory = descent.memory();
        Parameters s = memory.scratch("l-bfgs.step");
        Parameters y = memory.scratch("l-bfgs.gradient-change");
        s.zero();
        s.addScaled((float) alpha, direction);
        y.copyFrom(after);
        y.addScaled(-1, descent.gradient);
        Floor.applyToFirst(s.data(), 0, s.size(), descent.kernels());
        Floor.applyToFirst(y.data(), 0, y.size(), descent.kernels());
        double curvature = descent.dot(s, y);
        if (!(curvature > LEAST_CURVATURE) || Double.isInfinite(curvature)) {
            return false;
        }
        keep(memory, s, y, curvature);
        return true;
    }

    private void keep(Memory memory, Parameters s, Parameters y, double curvature) {
        double[] ring = memory.numbers(RING);
        int place = (int) ring[1];
        memory.vector(steps[place]).copyFrom(s);
        memory.vector(changes[place]).copyFrom(y);
        memory.numbers(INVERSE_CURVATURES)[place] = 1 / curvature;
        ring[0] = Math.min(ring[0] + 1, size);
        ring[1] = (place + 1) % size;
    }

    /**
     * Rewrites q into Hq.
     *
     * @param coefficients scratch, one element a pair
     */
    void multiply(Descent descent, Parameters q, double[] coefficients) {
        Memory memory = descent.memory();
        double[] inverse = memory.numbers(INVERSE_CURVATURES);
        int kept = count(memory);
        for (int age = 1; age <= kept; age++) {
            int i = place(memory, age);
            coefficients[i] = inverse[i] * descent.dot(memory.vector(steps[i]), q);
            q.addScaled((float) -coefficients[i], memory.vector(changes[i]));
            Floor.applyToFirst(q.data(), 0, q.size(), descent.kernels());
        }
        if (kept > 0) {
            int newest = place(memory, 1);
            Parameters y = memory.vector(changes[newest]);
            descent.kernels().elementwise().scale(1 / (inverse[newest] * descent.dot(y, y)), q.data(), 0, q.size());
        }
        for (int age = kept; age >= 1; age--) {
            int i = place(memory, age);
            double back = inverse[i] * descent.dot(memory.vector(changes[i]), q);
            q.addScaled((float) (coefficients[i] - back), memory.vector(steps[i]));
            Floor.applyToFirst(q.data(), 0, q.size(), descent.kernels());
        }
    }

    /** Where the pair of that age lies; the newest has age 1. */
    private int place(Memory memory, int age) {
        return Math.floorMod((int) memory.numbers(RING)[1] - age, size);
    }
}
