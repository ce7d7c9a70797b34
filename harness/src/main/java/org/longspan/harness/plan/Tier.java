package org.longspan.harness.plan;

import java.util.List;

/**
 * How often a cell is replicated and how it is tuned in each block. Tiers are nested: the settings of a block are a
 * prefix of those of a larger tier, and the blocks of a named tier are among those of a larger one.
 *
 * @param name as in a plan, or {@link #OWN}
 * @param settings number K of settings that a cell tries in a block
 * @param controlBlocks number of blocks of the control, the clipping that others are compared with
 * @param blocks number of blocks of every other clipping, at most as many
 */
public record Tier(String name, int settings, int controlBlocks, int blocks) {

    /** The key for the number of settings in a plan. */
    static final String SETTINGS = "settings";

    /** The key for the number of blocks in a plan. */
    static final String BLOCKS = "blocks";

    /** The key for the number of blocks of the control in a plan. */
    static final String CONTROL = "control";

    /** The name of a tier with numbers given in the plan. */
    public static final String OWN = "own";

    /** The default tier. */
    static final Tier QUICK = new Tier("quick", 4, 8, 1);

    /** All tiers that a plan can name, the smallest first. */
    public static final List<Tier> ALL =
            List.of(new Tier("smoke", 1, 1, 1), QUICK, new Tier("standard", 4, 12, 12), new Tier("full", 8, 16, 16));

    /** Returns the number of trials in a block of a cell whose settings all differ. */
    public int trialsOfABlock() {
        return settings == 1 ? 1 : settings + 1;
    }
}
