package org.longspan.harness.record.json;

import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.Trial;
import org.longspan.harness.record.TrialId;

/** Writes of a result what names it and what a replay must meet again, without its curve and its circumstances. */
public final class PublishedJson {

    /** Digits of the digest of the weights: 96 bits tell results apart, and random digits do not compress. */
    public static final int DIGITS = 24;

    private PublishedJson() {}

    /**
     * A trial as it is published.
     *
     * @param plan file of the plan that it belongs to
     * @param code hash of the code that made the result
     * @param weights the first {@value DIGITS} digits of the SHA-256 of the final weights' bits; empty if it was not run
     */
    private record PublishedTrial(String plan, TrialId id, Trial trial, String code, Outcome outcome, String weights) {}

    /** Returns the line of a result of {@code plan}, without the line break; equal results give equal lines. */
    public static String line(String plan, StoredResult stored) {
        return RecordJson.MAPPER.writeValueAsString(new PublishedTrial(
                plan,
                stored.id(),
                stored.trial(),
                stored.code(),
                stored.result().outcome(),
                beginning(stored.result().weights())));
    }

    private static String beginning(String digest) {
        return digest.substring(0, Math.min(DIGITS, digest.length()));
    }
}
