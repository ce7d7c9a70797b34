package org.longspan.harness.grid;

import java.util.Optional;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.ModelChoice;

/** Decides which arms can run on a model, before any trial runs. */
@FunctionalInterface
public interface Sense {

    /** Returns why that arm cannot run on that model, in one sentence; empty if it can. */
    Optional<String> skip(ModelChoice model, Choice optimizer, Choice clipping);
}
