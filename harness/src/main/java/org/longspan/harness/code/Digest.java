package org.longspan.harness.code;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;

/** Computes the SHA-256 of lines of text. */
final class Digest {

    private final Hasher hasher = Hashing.sha256().newHasher();

    void add(String line) {
        hasher.putString(line + "\n", StandardCharsets.UTF_8);
    }

    String hash() {
        return hasher.hash().toString();
    }
}
