package org.longspan.harness.store;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.longspan.harness.code.TrialCode;
import org.longspan.harness.record.BriefResult;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.TrialId;
import org.longspan.harness.refusal.UserError;

/** Another run's folder, whose results of equal trials and code a run takes over. Nothing in it is changed. */
final class Lender {

    private final LineReader<BriefResult, StoredResult> results;
    private final KeptLines kept;
    private final Map<TrialId, LinePlace> places = new HashMap<>(); // never iterated

    private Lender(Path folder, TrialCode code, Set<String> accepted) {
        this.results = new LineReader<>(LineKind.RESULTS, folder);
        this.kept = new KeptLines(code, accepted);
        results.read((result, place) -> {
            kept.take(result, false);
            Optional<StoredLine> line = kept.find(result.id());
            boolean failed = result.end().outcome() instanceof Outcome.Failed;
            if (!failed && line.isPresent() && line.get().code().equals(result.code())) {
                places.put(result.id(), place);
            }
        });
    }

    /**
     * Reads folders.
     *
     * @param code hashes of the running code
     * @param accepted hashes of other code whose results may be reused
     * @throws UserError if one holds no results, or results of another protocol
     */
    static List<Lender> of(List<Path> folders, TrialCode code, Set<String> accepted) {
        return folders.stream().map(folder -> of(folder, code, accepted)).toList();
    }

    private static Lender of(Path folder, TrialCode code, Set<String> accepted) {
        if (manifest(folder).isEmpty() || !LineKind.RESULTS.isIn(folder)) {
            throw new UserError("--reuse " + folder + " holds no run (no " + ManifestFile.NAME + " with "
                    + LineKind.RESULTS.file() + "), expected the folder of one, such as runs/quick");
        }
        return new Lender(folder, code, accepted);
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

    /** Returns the stored line of that trial, unless it failed. */
    Optional<StoredLine> find(TrialId id) {
        return places.containsKey(id) ? kept.find(id) : Optional.empty();
    }

    /** Returns the whole result of a trial that {@link #find} finds. */
    StoredResult lend(TrialId id) {
        return results.at(places.get(id));
    }
}
