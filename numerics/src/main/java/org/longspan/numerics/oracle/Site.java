package org.longspan.numerics.oracle;

/** Where a {@link SignalTransform} acts inside back-propagation. */
public enum Site {
    /** On ∂L/∂h(t), the cotangent of a layer's output, from above and from step t+1 together. */
    HIDDEN,
    /** On the cotangent of an inner state that is not the output, from step t+1 too: ∂L/∂c(t) of an LSTM's cell. */
    CELL,
    /** On ∂L/∂z(t), the cotangent of the pre-activations. */
    PREACTIVATION
}
