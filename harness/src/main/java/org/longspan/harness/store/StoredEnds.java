package org.longspan.harness.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.longspan.harness.code.TrialCode;
import org.longspan.harness.record.Trial;
import org.longspan.harness.record.TrialId;
import org.longspan.harness.record.json.RecordJson;

/** The stored results that a run would use, read without the lock and without changing the folder. */
public final class StoredEnds {

    private final KeptLines kept;
    private final List<Lender> lenders;

    private StoredEnds(KeptLines kept, List<Lender> lenders) {
        this.kept = kept;
        this.lenders = lenders;
    }

    /**
     * Reads the results in {@code folder} and those that it may take over; empty if there are none.
     *
     * @param code hashes of the running code
     * @param accepted hashes of other code whose results may be reused
     * @param others folders of other runs, whose results of equal trials are taken over
     * @throws org.longspan.harness.refusal.UserError if the results cannot be read
     */
    public static Optional<StoredEnds> in(Path folder, TrialCode code, Set<String> accepted, List<Path> others) {
        List<Lender> lenders = Lender.of(others, code, accepted);
        if (!LineKind.RESULTS.isIn(folder) && lenders.isEmpty()) {
            return Optional.empty();
        }
        KeptLines kept = new KeptLines(code, accepted);
        new LineReader<>(LineKind.RESULTS, folder).read((result, place) -> kept.take(result, false));
        return Optional.of(new StoredEnds(kept, lenders));
    }

    /** Returns the stored result of {@code trial} that a run would use. */
    public Optional<StoredLine> find(Trial trial) {
        TrialId id = RecordJson.id(trial);
        return kept.find(id)
                .or(() -> lenders.stream()
                        .flatMap(lender -> lender.find(id).stream())
                        .findFirst());
    }
}
