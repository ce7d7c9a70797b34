package org.longspan.tasks.xor;

import java.util.List;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.task.SequenceTask;
import org.longspan.task.TaskProvider;
import org.longspan.task.Variant;

/** The exclusive or of two marked bits, in its one published form. */
public final class XorProvider implements TaskProvider {

    static final String NAME = "xor";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String summary() {
        return "Tells, at the end of a long sequence of bits, whether the two marked ones differ.";
    }

    @Override
    public List<Variant> variants() {
        return List.of(Martens11Xor.VARIANT);
    }

    @Override
    public SequenceTask create(String variant, int length, Settings settings) {
        variant(variant, length);
        return new Martens11Xor(length);
    }
}
