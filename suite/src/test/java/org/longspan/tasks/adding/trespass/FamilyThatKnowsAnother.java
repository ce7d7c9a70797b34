package org.longspan.tasks.adding.trespass;

import org.longspan.tasks.trespass.TaskThatKnowsACell;

/** Breaks the rule between families of tasks: it knows another family. */
public record FamilyThatKnowsAnother(TaskThatKnowsACell other) {}
