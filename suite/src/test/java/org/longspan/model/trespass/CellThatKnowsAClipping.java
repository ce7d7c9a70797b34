package org.longspan.model.trespass;

import org.longspan.optim.Clipping;

/** Shown to the wall around model: it knows a clipping. */
public record CellThatKnowsAClipping(Clipping clipping) {}
