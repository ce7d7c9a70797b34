package org.longspan.numerics;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One flat float vector and the named blocks in it: weights θ, gradients, directions, updates, and every vector that an
 * optimizer remembers.
 */
public final class Parameters {

    private final ParameterLayout layout;
    private final float[] data;
    private final Map<String, Matrix> views = new LinkedHashMap<>();
    private final Map<String, Map<String, Matrix>> stacks = new LinkedHashMap<>(); // by first and last block

    /** Creates a vector of zeros. */
    public Parameters(ParameterLayout layout) {
        this.layout = layout;
        this.data = new float[layout.size()];
        for (Block block : layout.blocks()) {
            views.put(block.name(), new Matrix(data, block.offset(), block.rows(), block.columns(), block.columns()));
        }
    }

    /** Returns the blocks. */
    public ParameterLayout layout() {
        return layout;
    }

    /** Returns the elements themselves, not a copy. */
    public float[] data() {
        return data;
    }

    /** Returns the number of elements. */
    public int size() {
        return data.length;
    }

    /**
     * Returns the view of the named block, always the same object.
     *
     * @throws IllegalArgumentException if there is no such block
     */
    public Matrix block(String name) {
        Matrix view = views.get(name);
        if (view == null) {
            layout.block(name); // throws, naming the known ones
        }
        return view;
    }

    /**
     * Returns one view of all blocks from {@code first} to {@code last}, stacked by rows; always the same object.
     *
     * @throws IllegalArgumentException if there is no such block, or if their numbers of columns differ
     */
    public Matrix blocks(String first, String last) {
        Map<String, Matrix> byLast = stacks.get(first);
        Matrix view = byLast == null ? null : byLast.get(last);
        if (view == null) {
            view = stack(layout.block(first), layout.block(last));
            stacks.computeIfAbsent(first, name -> new LinkedHashMap<>()).put(last, view);
        }
        return view;
    }

    private Matrix stack(Block first, Block last) {
        int rows = 0;
        for (Block block : layout.blocks()) {
            if (block.offset() >= first.offset() && block.offset() <= last.offset()) {
                if (block.columns() != first.columns()) {
                    throw new IllegalArgumentException("block " + block.name() + " has " + block.columns()
                            + " columns, expected " + first.columns() + " as " + first.name() + " has");
                }
                rows += block.rows();
            }
        }
        if (rows == 0) {
            throw new IllegalArgumentException("block " + last.name() + " lies before " + first.name());
        }
        return new Matrix(data, first.offset(), rows, first.columns(), first.columns());
    }

    /** Sets every element to zero. */
    public void zero() {
        java.util.Arrays.fill(data, 0f);
    }

    /** Copies the elements of {@code source}, which has the same size. */
    public void copyFrom(Parameters source) {
        requireSameSize(source);
        System.arraycopy(source.data, 0, data, 0, data.length);
    }

    /** Adds {@code update} element by element. */
    public void add(Parameters update) {
        requireSameSize(update);
        float[] u = update.data;
        for (int i = 0; i < data.length; i++) {
            data[i] += u[i];
        }
    }

    /** Adds {@code factor · direction}, with one rounding per element. */
    public void addScaled(float factor, Parameters direction) {
        requireSameSize(direction);
        float[] d = direction.data;
        for (int i = 0; i < data.length; i++) {
            data[i] = Math.fma(factor, d[i], data[i]);
        }
    }

    /** Multiplies every element by {@code factor}. */
    public void scale(float factor) {
        for (int i = 0; i < data.length; i++) {
            data[i] *= factor;
        }
    }

    /** Returns a new vector with the same layout and the same elements. */
    public Parameters copy() {
        Parameters copy = new Parameters(layout);
        copy.copyFrom(this);
        return copy;
    }

    private void requireSameSize(Parameters other) {
        if (other.data.length != data.length) {
            throw new IllegalArgumentException(
                    "a vector of " + other.data.length + " elements where " + data.length + " are expected");
        }
    }
}
