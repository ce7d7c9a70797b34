package org.longspan.tasks.recall;

import java.util.List;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.task.SequenceTask;
import org.longspan.task.TaskProvider;
import org.longspan.task.Variant;

/** Associative recall with several queries, in two forms that differ in how late the queries come. */
public final class RecallProvider implements TaskProvider {

    static final String NAME = "recall";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String summary() {
        return "Answers each key, when it comes again, with the value that it was paired with.";
    }

    @Override
    public List<Variant> variants() {
        return List.of(AssociativeRecall.UNIFORM_GAPS, AssociativeRecall.POWER_LAW_GAPS);
    }

    @Override
    public SequenceTask create(String variant, int length, Settings settings) {
        return variant(variant, length).equals(AssociativeRecall.UNIFORM_GAPS)
                ? AssociativeRecall.uniformGaps(length)
                : AssociativeRecall.powerLawGaps(length);
    }
}
