package org.longspan.tasks.reber;

import java.util.List;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.task.SequenceTask;
import org.longspan.task.TaskProvider;
import org.longspan.task.Variant;

/** Prediction of the embedded Reber grammar: short strings as published, and long ones. */
public final class ReberProvider implements TaskProvider {

    static final String NAME = "reber";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String summary() {
        return "Predicts, after every symbol of a string of the embedded Reber grammar, which symbols may come next.";
    }

    @Override
    public List<Variant> variants() {
        return List.of(EmbeddedReber.HOCHREITER97, EmbeddedReber.LONG_INNER);
    }

    @Override
    public SequenceTask create(String variant, int length, Settings settings) {
        return variant(variant, length).equals(EmbeddedReber.HOCHREITER97)
                ? EmbeddedReber.hochreiter97(length)
                : EmbeddedReber.longInner(length);
    }
}
