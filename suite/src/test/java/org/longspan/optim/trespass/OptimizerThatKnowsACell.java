package org.longspan.optim.trespass;

import org.longspan.model.cell.RecurrentCell;

/** Shown to the wall around optim: it knows a cell. */
public record OptimizerThatKnowsACell(RecurrentCell cell) {}
