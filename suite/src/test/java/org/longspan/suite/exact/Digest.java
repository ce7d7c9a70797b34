package org.longspan.suite.exact;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import org.longspan.harness.record.Circumstances;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.Trial;
import org.longspan.harness.record.TrialResult;
import org.longspan.harness.record.json.RecordJson;

/**
 * The digest of a trial's outcome: one line of {@code digests.txt}.
 *
 * @param trial its name
 * @param weights SHA-256 of the final weights
 * @param result SHA-256 of the canonical line of results.jsonl, the code's hash left empty
 */
record Digest(String trial, String weights, String result) {

    static Digest of(String name, Trial trial, TrialResult result) {
        StoredResult stored =
                new StoredResult(RecordJson.id(trial), trial, "", result, new Circumstances(0, "", "", "", "", ""));
        String line = RecordJson.canonicalLine(stored);
        return new Digest(
                name,
                result.weights(),
                Hashing.sha256().hashString(line, StandardCharsets.UTF_8).toString());
    }

    static Digest parse(String line) {
        String[] words = line.split(" ");
        if (words.length != 3) {
            throw new IllegalArgumentException("\"" + line + "\", expected a trial's name and two digests");
        }
        return new Digest(words[0], words[1], words[2]);
    }

    String line() {
        return trial + " " + weights + " " + result;
    }
}
