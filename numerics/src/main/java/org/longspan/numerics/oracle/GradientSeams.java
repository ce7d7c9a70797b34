package org.longspan.numerics.oracle;

/**
 * What may change a gradient while it is computed; both seams are the identity where they are null.
 *
 * @param perStep rewrites the back-propagated signal, or null
 * @param perExample weighs each sequence by its gradient's norm, or null
 */
public record GradientSeams(SignalTransform perStep, ExampleWeight perExample) {

    /** The gradient as it is. */
    public static final GradientSeams NONE = new GradientSeams(null, null);
}
