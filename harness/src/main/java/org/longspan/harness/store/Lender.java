package org.longspan.harness.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.longspan.harness.record.ProbeRecord;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.Trial;
import org.longspan.harness.record.TrialId;
import org.longspan.harness.refusal.UserError;

/** Another run's folder, whose results and looks of equal trials and code a run takes over. Nothing in it is changed. */
final class Lender {

    private final KeptTrials kept;

    private Lender(Path folder, Usable usable) {
        this.kept = new KeptTrials(folder, usable, any -> false, any -> true);
    }

    /**
     * Reads folders.
     *
     * @param usable what the run may use again
     * @throws UserError if one holds no results, or results of another protocol
     */
    static List<Lender> of(List<Path> folders, Usable usable) {
        return folders.stream().map(folder -> of(folder, usable)).toList();
    }

    private static Lender of(Path folder, Usable usable) {
        if (manifest(folder).isEmpty() || !LineKind.RESULTS.isIn(folder)) {
            throw new UserError("--reuse " + folder + " holds no run (no " + ManifestFile.NAME + " with "
                    + LineKind.RESULTS.file() + "), expected the folder of one, such as runs/quick");
        }
        return new Lender(folder, usable);
    }

    /** This folder is only read, so the way out is another than for the run's own. */
    private static Optional<ManifestFile> manifest(Path folder) {
        try {
            return ManifestFile.read(folder);
        } catch (UserError e) {
            String reason = e.getMessage().replaceFirst("; nothing was changed:.*", "");
            throw new UserError("--reuse " + reason + "; nothing was changed: leave out --reuse " + folder, e);
        }
    }

    /** Returns the stored line of that trial, unless it failed or lacks a look that the plan asks of it. */
    Optional<StoredLine> find(Trial trial, TrialId id) {
        return kept.find(trial, id);
    }

    /** Returns the whole result of a line that {@link #find} found. */
    StoredResult result(StoredLine line) {
        return kept.result(line.id(), line.code()).orElseThrow();
    }

    /** Returns the looks of a line that {@link #find} found. */
    List<ProbeRecord> looks(StoredLine line) {
        return kept.looks(line);
    }
}
