package org.longspan.suite.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.longspan.harness.record.json.ResultsDigest;
import org.longspan.harness.refusal.FileFailures;
import org.longspan.harness.refusal.NameHint;
import org.longspan.harness.refusal.UserError;
import org.longspan.harness.store.ManifestFile;
import org.longspan.harness.store.RunArchive;
import org.longspan.harness.store.StoredLines;
import org.longspan.reports.site.SitePaths;
import org.longspan.reports.site.SiteRun;
import org.longspan.suite.site.SiteFolder;

/**
 * The runs of a site as a comparison reads them: unpacked from their archives, each once. So a run whose folder is not
 * at hand can be compared, and a comparison says nothing that the site's files do not give.
 */
final class PublishedRuns {

    private final SiteFolder folder;
    private final Map<String, StoredSource> unpacked = new HashMap<>(); // asked, never walked through

    PublishedRuns(SiteFolder folder) {
        this.folder = folder;
    }

    /**
     * Returns the names of the runs in a word of {@code --compare}, such as {@code quick-3f2ab1c0,runs/mine}.
     *
     * @param site names of the runs of the site
     * @throws UserError if there are not two, if one is not on the site, or if one is given twice
     */
    static List<String> names(String word, List<String> site) {
        String[] parts = word.split(",", -1);
        if (parts.length < 2) {
            throw new UserError("--compare " + word + ": this is one run, expected two or more with commas between,"
                    + " such as quick-3f2ab1c0,runs/mine");
        }
        List<String> names = new ArrayList<>();
        Set<String> before = new HashSet<>(); // asked, never walked through
        for (String part : parts) {
            String name = name(word, part.strip(), site);
            if (!before.add(name)) {
                throw new UserError("--compare " + word + ": " + name
                        + " is given twice, expected different runs: a run is equal to itself");
            }
            names.add(name);
        }
        return names;
    }

    private static String name(String word, String part, List<String> site) {
        if (site.contains(part)) {
            return part;
        }
        Path from = Path.of(part);
        if (part.isEmpty() || !Files.isDirectory(from)) {
            throw new UserError("--compare " + word + ": "
                    + (part.isEmpty() ? "a name is empty" : part + " is neither a run of the site nor a folder")
                    + (site.isEmpty() ? ", and the site has no run" : NameHint.hint(part, site)));
        }
        StoredLines lines = StoredLines.of(from);
        ResultsDigest digest = new ResultsDigest();
        lines.forEach(digest::add);
        String name = SiteRun.name(lines.manifest().provenance().plan(), digest.hex());
        if (!site.contains(name)) {
            throw new UserError("--compare " + word + ": the run in " + part + " is " + name
                    + ", which is not on the site, expected one that is: publish it with the same command");
        }
        return name;
    }

    /**
     * Returns a run of the site, or of those that this change adds.
     *
     * @throws UserError if its archive cannot be unpacked
     */
    StoredSource open(String name) {
        return unpacked.computeIfAbsent(name, this::unpack);
    }

    private StoredSource unpack(String name) {
        Path archive = folder.now(SitePaths.ofRun(name, SitePaths.ARCHIVE));
        Path place = folder.scratch(name);
        try {
            RunArchive.unpack(archive, place);
        } catch (IOException e) {
            throw unread(archive, FileFailures.of(e), e);
        }
        if (!Files.isRegularFile(place.resolve(ManifestFile.NAME))) {
            throw unread(archive, "it holds no run", null);
        }
        return new StoredSource(name, place, StoredLines.of(place));
    }

    private static UserError unread(Path archive, String why, IOException cause) {
        return new UserError(
                archive + " cannot be unpacked: " + why + "; nothing was changed, expected the archive of the run:"
                        + " publish its folder again",
                cause);
    }
}
