package org.longspan.reports.inference;

/**
 * Whether a clipping does the same to all optimizers.
 *
 * @param clipping its index
 * @param p of one effect for all kin
 * @param adjusted p after Holm's adjustment, for its share of the level
 */
public record HeterogeneousEffect(int clipping, double p, double adjusted) {

    /** Returns whether it is shown to do different things to different optimizers. */
    public boolean shown() {
        return adjusted <= Design.LEVEL;
    }
}
