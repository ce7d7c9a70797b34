package org.longspan.reports.inference;

import java.util.Arrays;
import java.util.List;

/**
 * How the clippings' part of the level is divided over what is said of them. Half of it belongs to effects on single
 * optimizers and problems, half to what opens the look at them and to pairs:
 *
 * <pre>
 *   pooled 1/4 · heterogeneity 1/8 · pairs 1/8 · each optimizer 1/4 · each problem 1/4
 * </pre>
 *
 * <p>What a design cannot say gives its share away: pairs to the pooled effects, problems to optimizers, and optimizers
 * and heterogeneity, which only leads to them, to the pooled effects. A level can be open if its clusters suffice for the
 * smallest p that would have to be reached. This follows from the design, so no outcome moves a share. The shares add up
 * to the whole. They are divided over the parents that are open, whose number comes from the same data, so for children
 * the bound rests on the simulated worlds of the null test where some parents are open, not on a proof.
 *
 * @param pooled share of clippings against none
 * @param heterogeneity share of the question whether they do the same to all optimizers
 * @param pairs share of clippings against each other
 * @param optimizers share of effects on single kin
 * @param problems share of effects on single kin and problems
 */
record ClippingShares(double pooled, double heterogeneity, double pairs, double optimizers, double problems) {

    /** A level of the tree: how many comparisons a parent has, and the clusters of one of them in a block. */
    private record Size(int children, double clustersPerBlock, int blocks) {

        /** Blocks with which the best of the children can be shown under one parent. */
        int needed(double share) {
            return BlocksToDetect.thatOpen(clustersPerBlock, Design.LEVEL * share / children);
        }

        boolean open(double share) {
            return children > 1 && blocks >= needed(share);
        }
    }

    /**
     * Returns the shares.
     *
     * @param whole part of the level that all clippings have
     * @param shape of the pooled contrasts
     * @param crossed whether all clippings run in every block
     */
    static ClippingShares of(double whole, Shape shape, boolean crossed) {
        double pairs = crossed ? whole / 8 : 0;
        boolean problems = shape.problemSize().open(whole / 4);
        boolean optimizers = shape.optimizerSize().open(problems ? whole / 4 : whole / 2);
        if (!optimizers) {
            return new ClippingShares(whole - pairs, 0, pairs, 0, 0);
        }
        double heterogeneity = whole / 8;
        double ofProblems = problems ? whole / 4 : 0;
        return new ClippingShares(
                whole / 2 - heterogeneity - pairs, heterogeneity, pairs, whole / 2 - ofProblems, ofProblems);
    }

    /**
     * How many kin, problems and blocks the contrasts of clippings have.
     *
     * @param kin number of kin
     * @param problems number of problems
     * @param blocks blocks of a clipping with a kin on a problem
     */
    record Shape(int kin, int problems, int blocks) {

        static Shape of(List<Paired> pooled) {
            int kin = 0;
            int problems = 0;
            int blocks = 0;
            for (Paired paired : pooled) {
                kin = Math.max(kin, distinct(paired.kin()));
                problems = Math.max(problems, distinct(paired.problem()));
                blocks = Math.max(blocks, paired.counts().blocks());
            }
            return new Shape(kin, problems, blocks);
        }

        private static int distinct(int[] values) {
            return (int) Arrays.stream(values).distinct().count();
        }

        private Size optimizerSize() {
            return new Size(kin, Math.max(1, problems), blocks);
        }

        private Size problemSize() {
            return new Size(problems, 1, blocks);
        }

        /** Returns the blocks that open the look at single optimizers, 0 if they are there or there is only one. */
        int blocksForOptimizers(double whole) {
            double share = problemSize().open(whole / 4) ? whole / 4 : whole / 2;
            return kin < 2 || optimizerSize().open(share) ? 0 : optimizerSize().needed(share);
        }

        /** Returns the blocks that open the look at single problems, 0 if they are there or there is only one. */
        int blocksForProblems(double whole) {
            return problems < 2 || kin < 2 || problemSize().open(whole / 4)
                    ? 0
                    : problemSize().needed(whole / 4);
        }
    }
}
