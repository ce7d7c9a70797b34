package org.longspan.harness.run;

import java.util.Optional;
import org.longspan.harness.record.Circumstances;
import org.longspan.harness.record.Trial;
import org.longspan.harness.record.TrialResult;

/** Hands out trials to an executor and receives the results. Safe for use by several threads. */
public interface TrialSource {

    /** Returns a trial that can run now, waiting if necessary; empty when there will be no more. */
    Optional<Trial> take();

    /** Receives the result of a trial that was taken. The result is stored when this method returns. */
    void done(Trial trial, TrialResult result, Circumstances circumstances);

    /** Ends the stream: from now on, {@link #take} returns empty. */
    void stop();
}
