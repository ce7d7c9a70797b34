package org.longspan.tasks.copy;

import java.util.List;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.task.SequenceTask;
import org.longspan.task.TaskProvider;
import org.longspan.task.Variant;

/** Copying after a delay in its published forms, which differ in symbols, places, cue and the meaning of T. */
public final class CopyProvider implements TaskProvider {

    static final String NAME = "copy";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String summary() {
        return "Repeats, after a delay, the symbols that were shown.";
    }

    @Override
    public List<Variant> variants() {
        return List.of(
                FixedDelayCopy.URNN,
                Memorization.FIVE_BIT,
                Memorization.TWENTY_BIT,
                FixedDelayCopy.EXPRNN,
                VariableDelayCopy.VARIANT,
                SelectiveCopy.VARIANT);
    }

    @Override
    public SequenceTask create(String variant, int length, Settings settings) {
        Variant known = variant(variant, length);
        if (known.equals(FixedDelayCopy.URNN)) {
            return FixedDelayCopy.urnn(length);
        } else if (known.equals(Memorization.FIVE_BIT)) {
            return Memorization.fiveBit(length);
        } else if (known.equals(Memorization.TWENTY_BIT)) {
            return Memorization.twentyBit(length);
        } else if (known.equals(FixedDelayCopy.EXPRNN)) {
            return FixedDelayCopy.exprnn(length);
        }
        return known.equals(VariableDelayCopy.VARIANT) ? new VariableDelayCopy(length) : new SelectiveCopy(length);
    }
}
