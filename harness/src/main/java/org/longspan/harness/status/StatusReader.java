package org.longspan.harness.status;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.TrialId;
import org.longspan.harness.refusal.FileFailures;
import org.longspan.harness.refusal.UserError;
import org.longspan.harness.shard.Shard;
import org.longspan.harness.store.StoredTimes;

/** Reads what is there of a run: in its own folder, and in the folders of its shards. */
final class StatusReader {

    private static final String SHARD = "[0-9]+-of-[0-9]+"; // such as 03-of-16

    private final Path folder;
    private final Ended.Reader reader = new Ended.Reader();
    private final Map<TrialId, Ended> all = new TreeMap<>();
    private final List<RunStatus> shards = new ArrayList<>();
    private Manifest manifest; // null until one is read

    private StatusReader(Path folder) {
        this.folder = folder;
    }

    static RunStatus read(Path folder) {
        StatusReader reader = new StatusReader(folder);
        List<Path> parts = shards(folder);
        if (parts.isEmpty() || StoredTimes.isRun(folder)) {
            reader.take(folder);
        }
        for (Path part : parts) {
            Map<TrialId, Ended> results = reader.take(part);
            reader.shards.add(RunStatus.of(part, reader.manifest, results, List.of()));
        }
        return RunStatus.of(folder, reader.manifest, reader.all, reader.shards);
    }

    /** Returns the folders of shards that have begun, in their order. */
    private static List<Path> shards(Path folder) {
        Path all = folder.resolve(Shard.FOLDER);
        if (!Files.isDirectory(all)) {
            return List.of();
        }
        try (Stream<Path> parts = Files.list(all)) {
            return parts.filter(part -> part.getFileName().toString().matches(SHARD))
                    .filter(StoredTimes::isRun)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UserError("folder " + all + " cannot be read: " + FileFailures.of(e), e);
        }
    }

    /** Takes the results in a folder, and returns them. */
    private Map<TrialId, Ended> take(Path part) {
        StoredTimes<Ended> stored = StoredTimes.of(part, reader::read);
        if (manifest == null) {
            manifest = stored.manifest();
        } else if (!planText(manifest).equals(planText(stored.manifest()))) {
            throw new UserError("folder " + part + " holds a run of another plan than " + folder
                    + ", expected shards of one plan: move it away");
        }
        Map<TrialId, Ended> results = new TreeMap<>();
        stored.forEach(results::put);
        all.putAll(results);
        return results;
    }

    private static String planText(Manifest manifest) {
        return manifest.provenance().planText();
    }
}
