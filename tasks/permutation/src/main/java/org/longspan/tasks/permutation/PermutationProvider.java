package org.longspan.tasks.permutation;

import java.util.List;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.task.SequenceTask;
import org.longspan.task.TaskProvider;
import org.longspan.task.Variant;

/** The random permutation problem in two published forms, which differ in the steps that are read out. */
public final class PermutationProvider implements TaskProvider {

    static final String NAME = "permutation";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String summary() {
        return "Recalls, at the end of a long sequence of random symbols, which of two symbols it began with.";
    }

    @Override
    public List<Variant> variants() {
        return List.of(Martens11Permutation.VARIANT, Pascanu13Permutation.VARIANT);
    }

    @Override
    public SequenceTask create(String variant, int length, Settings settings) {
        return variant(variant, length).equals(Martens11Permutation.VARIANT)
                ? new Martens11Permutation(length)
                : new Pascanu13Permutation(length);
    }
}
