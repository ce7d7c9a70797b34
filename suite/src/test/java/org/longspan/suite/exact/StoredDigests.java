package org.longspan.suite.exact;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The digests of {@code exactness/digests.txt}. */
final class StoredDigests {

    private StoredDigests() {}

    /** Returns the stored digests by the name of their trial. */
    static Map<String, Digest> read() {
        Map<String, Digest> digests = new LinkedHashMap<>();
        try (InputStream text = StoredDigests.class.getResourceAsStream("/exactness/digests.txt")) {
            new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(Digest::parse)
                    .forEach(digest -> digests.put(digest.trial(), digest));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return digests;
    }
}
