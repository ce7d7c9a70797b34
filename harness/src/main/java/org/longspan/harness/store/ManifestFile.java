package org.longspan.harness.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.json.ManifestJson;
import org.longspan.harness.refusal.FileFailures;
import org.longspan.harness.refusal.UserError;

/**
 * {@code run.json}, the manifest of the latest run.
 *
 * @param manifest the content
 * @param checked whether the file carries a check of its content, which matches
 */
public record ManifestFile(Manifest manifest, boolean checked) {

    /** Name of the file. */
    public static final String NAME = "run.json";

    /**
     * Returns the manifest in {@code folder}; empty if there is none.
     *
     * @throws UserError if the file holds something else, or a manifest of another schema version
     */
    public static Optional<ManifestFile> read(Path folder) {
        Path file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            FolderFile.requireReadable(file);
            byte[] bytes = Files.readAllBytes(file);
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            ManifestJson.damage(text).ifPresent(damage -> {
                throw damaged(file, damage + ", expected the JSON that a run writes");
            });
            Manifest manifest = ManifestJson.read(text);
            ContentCheck.State check = ContentCheck.of(bytes).state();
            if (check == ContentCheck.State.WRONG) {
                throw damaged(file, "does not match its check, so it has been changed or damaged since a run wrote it");
            }
            return Optional.of(new ManifestFile(manifest, check == ContentCheck.State.RIGHT));
        } catch (IOException e) {
            throw new UserError(file + " cannot be read: " + FileFailures.of(e), e);
        } catch (IllegalArgumentException e) {
            throw new UserError(
                    file + ": " + e.getMessage()
                            + "; nothing was changed: run into another folder, or move this one away",
                    e);
        }
    }

    private static UserError damaged(Path file, String what) {
        return new UserError(file + " " + what + "; nothing was changed: "
                + "remove it, and running the plan again rewrites it and keeps all results");
    }

    /** Returns the content of the file of a manifest. */
    static byte[] text(Manifest manifest) {
        return ContentCheck.addToIndented(ManifestJson.write(manifest)).getBytes(StandardCharsets.UTF_8);
    }

    /** Replaces the manifest of {@code folder}; a kill never leaves half of one. */
    static void write(Path folder, Manifest manifest) {
        Path file = folder.resolve(NAME);
        try {
            FolderFile.replace(file, text(manifest));
        } catch (IOException e) {
            throw new UserError(file + " cannot be written: " + FileFailures.of(e), e);
        }
    }
}
