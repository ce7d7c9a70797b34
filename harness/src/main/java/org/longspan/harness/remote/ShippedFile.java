package org.longspan.harness.remote;

import com.google.common.hash.Hashing;
import com.google.common.io.MoreFiles;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import org.longspan.harness.refusal.FileFailures;
import org.longspan.harness.refusal.UserError;

/**
 * A file that every process gets a copy of.
 *
 * @param path where it lies in the process that drives the run
 * @param name of the copies: the SHA-256 of the content, which tells files apart that are called alike, and the file's
 *     own name, whose ending says how to read it
 */
public record ShippedFile(String path, String name) implements Serializable {

    /**
     * Returns the file at {@code path}.
     *
     * @throws UserError if it cannot be read
     */
    static ShippedFile at(Path path) {
        try {
            String content = MoreFiles.asByteSource(path).hash(Hashing.sha256()).toString();
            String own = path.getFileName().toString().replaceAll("[^A-Za-z0-9._-]", "_");
            return new ShippedFile(path.toString(), content + "-" + own);
        } catch (IOException e) {
            throw new UserError("file " + path + " cannot be read: " + FileFailures.of(e), e);
        }
    }
}
