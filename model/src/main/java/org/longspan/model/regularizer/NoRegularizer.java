package org.longspan.model.regularizer;

import java.util.List;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.catalogue.Entry;

/** No penalty. */
public record NoRegularizer() implements Regularizer {

    /** This regularizer in the catalogue. */
    public static final Entry<Regularizer> ENTRY = new Entry<>(
            Entry.NONE,
            "No penalty.",
            "Ω(θ) = 0",
            "The loss alone, as each task's citation defines it.",
            List.of(),
            List.of(),
            settings -> new NoRegularizer());

    @Override
    public double penalty(Parameters theta) {
        return 0;
    }

    @Override
    public void addGradient(Parameters theta, Parameters gradient) {}

    @Override
    public void addCurvature(Parameters direction, Parameters product) {}
}
