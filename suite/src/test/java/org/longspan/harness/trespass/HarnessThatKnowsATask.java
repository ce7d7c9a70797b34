package org.longspan.harness.trespass;

import org.longspan.tasks.trespass.TaskThatKnowsACell;

/** Breaks the rules for the harness: it knows a concrete task, by type and by name. */
public record HarnessThatKnowsATask(TaskThatKnowsACell task) {

    /** Returns a name that the harness may not know. */
    public String favourite() {
        return "adding";
    }
}
