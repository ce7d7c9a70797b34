package org.longspan.harness.record;

/**
 * What a trial took.
 *
 * @param sequenceForwards cost of training and of evaluation
 * @param seconds wall time
 * @param cpu model and number of cores
 * @param kernels name of the kernels
 */
public record Spent(long sequenceForwards, double seconds, String cpu, String kernels) {

    /** Returns what a trial took that made a result with these costs. */
    public static Spent of(Costs costs, Circumstances circumstances) {
        return new Spent(
                costs.sequenceForwards() + costs.evaluationSequenceForwards(),
                circumstances.seconds(),
                circumstances.cpu(),
                circumstances.kernels());
    }
}
