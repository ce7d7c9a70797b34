package org.longspan.tasks.trespass;

import org.longspan.model.cell.RecurrentCell;

/** Shown to the wall around tasks: it knows a cell. */
public record TaskThatKnowsACell(RecurrentCell cell) {}
