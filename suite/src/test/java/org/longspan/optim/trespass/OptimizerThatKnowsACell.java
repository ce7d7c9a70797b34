package org.longspan.optim.trespass;

import org.longspan.model.cell.RecurrentCell;

/** Breaks the rule for optim: it knows a cell. */
public record OptimizerThatKnowsACell(RecurrentCell cell) {}
