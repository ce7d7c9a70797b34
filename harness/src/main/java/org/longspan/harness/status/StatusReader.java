package org.longspan.harness.status;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
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

    private final Ended.Reader reader = new Ended.Reader();

    /** What a folder holds, and when its manifest was written. */
    private record Part(Path folder, Instant written, Manifest manifest, Map<TrialId, Ended> results) {

        boolean isOfPlan(Part other) {
            return RunStatus.areOfOnePlan(manifest, other.manifest());
        }
    }

    private StatusReader() {}

    /** Reads a folder. The plan is that of the manifest written last; what is of an earlier plan does not count. */
    static RunStatus read(Path folder) {
        List<Path> shards = shards(folder);
        List<Path> folders = new ArrayList<>(shards);
        if (shards.isEmpty() || StoredTimes.isRun(folder)) {
            folders.add(0, folder);
        }
        StatusReader reader = new StatusReader();
        List<Part> parts = folders.stream().map(reader::part).toList();
        Part latest = Collections.max(parts, Comparator.comparing(Part::written));
        List<Part> counted =
                parts.stream().filter(part -> part.isOfPlan(latest)).toList();
        Map<TrialId, Ended> results = new TreeMap<>();
        counted.forEach(part -> results.putAll(part.results()));
        int earlier = parts.stream()
                .filter(part -> !part.isOfPlan(latest))
                .mapToInt(part -> part.results().size())
                .sum();
        List<RunStatus> each = parts.stream()
                .filter(part -> shards.contains(part.folder()))
                .map(part -> RunStatus.of(part.folder(), part.manifest(), part.results(), 0, List.of()))
                .toList();
        return RunStatus.of(folder, counted.get(0).manifest(), results, earlier, each);
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

    private Part part(Path folder) {
        Instant written = StoredTimes.written(folder);
        StoredTimes<Ended> stored = StoredTimes.of(folder, reader::read);
        Map<TrialId, Ended> results = new TreeMap<>();
        stored.forEach(results::put);
        return new Part(folder, written, stored.manifest(), results);
    }
}
