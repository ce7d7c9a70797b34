package org.longspan.reports.inference;

/**
 * The outcome of one evaluation run. The first seven components are indices from 0 on. A problem is a pair of a model
 * and a task, and tasks of different lengths are different tasks.
 *
 * @param block the independent replicate: its draws, initial weights and data
 * @param score S, the share of the budget that was left when the run solved its task; 0 if it did not
 * @param bits a fingerprint of everything the run did; two runs with equal fingerprints were the same bit for bit
 */
public record Evaluation(
        int model,
        int task,
        int optimizer,
        int clipping,
        int schedule,
        int policy,
        int block,
        double score,
        long bits) {

    public Evaluation {
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("score " + score + ", expected a share of the budget from 0 to 1");
        }
        for (Factor factor : Factor.OF_EVALUATIONS) {
            int level = level(factor, model, task, optimizer, clipping, schedule, policy, block);
            if (level < 0) {
                throw new IllegalArgumentException(factor.word() + " " + level + ", expected an index from 0 on");
            }
        }
    }

    /** Returns the index of {@code factor}. */
    int level(Factor factor) {
        return level(factor, model, task, optimizer, clipping, schedule, policy, block);
    }

    private static int level(Factor factor, int... levels) {
        return levels[factor.ordinal()];
    }
}
