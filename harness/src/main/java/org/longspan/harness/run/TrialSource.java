package org.longspan.harness.run;

import java.util.Optional;
import org.longspan.harness.record.Circumstances;
import org.longspan.harness.record.Trial;
import org.longspan.harness.record.TrialResult;

/** Where an executor takes trials from and brings results to. Many threads may use it. */
public interface TrialSource {

    /** Returns a trial that can run now, waiting until there is one; nothing once there will be no more. */
    Optional<Trial> take();

    /** Brings the result of a trial that was taken; when this returns, it is kept. */
    void done(Trial trial, TrialResult result, Circumstances circumstances);

    /** Ends the stream: {@link #take} gives nothing from now on. */
    void stop();
}
