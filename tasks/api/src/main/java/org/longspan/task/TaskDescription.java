package org.longspan.task;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a task says of itself; everything that the harness and a report know of it.
 *
 * @param family the provider's name
 * @param variant the variant's name
 * @param length the length parameter T, as the variant's paper counts it
 * @param steps the greatest number of time steps of a sequence, the first dimension of a batch
 * @param inputs width I of an input
 * @param outputs width O of an output
 * @param loss how outputs are scored
 * @param standing chance and solved criterion
 * @param citation the source of the convention
 * @param meanTarget the mean target of each output for a squared error, empty otherwise: what some
 *     initializations set the output bias to
 * @param files SHA-256 and size of every file that the sequences come from, by a name; empty for synthetic tasks
 */
public record TaskDescription(
        String family,
        String variant,
        int length,
        int steps,
        int inputs,
        int outputs,
        LossKind loss,
        Standing standing,
        String citation,
        float[] meanTarget,
        Map<String, String> files) {

    public TaskDescription {
        if (steps < 1 || inputs < 1 || outputs < 1) {
            throw new IllegalArgumentException("task " + family + ", variant " + variant + ": shape (" + steps
                    + " steps, " + inputs + " inputs, " + outputs + " outputs), expected at least 1 of each");
        }
        if (meanTarget.length != (loss == LossKind.SQUARED_ERROR ? outputs : 0)) {
            throw new IllegalArgumentException("task " + family + ", variant " + variant + ": " + meanTarget.length
                    + " mean targets, expected one for each output under squared error and none otherwise");
        }
        files = Collections.unmodifiableMap(new TreeMap<>(files));
    }
}
