package org.longspan.model;

/**
 * Whose forward activations and back-propagated signals the buffers of a workspace hold, so that objectives that share it
 * reuse only their own.
 */
final class TapeOwner {

    private Object ofActivations;
    private Object ofSignals;

    /** Sets the owner of the taped activations, whose signals are not there yet; null forbids reuse. */
    void ownActivations(Object owner) {
        ofActivations = owner;
        ofSignals = null;
    }

    /** Sets the owner of the back-propagated signals, which nothing may have rewritten; null forbids reuse. */
    void ownSignals(Object owner) {
        ofSignals = owner;
    }

    /** Returns whether the taped activations are those of {@code owner}. */
    boolean hasActivationsOf(Object owner) {
        return ofActivations == owner;
    }

    /** Returns whether activations and signals are those of {@code owner}. */
    boolean hasSignalsOf(Object owner) {
        return ofActivations == owner && ofSignals == owner;
    }
}
