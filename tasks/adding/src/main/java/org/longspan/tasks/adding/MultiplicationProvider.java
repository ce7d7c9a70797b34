package org.longspan.tasks.adding;

import java.util.List;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.task.SequenceTask;
import org.longspan.task.TaskProvider;
import org.longspan.task.Variant;

/** The multiplication problem in three published forms, which differ in lengths, marks and criterion. */
public final class MultiplicationProvider implements TaskProvider {

    static final String NAME = "multiplication";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String summary() {
        return "Multiplies the two marked numbers of a long sequence and outputs the product at its end.";
    }

    @Override
    public List<Variant> variants() {
        return List.of(Hochreiter97.MULTIPLICATION, Martens11.MULTIPLICATION, Pascanu13.MULTIPLICATION);
    }

    @Override
    public SequenceTask create(String variant, int length, Settings settings) {
        Variant known = variant(variant, length);
        if (known.equals(Hochreiter97.MULTIPLICATION)) {
            return Hochreiter97.multiplication(length);
        }
        return known.equals(Martens11.MULTIPLICATION)
                ? Martens11.multiplication(length)
                : Pascanu13.multiplication(length);
    }
}
