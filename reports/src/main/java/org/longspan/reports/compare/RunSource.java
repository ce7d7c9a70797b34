package org.longspan.reports.compare;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.TrialId;

/** The results of a run, read one at a time: all curves of a run need not fit into memory. */
public interface RunSource {

    /** Returns the folder of the run, as the reader named it. */
    String name();

    /** Returns the manifest of the run. */
    Manifest manifest();

    /** Returns what these results leave out, a sentence each without a full stop. */
    List<String> notes();

    /** Passes each result on, sorted by id. */
    void forEach(Consumer<StoredResult> consumer);

    /** Returns the result of a trial; empty if the run has none. */
    Optional<StoredResult> find(TrialId id);
}
