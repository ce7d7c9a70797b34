package org.longspan.tasks.trespass;

import org.longspan.model.cell.RecurrentCell;

/** Breaks the rule for tasks: it knows a cell. */
public record TaskThatKnowsACell(RecurrentCell cell) {}
