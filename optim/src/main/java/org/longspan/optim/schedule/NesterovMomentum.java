package org.longspan.optim.schedule;

import java.util.List;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.optim.Memory;
import org.longspan.optim.MomentumSchedule;
import org.longspan.optim.Step;

/**
 * μ(k) = min((a(k) − 1)/a(k + 1), μ) with a(0) = 1, a(k + 1) = (1 + √(4a(k)² + 1))/2: about 1 − 3/(k + 5), from 0
 * towards 1, up to μ.
 *
 * <p>Source: Nesterov 1983, who has no μ; with μ the float below 1, the greatest that there is, this is his sequence
 * for the first fifty million updates.
 *
 * <p>Not to be confused with 1 − 3/(k + 5) itself, which is 0.4 at first. The memory holds k and a(k), so each update
 * continues from the one before.
 *
 * @param mu μ, in [0, 1)
 */
public record NesterovMomentum(float mu) implements MomentumSchedule {

    static final String SEQUENCE = "nesterov-momentum.sequence"; // k, a(k); 0, 0 before the first update

    /** This schedule in the catalogue. */
    public static final Entry<MomentumSchedule> ENTRY = new Entry<>(
            "nesterov",
            "The momentum grows from 0 towards 1 as the proof of acceleration has it.",
            "μ(k) = min((a(k) − 1)/a(k+1), μ); a(0) = 1, a(k+1) = (1 + √(4a(k)² + 1))/2",
            "Nesterov 1983, A Method for Solving the Convex Programming Problem with Convergence Rate O(1/k²), Soviet"
                    + " Mathematics Doklady 27",
            List.of(ConstantMomentum.MU),
            List.of(),
            settings -> new NesterovMomentum((float) settings.number(ConstantMomentum.MU.name())));

    @Override
    public float at(Memory memory, Step step) {
        double a = sequence(memory, step);
        return Math.min((float) ((a - 1) / next(a)), mu);
    }

    @Override
    public void remember(Memory memory, Step step) {
        double a = sequence(memory, step);
        double[] row = memory.numbers(SEQUENCE, 2);
        row[0] = step.index();
        row[1] = a;
    }

    /** Returns a(k) of this update, from the memory. */
    private static double sequence(Memory memory, Step step) {
        double[] row = memory.numbers(SEQUENCE, 2);
        double a = Math.max(1, row[1]);
        for (long k = (long) row[0]; k < step.index(); k++) {
            a = next(a);
        }
        return a;
    }

    private static double next(double a) {
        return (1 + Math.sqrt(4 * a * a + 1)) / 2;
    }
}
