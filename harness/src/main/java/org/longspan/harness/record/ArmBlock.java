package org.longspan.harness.record;

/**
 * What names one block of an arm on a problem, whatever the budget, the root seed and the settings that are drawn.
 *
 * @param task the task
 * @param model the network
 * @param optimizer name of the optimizer
 * @param clipping name of the clipping
 * @param schedule of the learning rate
 * @param policy for gradients that are not finite
 * @param block number of the block, from 0
 */
public record ArmBlock(
        TaskChoice task,
        ModelChoice model,
        String optimizer,
        String clipping,
        Choice schedule,
        Choice policy,
        int block) {}
