package org.longspan.harness.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.json.ManifestJson;
import org.longspan.harness.refusal.FileFailures;
import org.longspan.harness.refusal.UserError;

/** Reads and writes {@code run.json}. */
final class ManifestFile {

    static final String NAME = "run.json";

    private ManifestFile() {}

    /** Returns the manifest in {@code folder}; empty if there is none. */
    static Optional<Manifest> read(Path folder) {
        Path file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            String text = Files.readString(file);
            ManifestJson.damage(text).ifPresent(damage -> {
                throw new UserError(file + " " + damage + ", expected the JSON that a run writes; nothing was changed: "
                        + "remove it, and running the plan again rewrites it and keeps all results");
            });
            return Optional.of(ManifestJson.read(text));
        } catch (IOException e) {
            throw new UserError(file + " cannot be read: " + FileFailures.of(e), e);
        } catch (IllegalArgumentException e) {
            throw new UserError(
                    file + ": " + e.getMessage()
                            + "; nothing was changed: run into another folder, or move this one away",
                    e);
        }
    }

    /** Writes a temporary file and moves it into place, so that a kill never leaves half a manifest. */
    static void write(Path folder, Manifest manifest) {
        Path file = folder.resolve(NAME);
        Path beside = folder.resolve(NAME + ".part");
        try {
            Files.writeString(beside, ManifestJson.write(manifest));
            try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
                channel.force(true); // otherwise a power cut may leave an empty file
            }
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UserError(file + " cannot be written: " + FileFailures.of(e), e);
        }
    }
}
