package org.longspan.numerics.oracle;

/**
 * The two places where a clipping can change a gradient while it is computed; null is the identity.
 *
 * @param perStep rewrites the back-propagated signal, or null
 * @param perExample weights each sequence by its gradient norm, or null
 */
public record GradientSeams(SignalTransform perStep, ExampleWeight perExample) {

    /** Leaves the gradient unchanged. */
    public static final GradientSeams NONE = new GradientSeams(null, null);
}
