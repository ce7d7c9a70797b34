package org.longspan.model.cell;

/** A run of a {@link SecondOrderCell}. */
public interface SecondOrderRun extends RecurrentRun {

    /** Allocates the buffers of second derivatives along this run. */
    RunTangents openTangents();
}
