package org.longspan.harness.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.PlugInJars;
import org.longspan.harness.record.json.ManifestJson;

/**
 * Packs what counts of a run into a zip file: unpacked it is a run's folder again, which reports, replays and digests
 * read. Equal runs with equal circumstances give equal bytes, as every entry has one and the same time.
 */
public final class RunArchive {

    /** The earliest that a zip file can say. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final Set<String> FILES =
            Set.of(ManifestFile.NAME, LineKind.RESULTS.file(), LineKind.LOOKS.file(), MembersFile.NAME);

    private RunArchive() {}

    /**
     * Returns a manifest that can be shown to strangers: files and jars have their names, not the folders in which they
     * lie. A replay finds them in the folder that it is started in.
     */
    public static Manifest published(Manifest manifest) {
        Map<String, String> files = new TreeMap<>(manifest.files());
        files.replaceAll((content, path) -> name(path));
        PlugInJars jars = manifest.plugIns();
        return new Manifest(
                manifest.schema(),
                manifest.provenance(),
                manifest.tuning(),
                manifest.design(),
                manifest.rules(),
                files,
                new PlugInJars(names(jars.taskJars()), names(jars.methodJars())),
                manifest.references(),
                manifest.warnings());
    }

    private static List<String> names(List<String> paths) {
        return paths.stream().map(RunArchive::name).toList();
    }

    /** A run may come from a system with other separators. */
    private static String name(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    /**
     * Writes the archive of {@code lines}: the {@linkplain #published published} manifest, the results that count, and
     * what probes found in them, and the list of both. Only one result is in memory at a time.
     *
     * @param folder the name of the run's folder in the archive
     * @throws IOException if it cannot be written
     */
    public static void write(StoredLines lines, String folder, OutputStream out) throws IOException {
        try {
            ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
            begin(zip, folder, ManifestFile.NAME);
            print(zip, ContentCheck.addToIndented(ManifestJson.write(published(lines.manifest()))));
            StringBuilder members = new StringBuilder();
            begin(zip, folder, LineKind.RESULTS.file());
            lines.forEach(result -> {
                print(zip, LineKind.RESULTS, result);
                members.append(Members.line(result.id(), result.code())).append('\n');
            });
            if (!lines.looks().isEmpty()) {
                begin(zip, folder, LineKind.LOOKS.file());
                lines.looks().forEach(record -> {
                    print(zip, LineKind.LOOKS, record);
                    members.append(Members.line(record)).append('\n');
                });
            }
            begin(zip, folder, MembersFile.NAME);
            print(zip, members.toString());
            zip.finish();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /**
     * Unpacks the files of a run from an archive into a folder. Entries of other names are passed over, and none can
     * lead out of the folder.
     *
     * @param folder empty, and there
     * @throws IOException if the archive cannot be read or the folder cannot be written
     */
    public static void unpack(Path archive, Path folder) throws IOException {
        try (InputStream in = Files.newInputStream(archive);
                ZipInputStream zip = new ZipInputStream(in, StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String file = name(entry.getName());
                if (FILES.contains(file)) {
                    Files.copy(zip, folder.resolve(file));
                }
            }
        }
    }

    private static <W> void print(ZipOutputStream zip, LineKind<?, W> kind, W record) {
        print(zip, ContentCheck.addTo(kind.text().apply(record)) + "\n");
    }

    private static void begin(ZipOutputStream zip, String folder, String file) throws IOException {
        ZipEntry entry = new ZipEntry(folder + "/" + file);
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
    }

    private static void print(ZipOutputStream zip, String text) {
        try {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // out of a consumer
        }
    }
}
