package org.longspan.tasks.trespass;

import org.longspan.model.RecurrentCell;

/** Shown to the wall around tasks: it knows a cell. */
public record TaskThatKnowsACell(RecurrentCell cell) {}
