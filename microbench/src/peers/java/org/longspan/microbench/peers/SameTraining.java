package org.longspan.microbench.peers;

import org.longspan.microbench.LossAt;
import org.longspan.microbench.TrainingCase;
import org.longspan.microbench.TrainingShape;
import org.longspan.numerics.Block;
import org.longspan.numerics.Parameters;

/**
 * Trains in Longspan and in libtorch from equal weights on one batch, and requires that the losses agree at every step
 * and that every block of θ agrees at the end.
 */
final class SameTraining {

    private static final int STEPS = 10;
    private static final double LEARNING_RATE = 0.1; // so that every step shows in the next loss
    private static final double LOSS_TOLERANCE = 1e-4;
    private static final double WAY_TOLERANCE = 1e-2; // of the distance moved: θ is rounded at each step

    private SameTraining() {}

    /**
     * Compares both.
     *
     * @throws IllegalStateException if they differ; the message says where
     */
    static void require(TrainingShape shape, LossAt lossAt) {
        TrainingCase ours = new TrainingCase(shape, lossAt, LEARNING_RATE);
        Parameters start = ours.theta().copy();
        try (LibtorchTraining theirs = new LibtorchTraining(shape, lossAt, LEARNING_RATE, ours)) {
            for (int n = 0; n < STEPS; n++) {
                double loss = ours.step();
                double theirLoss = theirs.step();
                if (!(Math.abs(theirLoss - loss) <= LOSS_TOLERANCE * loss)) {
                    throw new IllegalStateException("step " + n + " of " + shape + ", loss at " + lossAt
                            + ": libtorch's loss is " + theirLoss + ", ours " + loss);
                }
            }
            for (Block block : start.layout().blocks()) {
                requireSameWay(block, start.data(), ours.theta().data(), theirs.block(block.name()));
            }
        }
    }

    private static void requireSameWay(Block block, float[] start, float[] ours, float[] theirs) {
        double way = 0;
        double apart = 0;
        for (int i = 0; i < block.size(); i++) {
            int at = block.offset() + i;
            way += square((double) ours[at] - start[at]);
            apart += square((double) ours[at] - theirs[i]);
        }
        if (!(way > 0 && apart <= square(WAY_TOLERANCE) * way)) {
            throw new IllegalStateException("block " + block.name() + " moved by " + Math.sqrt(way)
                    + " from its initial weights, and libtorch's ended " + Math.sqrt(apart) + " away from it");
        }
    }

    private static double square(double x) {
        return x * x;
    }
}
