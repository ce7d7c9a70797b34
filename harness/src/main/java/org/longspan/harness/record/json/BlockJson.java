package org.longspan.harness.record.json;

import org.longspan.harness.record.ArmBlock;

/** Writes the name of a block as JSON. No trial's code reaches this class. */
public final class BlockJson {

    private BlockJson() {}

    /** Returns the canonical text of a block's name: equal on every machine, and another one for every other block. */
    public static String canonical(ArmBlock block) {
        return RecordJson.MAPPER.writeValueAsString(block);
    }
}
