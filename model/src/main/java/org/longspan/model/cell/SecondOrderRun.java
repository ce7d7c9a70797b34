package org.longspan.model.cell;

/** A run of a {@link SecondOrderCell}. */
public interface SecondOrderRun extends RecurrentRun {

    /**
     * Allocates the buffers of second derivatives along this run.
     *
     * @throws IllegalStateException if the run begins with an initial state
     */
    RunTangents openTangents();
}
