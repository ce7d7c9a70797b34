package org.longspan.optim;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.longspan.numerics.ParameterLayout;
import org.longspan.numerics.Parameters;

/**
 * The state of an optimizer and its transforms between steps: named vectors, of θ's layout or of another, and named
 * rows of doubles. A slot is allocated, zero, at its first use and stays, so checkpoints need no code in an optimizer.
 *
 * <p>Scratch vectors, rows and workspaces are kept apart: any step may overwrite them, and no checkpoint holds them.
 */
public final class Memory {

    private final ParameterLayout layout;
    private final Map<String, Parameters> vectors = new LinkedHashMap<>();
    private final Map<String, double[]> numbers = new LinkedHashMap<>();
    private final Map<String, Parameters> scratch = new LinkedHashMap<>();
    private final Map<String, double[]> scratchNumbers = new LinkedHashMap<>();
    private final Map<Class<?>, Object> workspaces = new LinkedHashMap<>();

    /** Creates an empty memory for vectors of {@code layout}. */
    public Memory(ParameterLayout layout) {
        this.layout = layout;
    }

    /** Returns the layout of the vectors. */
    public ParameterLayout layout() {
        return layout;
    }

    /** Returns the vector of that name, zero at first. */
    public Parameters vector(String name) {
        return slot(vectors, name, layout);
    }

    /** Returns the vector of that name, zero at first and of layout {@code other}, such as squares beside a matrix. */
    public Parameters vector(String name, ParameterLayout other) {
        return slot(vectors, name, other);
    }

    /** Returns the row of {@code size} doubles of that name, zero at first. */
    public double[] numbers(String name, int size) {
        return row(numbers, name, size);
    }

    /**
     * Returns the row of doubles of that name.
     *
     * @throws IllegalArgumentException if there is none; the message lists the known names
     */
    public double[] numbers(String name) {
        double[] row = numbers.get(name);
        if (row == null) {
            throw new IllegalArgumentException("no row of doubles " + name + "; known: " + numbers.keySet());
        }
        return row;
    }

    /** Returns a vector that may hold anything when a step begins, and that no later step reads. */
    public Parameters scratch(String name) {
        return slot(scratch, name, layout);
    }

    /**
     * Returns a row of {@code size} doubles that may hold anything when a step begins, and that no later step reads.
     */
    public double[] scratchNumbers(String name, int size) {
        return row(scratchNumbers, name, size);
    }

    /**
     * Returns a method's own scratch object, such as matrices of other shapes, made at its first use. It may hold
     * anything when a step begins, no later step reads it, and no checkpoint holds it.
     *
     * @param make makes one for this memory; a method reference or a lambda that captures nothing, so that asking again
     *     allocates nothing
     */
    public <T> T workspace(Class<T> type, Function<Memory, T> make) {
        Object workspace = workspaces.get(type);
        if (workspace == null) {
            workspace = make.apply(this);
            workspaces.put(type, workspace);
        }
        return type.cast(workspace);
    }

    /** Returns the names of the vectors in use, scratch apart, in the order of their first use. */
    public Set<String> vectorNames() {
        return Collections.unmodifiableSet(vectors.keySet());
    }

    /** Returns the names of the rows of doubles in use, in the order of their first use. */
    public Set<String> numberNames() {
        return Collections.unmodifiableSet(numbers.keySet());
    }

    /** Returns an independent copy without scratch: a checkpoint. */
    public Memory copy() {
        Memory copy = new Memory(layout);
        vectors.forEach((name, vector) -> copy.vectors.put(name, vector.copy()));
        numbers.forEach((name, row) -> copy.numbers.put(name, row.clone()));
        return copy;
    }

    private static double[] row(Map<String, double[]> rows, String name, int size) {
        double[] row = rows.get(name);
        if (row == null) {
            row = new double[size];
            rows.put(name, row);
        }
        return row;
    }

    private static Parameters slot(Map<String, Parameters> slots, String name, ParameterLayout layout) {
        Parameters vector = slots.get(name);
        if (vector == null) {
            vector = new Parameters(layout);
            slots.put(name, vector);
        }
        return vector;
    }
}
