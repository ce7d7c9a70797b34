package org.longspan.tasks.copy;

import java.util.List;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.task.SequenceTask;
import org.longspan.task.TaskProvider;
import org.longspan.task.Variant;

/** Copying after a delay in its published forms, which differ in symbols, places, cue and in what T counts. */
public final class CopyProvider implements TaskProvider {

    static final String NAME = "copy";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String summary() {
        return "Repeats, after a delay of T steps, the symbols that it saw at the beginning.";
    }

    @Override
    public List<Variant> variants() {
        return List.of(UrnnCopy.VARIANT, Memorization.FIVE_BIT, Memorization.TWENTY_BIT);
    }

    @Override
    public SequenceTask create(String variant, int length, Settings settings) {
        Variant known = variant(variant, length);
        if (known.equals(UrnnCopy.VARIANT)) {
            return new UrnnCopy(length);
        }
        return known.equals(Memorization.FIVE_BIT) ? Memorization.fiveBit(length) : Memorization.twentyBit(length);
    }
}
