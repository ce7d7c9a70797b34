package org.longspan.model.cell;

import java.util.List;
import java.util.Optional;
import org.longspan.numerics.Block;
import org.longspan.numerics.ParameterLayout;
import org.longspan.numerics.Role;

/** Questions about the recurrent maps of a cell: how many it has, and whether they are square. */
public final class RecurrentMaps {

    private RecurrentMaps() {}

    /**
     * Returns how many maps of the cell's width stand side by side in a block, which may hold only some of the gates.
     */
    public static int maps(Block block, RecurrentCell cell) {
        return Math.min(cell.gates(), Math.max(1, block.columns() / cell.outputs()));
    }

    /** Returns why an initialization of square recurrent maps does not suit {@code cell}, or empty. */
    public static Optional<String> missingIn(RecurrentCell cell) {
        List<Block> recurrent = recurrent(cell, true);
        for (Block block : recurrent) {
            int width = block.columns() / maps(block, cell);
            if (block.rows() != width) {
                return Optional.of("its recurrent map is (" + block.rows() + ", " + width + "), expected a square one");
            }
        }
        return recurrent.isEmpty() ? Optional.of("it has no recurrent map, expected a square one") : Optional.empty();
    }

    /** Returns how many recurrent maps {@code cell} has, one for each gate, trained or fixed. */
    public static int count(RecurrentCell cell) {
        return count(cell, true);
    }

    /** Returns how many recurrent maps {@code cell} trains. */
    public static int trained(RecurrentCell cell) {
        return count(cell, false);
    }

    private static int count(RecurrentCell cell, boolean fixed) {
        return recurrent(cell, fixed).stream()
                .mapToInt(block -> maps(block, cell))
                .sum();
    }

    private static List<Block> recurrent(RecurrentCell cell, boolean fixed) {
        ParameterLayout.Builder layout = ParameterLayout.builder();
        cell.addBlocks("", layout);
        if (fixed) {
            cell.addFixedBlocks("", layout);
        }
        return layout.build().blocks().stream()
                .filter(block -> block.role() == Role.RECURRENT)
                .toList();
    }
}
