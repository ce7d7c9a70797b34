package org.longspan.optim;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.longspan.numerics.ParameterLayout;
import org.longspan.numerics.Parameters;

/**
 * What an optimizer and its transforms remember between steps: named vectors of θ's layout and named rows of
 * doubles. A slot is allocated at its first use, zero, and stays, so a checkpoint needs no code of its own.
 */
public final class Memory {

    private final ParameterLayout layout;
    private final Map<String, Parameters> vectors = new LinkedHashMap<>();
    private final Map<String, double[]> numbers = new LinkedHashMap<>();

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
        Parameters vector = vectors.get(name);
        if (vector == null) {
            vector = new Parameters(layout);
            vectors.put(name, vector);
        }
        return vector;
    }

    /** Returns the row of {@code size} doubles of that name, zero at first. */
    public double[] numbers(String name, int size) {
        double[] row = numbers.get(name);
        if (row == null) {
            row = new double[size];
            numbers.put(name, row);
        }
        return row;
    }

    /** Returns the names of the vectors in use. */
    public Set<String> vectorNames() {
        return Set.copyOf(vectors.keySet());
    }
}
