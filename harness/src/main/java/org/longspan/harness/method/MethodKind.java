package org.longspan.harness.method;

import java.util.function.Function;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.Trial;

/** The kinds of methods, each with the component of a trial that names its entry. */
public enum MethodKind {
    /** Recurrent cells. */
    CELL("cell", trial -> trial.model().cell()),
    /** Initializations of the weights. */
    INITIALIZATION("initialization", trial -> trial.model().initialization()),
    /** Regularizers. */
    REGULARIZER("regularizer", trial -> trial.model().regularizer()),
    /** Optimizers. */
    OPTIMIZER("optimizer", Trial::optimizer),
    /** Clipping schemes. */
    CLIPPING("clipping", Trial::clipping),
    /** Schedules of the learning rate. */
    SCHEDULE("schedule", Trial::schedule),
    /** Policies for gradients that are not finite. */
    POLICY("policy", Trial::nonFiniteGradient);

    private final String word;
    private final Function<Trial, Choice> place;

    MethodKind(String word, Function<Trial, Choice> place) {
        this.word = word;
        this.place = place;
    }

    /** Returns the word for an entry, such as {@code optimizer}. */
    public String word() {
        return word;
    }

    /** Returns the choice of this kind that {@code trial} names. */
    public Choice in(Trial trial) {
        return place.apply(trial);
    }
}
