package org.longspan.model.trespass;

import org.longspan.optim.Clipping;

/** Breaks the rule for model: it knows a clipping. */
public record CellThatKnowsAClipping(Clipping clipping) {}
