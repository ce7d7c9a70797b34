package org.longspan.numerics.trespass;

import org.longspan.task.SequenceTask;

/** Breaks the rule for numerics: it knows a task. */
public record NumericsThatKnowATask(SequenceTask task) {}
