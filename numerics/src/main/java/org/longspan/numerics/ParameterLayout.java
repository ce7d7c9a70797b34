package org.longspan.numerics;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The named blocks of a flat vector, stored one after another without gaps.
 *
 * @param blocks in ascending order of their offsets
 */
public record ParameterLayout(List<Block> blocks) {

    public ParameterLayout {
        blocks = List.copyOf(blocks);
        Set<String> names = new LinkedHashSet<>();
        int end = 0;
        for (Block block : blocks) {
            if (block.offset() != end) {
                throw new IllegalArgumentException(
                        "block " + block.name() + " begins at " + block.offset() + ", expected " + end);
            }
            if (!names.add(block.name())) {
                throw new IllegalArgumentException("block " + block.name() + " occurs twice in one layout");
            }
            end = block.end();
        }
    }

    /** Returns the length of a vector of this layout. */
    public int size() {
        return blocks.isEmpty() ? 0 : blocks.get(blocks.size() - 1).end();
    }

    /**
     * Returns the block of that name.
     *
     * @throws IllegalArgumentException if there is none; the message lists the known names
     */
    public Block block(String name) {
        for (Block block : blocks) {
            if (block.name().equals(name)) {
                return block;
            }
        }
        throw new IllegalArgumentException("no block " + name + "; known: "
                + blocks.stream().map(Block::name).toList());
    }

    /** Returns a builder of an empty layout. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects blocks and computes their offsets. */
    public static final class Builder {
        private final List<Block> blocks = new ArrayList<>();
        private int end;

        private Builder() {}

        /** Appends a block of shape (rows, columns). */
        public Builder add(String name, int rows, int columns, Role role) {
            return add(name, rows, columns, role, 1);
        }

        /** Appends a block whose learning rate is {@code rateFactor} times that of the others. */
        public Builder add(String name, int rows, int columns, Role role, double rateFactor) {
            Block block = new Block(name, rows, columns, end, role, rateFactor);
            blocks.add(block);
            end = block.end();
            return this;
        }

        /** Returns the layout of the blocks added so far. */
        public ParameterLayout build() {
            return new ParameterLayout(blocks);
        }
    }
}
