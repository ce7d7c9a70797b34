package org.longspan.numerics.trespass;

import org.longspan.task.SequenceTask;

/** Shown to the wall around numerics: it knows a task. */
public record NumericsThatKnowATask(SequenceTask task) {}
