package org.longspan.task;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Everything that a network, the harness and a report know of a task.
 *
 * @param family the provider's name
 * @param variant the published form
 * @param length the length parameter T, as the variant's paper counts it
 * @param shape steps of the longest sequence, widths of inputs and outputs
 * @param loss how outputs are scored
 * @param standing chance and solved criterion
 * @param meanTarget the mean target of each output for a squared error, to which some initializations set the output
 *     bias; empty otherwise
 * @param files SHA-256 and size of every file that the sequences come from, by a name; empty for synthetic tasks
 */
public record TaskDescription(
        String family,
        Variant variant,
        int length,
        TaskShape shape,
        LossKind loss,
        Standing standing,
        float[] meanTarget,
        Map<String, String> files) {

    public TaskDescription {
        String task = "task " + family + ", variant " + variant.name() + ": ";
        if (shape.steps() < 1 || shape.inputs() < 1 || shape.outputs() < 1) {
            throw new IllegalArgumentException(task + "shape (" + shape.steps() + " steps, " + shape.inputs()
                    + " inputs, " + shape.outputs() + " outputs), expected at least 1 of each");
        }
        if (meanTarget.length != (loss == LossKind.SQUARED_ERROR ? shape.outputs() : 0)) {
            throw new IllegalArgumentException(task + meanTarget.length
                    + " mean targets, expected one for each output under squared error and none otherwise");
        }
        files = Collections.unmodifiableMap(new TreeMap<>(files));
    }

    /** Returns the description of a synthetic task whose targets are classes, under softmax cross-entropy. */
    public static TaskDescription ofClasses(
            String family, Variant variant, int length, TaskShape shape, Standing standing) {
        return new TaskDescription(
                family, variant, length, shape, LossKind.SOFTMAX_CROSS_ENTROPY, standing, new float[0], Map.of());
    }

    /** Returns the description of a synthetic task whose targets are numbers, under squared error. */
    public static TaskDescription ofNumbers(
            String family, Variant variant, int length, TaskShape shape, Standing standing, float... meanTarget) {
        return new TaskDescription(
                family, variant, length, shape, LossKind.SQUARED_ERROR, standing, meanTarget, Map.of());
    }

    /** Returns this description with the files that the sequences come from, by their names. */
    public TaskDescription withFiles(Map<String, String> files) {
        return new TaskDescription(family, variant, length, shape, loss, standing, meanTarget, files);
    }

    /** Returns the source of the variant's conventions. */
    public String citation() {
        return variant.citation();
    }

    /** Returns the number of time steps of the longest sequence, the first dimension of a batch. */
    public int steps() {
        return shape.steps();
    }

    /** Returns the width I of an input. */
    public int inputs() {
        return shape.inputs();
    }

    /** Returns the width O of an output. */
    public int outputs() {
        return shape.outputs();
    }
}
