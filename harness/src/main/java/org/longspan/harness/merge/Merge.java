package org.longspan.harness.merge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.refusal.FileFailures;
import org.longspan.harness.refusal.UserError;
import org.longspan.harness.store.FolderRewrite;
import org.longspan.harness.store.LineKind;
import org.longspan.harness.store.ManifestFile;

/**
 * Puts runs of one plan together, such as its shards: {@code Merge.of(shards, folder).run(listener)}. The files that
 * it writes depend on what the folders hold, and neither on their order nor on how often or in what groups they were
 * merged before. Sources are read without their locks, as a report reads them: of one in which a run goes on, what is on
 * disk.
 */
public final class Merge {

    private final List<Path> sources;
    private final Path into;
    private final boolean joins; // whether the folder to merge into is given as a source too

    private Merge(List<Path> sources, Path into, boolean joins) {
        this.sources = sources;
        this.into = into;
        this.joins = joins;
    }

    /**
     * Prepares a merge without reading any result.
     *
     * @param folders of runs
     * @param into the folder of the merged run; what it holds is kept. If it is one of {@code folders}, it must be of
     *     their plan and code; if not, and if its own differ, it becomes a run of theirs
     * @throws UserError if a folder is given twice or holds no run, or if the only folder is {@code into}
     */
    public static Merge of(List<Path> folders, Path into) {
        Map<Path, Path> sources = new LinkedHashMap<>(); // by the path that all links lead to
        for (Path folder : folders) {
            requireRun(folder);
            Path before = sources.putIfAbsent(real(folder), folder);
            if (before != null) {
                throw new UserError("folder " + folder + " is given twice"
                        + (before.equals(folder) ? "" : ", also as " + before)
                        + ", expected every folder once: a folder merged with itself is that folder");
            }
        }
        Path other = Files.exists(into) ? sources.remove(real(into)) : null;
        if (sources.isEmpty()) {
            throw new UserError("folder " + other + " would be merged with itself, expected another one to merge into "
                    + "it, or another one behind --into");
        }
        return new Merge(List.copyOf(sources.values()), into, other != null);
    }

    private static void requireRun(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new UserError("folder " + folder + (Files.exists(folder) ? " is a file" : " is not there")
                    + ", expected the folder of a run, such as runs/quick/shards/03-of-16");
        }
        if (!Files.exists(folder.resolve(ManifestFile.NAME))) {
            throw new UserError("folder " + folder + " holds no run (no " + ManifestFile.NAME
                    + "), expected the folder of one, such as runs/quick/shards/03-of-16");
        }
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            throw new UserError("folder " + folder + " cannot be read: " + FileFailures.of(e), e);
        }
    }

    /**
     * Merges the folders.
     *
     * @throws UserError if they are of different plans or code, if one trial has different results by equal code, if
     *     a line is none or has been changed, also during the merge, or if a run is going on in the folder to merge
     *     into; nothing is written then
     */
    public MergeSummary run(MergeListener listener) {
        try (OpenFiles files = new OpenFiles()) {
            return run(files, listener);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // of closing what was only read
        }
    }

    private MergeSummary run(OpenFiles files, MergeListener listener) throws IOException {
        if (holdsSomething(into)) {
            requireRun(into);
            try (FolderRewrite rewrite = FolderRewrite.of(into)) {
                List<Path> all = new ArrayList<>(sources);
                all.add(into);
                MergedRuns runs = new MergedRuns(all, files, listener);
                runs.readAll(joins ? all.size() : sources.size());
                return write(runs, files, rewrite);
            }
        }
        MergedRuns runs = new MergedRuns(sources, files, listener);
        runs.readAll(sources.size());
        try (FolderRewrite rewrite = FolderRewrite.of(into)) {
            if (holdsSomething(into)) {
                throw new UserError("folder " + into + " was filled by another command meanwhile, expected it to stay"
                        + " empty; the same command merges with what it holds now");
            }
            return write(runs, files, rewrite);
        }
    }

    private static boolean holdsSomething(Path folder) {
        return Files.exists(folder.resolve(ManifestFile.NAME))
                || LineKind.RESULTS.isIn(folder)
                || LineKind.LOOKS.isIn(folder);
    }

    private static MergeSummary write(MergedRuns runs, OpenFiles files, FolderRewrite rewrite) throws IOException {
        Manifest manifest = runs.manifest();
        rewrite.write(manifest, runs.members().lines());
        if (runs.looks().size() > 0) {
            rewrite.write(LineKind.LOOKS, runs::writeLooks);
        }
        rewrite.write(LineKind.RESULTS, runs::writeResults);
        files.close(); // some systems replace no open file
        rewrite.commit();
        return new MergeSummary(
                runs.folders(),
                runs.members().withResult(runs.results()),
                manifest.design().plannedTrials(),
                runs.results().size(),
                runs.looks().size(),
                runs.results().twice() + runs.looks().twice());
    }
}
