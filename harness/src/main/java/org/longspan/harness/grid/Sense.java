package org.longspan.harness.grid;

import java.util.Optional;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.ModelChoice;

/** Knows which arms make sense on which model, before anything runs. */
@FunctionalInterface
public interface Sense {

    /** Returns why that arm makes no sense on that model, in one sentence, or nothing where it does. */
    Optional<String> skip(ModelChoice model, Choice optimizer, Choice clipping);
}
