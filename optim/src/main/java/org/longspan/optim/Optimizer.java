package org.longspan.optim;

import java.util.Optional;
import java.util.Set;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.oracle.Oracle;
import org.longspan.numerics.oracle.SequenceForwards;

/** A rule that makes one step on θ. Implementations are records of constants; all state lives in the memory. */
public interface Optimizer {

    /** Returns how many sequences one step uses, for a mini-batch of {@code batch}. */
    default int sequencesPerStep(int batch) {
        return batch;
    }

    /**
     * Returns how many sequences should run at once where memory allows, for a mini-batch of {@code batch}; larger
     * counts run in chunks. Curvature products over that many sequences then reuse the activations of the gradient's
     * forward pass.
     */
    default int sequencesAtOnce(int batch) {
        return batch;
    }

    /**
     * Returns the greatest cost of one step in sequence-forwards, for a mini-batch of {@code batch}; by default that of
     * the mini-batch's gradient. A trial ends between steps only, so it may overrun its cap by almost as much.
     */
    default long costOfAStep(int batch) {
        return (long) SequenceForwards.GRADIENT * batch;
    }

    /** Returns what this optimizer needs of a model and its regularizer, beyond a gradient. */
    default Set<Need> needs() {
        return Set.of();
    }

    /**
     * Makes one step.
     *
     * @param guard clips the gradient, or applies the policy to one that is not finite
     * @param report overwritten with the numbers of the step
     */
    void step(Oracle oracle, Parameters theta, Memory memory, Guard guard, Step step, StepReport report);

    /** Returns the weights to evaluate: θ, or the mean θ̄ under averaging. */
    default Parameters answer(Parameters theta, Memory memory) {
        return theta;
    }

    /** Returns why this optimizer cannot honour {@code clipping}, or empty if it can. */
    default Optional<String> refuses(Clipping clipping) {
        return Optional.empty();
    }
}
