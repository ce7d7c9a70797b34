package org.longspan.optim;

import java.util.Optional;
import java.util.Set;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.oracle.Oracle;

/** One step on θ. Implementations are records of their constants; what changes lives in the memory. */
public interface Optimizer {

    /** Returns how many sequences one step uses, for a mini-batch of {@code batch}. */
    default int sequencesPerStep(int batch) {
        return batch;
    }

    /**
     * Returns how many sequences should run at once where memory allows, for a mini-batch of {@code batch}; larger
     * counts run in chunks. Products with the curvature of so many find their forward activations still there.
     */
    default int sequencesAtOnce(int batch) {
        return batch;
    }

    /** Returns what this optimizer needs of a model and its regularizer, beyond a gradient. */
    default Set<Need> needs() {
        return Set.of();
    }

    /**
     * Makes one step.
     *
     * @param report is overwritten with the numbers of the step
     */
    void step(
            Oracle oracle,
            Parameters theta,
            Memory memory,
            Clipping clipping,
            NonFinitePolicy policy,
            Step step,
            StepReport report);

    /** Returns what is evaluated: θ, or for averaging θ̄. */
    default Parameters answer(Parameters theta, Memory memory) {
        return theta;
    }

    /** Returns why this optimizer cannot honour {@code clipping}, or nothing where it can. */
    default Optional<String> refuses(Clipping clipping) {
        return Optional.empty();
    }
}
