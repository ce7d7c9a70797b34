package org.longspan.optim.secondorder;

import java.util.ArrayList;
import java.util.List;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.oracle.Objective;
import org.longspan.optim.Memory;

/** The path of conjugate gradient: the model's value at every iterate, and every tenth iterate and the last. */
final class Iterates {

    /** As in Sutskever's release of 2011; Martens 2010 keeps iterates ⌈5 · 1.3^j⌉ instead. */
    static final int EVERY = 10;

    private final Memory memory;
    private final List<Parameters> kept = new ArrayList<>();
    private double[] values = {};
    private int[] keptAt = {};
    private int count;
    private int last;

    Iterates(Memory memory) {
        this.memory = memory;
    }

    /** Returns the most iterates that {@code iterations} leave: every tenth and the last. */
    static int most(int iterations) {
        return iterations / EVERY + 1;
    }

    /** Clears the iterates and makes room for {@code iterations} new ones. */
    void begin(int iterations) {
        if (values.length <= iterations) {
            values = new double[iterations + 1];
            keptAt = new int[most(iterations)];
            while (kept.size() < keptAt.length) {
                kept.add(new Parameters(memory.layout()));
            }
        }
        count = 0;
        last = 0;
    }

    /** Notes φ at iterate {@code i} and keeps it if it is a tenth one; i = 0 is where conjugate gradient starts. */
    void add(int i, double value, Parameters x) {
        values[i] = value;
        last = i;
        if (i > 0 && i % EVERY == 0) {
            keep(x);
        }
    }

    /** Keeps the iterate that is now the last one, unless that was done. */
    void end(Parameters x) {
        if (count == 0 || keptAt[count - 1] != last) {
            keep(x);
        }
    }

    private void keep(Parameters x) {
        kept.get(count).copyFrom(x);
        keptAt[count] = last;
        count++;
    }

    /** Returns φ at every iterate so far. */
    double[] values() {
        return values;
    }

    /** Returns the number of the last iterate. */
    int last() {
        return last;
    }

    int count() {
        return count;
    }

    Parameters kept(int which) {
        return kept.get(which);
    }

    /** Returns φ at a kept iterate. */
    double value(int which) {
        return values[keptAt[which]];
    }

    /** Backtracks: returns which of the kept iterates δ has the least f(θ + δ), the later one of two equal ones. */
    int best(Descent descent, Objective sequences) {
        int best = count - 1;
        double least = descent.value(sequences, 1, kept.get(best));
        for (int which = count - 2; which >= 0; which--) {
            double value = descent.value(sequences, 1, kept.get(which));
            if (value < least || (Double.isNaN(least) && !Double.isNaN(value))) {
                best = which;
                least = value;
            }
        }
        return best;
    }
}
