package org.longspan.harness.record.json;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.longspan.harness.record.ProbeRecord;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.TrialId;

/**
 * Computes the digest of a run: the SHA-256 of its results as {@link RecordJson#canonicalLine canonical lines}, sorted
 * by id, each with a line feed. Equal runs have equal digests. What probes found has a digest of its own, so that a run
 * has the same with and without them.
 */
public final class ResultsDigest {

    private final Hasher hasher = Hashing.sha256().newHasher();

    /** Returns the digest of {@code results}, given in any order; of several with one id the last counts. */
    public static String of(List<StoredResult> results) {
        Map<TrialId, StoredResult> sorted = new TreeMap<>();
        results.forEach(stored -> sorted.put(stored.id(), stored));
        ResultsDigest digest = new ResultsDigest();
        sorted.values().forEach(digest::add);
        return digest.hex();
    }

    /** Adds the result that follows the last one by its id. */
    public void add(StoredResult stored) {
        hasher.putString(RecordJson.canonicalLine(stored) + "\n", StandardCharsets.UTF_8);
    }

    /** Adds the look that follows the last one: by its trial, and then as the plan orders probes and moments. */
    public void add(ProbeRecord stored) {
        hasher.putString(LookJson.canonicalLine(stored) + "\n", StandardCharsets.UTF_8);
    }

    /** Returns the digest in hexadecimal digits; nothing can be added after it. */
    public String hex() {
        return hasher.hash().toString();
    }
}
