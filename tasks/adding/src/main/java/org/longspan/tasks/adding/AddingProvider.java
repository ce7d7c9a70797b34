package org.longspan.tasks.adding;

import java.util.List;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.task.SequenceTask;
import org.longspan.task.TaskProvider;
import org.longspan.task.Variant;

/** The adding problem in four published forms, which differ in scale, lengths, marks and criterion. */
public final class AddingProvider implements TaskProvider {

    static final String NAME = "adding";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String summary() {
        return "Adds the two marked numbers of a long sequence and outputs the sum at its end.";
    }

    @Override
    public List<Variant> variants() {
        return List.of(UrnnAdding.VARIANT, Hochreiter97.ADDING, Martens11.ADDING, Pascanu13.ADDING);
    }

    @Override
    public SequenceTask create(String variant, int length, Settings settings) {
        Variant known = variant(variant, length);
        if (known.equals(UrnnAdding.VARIANT)) {
            return new UrnnAdding(length);
        }
        if (known.equals(Hochreiter97.ADDING)) {
            return Hochreiter97.adding(length);
        }
        return known.equals(Martens11.ADDING) ? Martens11.adding(length) : Pascanu13.adding(length);
    }
}
