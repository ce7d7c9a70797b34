package org.longspan.model;

/**
 * Records the owner of the forward activations and back-propagated signals in a workspace, so that objectives that
 * share it reuse only their own.
 */
final class TapeOwner {

    private Object ofActivations;
    private Object ofSignals;

    /** Sets the owner of the taped activations, which have no signals yet; null forbids reuse. */
    void ownActivations(Object owner) {
        ofActivations = owner;
        ofSignals = null;
    }

    /** Sets the owner of the back-propagated signals, which nothing may have rewritten; null forbids reuse. */
    void ownSignals(Object owner) {
        ofSignals = owner;
    }

    /** Returns whether the taped activations belong to {@code owner}. */
    boolean hasActivationsOf(Object owner) {
        return ofActivations == owner;
    }

    /** Returns whether activations and signals belong to {@code owner}. */
    boolean hasSignalsOf(Object owner) {
        return ofActivations == owner && ofSignals == owner;
    }
}
