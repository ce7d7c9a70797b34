package org.longspan.harness.run;

import java.util.Optional;
import org.longspan.harness.record.Circumstances;
import org.longspan.harness.record.Trial;

/** Hands out trials to an executor and receives the results. Safe for use by several threads. */
public interface TrialSource {

    /** Returns a trial that can run now, waiting if necessary; empty when there will be no more. */
    Optional<Trial> take();

    /** Receives a trial that was taken and has run. Its result and what probes found are stored when this method returns. */
    void done(Trial trial, TrialRunner.Ran ran, Circumstances circumstances);

    /** Ends the stream: from now on, {@link #take} returns empty. */
    void stop();
}
