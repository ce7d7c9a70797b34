package org.longspan.task;

import java.util.Map;

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
        Map<String, String> files) {}
