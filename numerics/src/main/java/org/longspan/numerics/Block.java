package org.longspan.numerics;

import java.util.Objects;

/**
 * One named matrix inside a flat parameter vector, row-major.
 *
 * <p>A weight that maps {@code rows} inputs to {@code columns} outputs has shape (rows, columns): the
 * forward product is {@code X · W} with one example per row, so <b>a column is an output unit</b>. (Torch
 * stores the transpose.) A bias has one row.
 *
 * @param name unique in its layout, such as {@code layer0.recurrent}
 * @param rows number of rows, at least 1
 * @param columns number of columns, at least 1
 * @param offset index of the first element in the flat vector
 * @param role what the block does
 * @param rateFactor the learning rate of this block over that of the others, greater than 0
 */
public record Block(String name, int rows, int columns, int offset, Role role, double rateFactor) {

    public Block {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(role, "role");
        if (rows < 1 || columns < 1 || offset < 0) {
            throw new IllegalArgumentException("block " + name + ": shape (" + rows + ", " + columns + ") at offset "
                    + offset + " is not a valid block");
        }
        if (!(rateFactor > 0) || Double.isInfinite(rateFactor)) {
            throw new IllegalArgumentException(
                    "block " + name + ": rate factor " + rateFactor + ", expected a number greater than 0");
        }
        if (offset + (long) rows * columns > Integer.MAX_VALUE) {
            throw new TooLarge("block " + name + ": shape (" + rows + ", " + columns + ") at offset " + offset
                    + " ends beyond " + Integer.MAX_VALUE + ", the maximum size of a vector");
        }
    }

    /** Creates a block with the learning rate of the others. */
    public Block(String name, int rows, int columns, int offset, Role role) {
        this(name, rows, columns, offset, role, 1);
    }

    /** A block ends beyond the greatest size of a vector. */
    public static final class TooLarge extends IllegalArgumentException {

        private static final long serialVersionUID = 1;

        private TooLarge(String message) {
            super(message);
        }
    }

    /** Returns the number of elements. */
    public int size() {
        return rows * columns;
    }

    /** Returns the index one past the last element in the flat vector. */
    public int end() {
        return offset + size();
    }
}
