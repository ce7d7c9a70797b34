package org.longspan.numerics.oracle;

/** Where a {@link SignalTransform} acts inside back-propagation. */
public enum Site {
    /** ∂L/∂h(t), the total cotangent of a layer's output, from the layer above and from step t+1. */
    HIDDEN,
    /** The total cotangent of an inner state that is not the output, such as ∂L/∂c(t) of an LSTM. */
    CELL,
    /** ∂L/∂z(t), the cotangent of the pre-activations. */
    PREACTIVATION
}
