package org.longspan.harness.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.longspan.harness.record.Trial;
import org.longspan.harness.record.TrialId;
import org.longspan.harness.record.json.RecordJson;

/** The stored results that a run would use, read without the lock and without changing the folder. */
public final class StoredEnds {

    private final KeptTrials kept;
    private final List<Lender> lenders;

    private StoredEnds(KeptTrials kept, List<Lender> lenders) {
        this.kept = kept;
        this.lenders = lenders;
    }

    /**
     * Reads the results in {@code folder} and those that it may take over; empty if there are none.
     *
     * @param usable what the run may use again
     * @param others folders of other runs, whose results of equal trials are taken over
     * @throws org.longspan.harness.refusal.UserError if the results cannot be read
     */
    public static Optional<StoredEnds> in(Path folder, Usable usable, List<Path> others) {
        List<Lender> lenders = Lender.of(others, usable);
        if (!LineKind.RESULTS.isIn(folder) && lenders.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new StoredEnds(new KeptTrials(folder, usable, any -> false, any -> false), lenders));
    }

    /** Returns the stored result of {@code trial} that a run would use. */
    public Optional<StoredLine> find(Trial trial) {
        TrialId id = RecordJson.id(trial);
        return kept.find(trial, id)
                .or(() -> lenders.stream()
                        .flatMap(lender -> lender.find(trial, id).stream())
                        .findFirst());
    }
}
