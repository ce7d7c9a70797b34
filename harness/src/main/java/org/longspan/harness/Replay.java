package org.longspan.harness;

import java.nio.file.Path;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.TrialResult;
import org.longspan.numerics.Kernels;

/**
 * One stored trial, run again.
 *
 * @param stored what the folder holds
 * @param again what came out now
 * @param difference the first place where they differ, with both values; empty if every bit agrees
 * @param codeNote empty, or one sentence if the stored result was made by other code
 */
public record Replay(StoredResult stored, TrialResult again, String difference, String codeNote) {

    /** Returns whether every bit agrees. */
    public boolean agrees() {
        return difference.isEmpty();
    }

    /**
     * Runs the trial with that id again; the beginning of an id is enough where only one begins so.
     *
     * @throws UserError if the folder holds no such trial
     */
    public static Replay of(Path folder, String id, TaskCatalogue tasks, Kernels kernels) {
        throw new UnsupportedOperationException(folder + id + tasks + kernels);
    }
}
