package org.longspan.harness.method;

import java.util.function.Function;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.Trial;

/** The lists of methods, each with the place in a trial that names one of its entries. */
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
    POLICY("policy", trial -> trial.divergence().nonFiniteGradient());

    private final String word;
    private final Function<Trial, Choice> place;

    MethodKind(String word, Function<Trial, Choice> place) {
        this.word = word;
        this.place = place;
    }

    /** Returns what an entry is called: {@code optimizer}. */
    public String word() {
        return word;
    }

    /** Returns the entry of this list that {@code trial} names. */
    public Choice in(Trial trial) {
        return place.apply(trial);
    }
}
