package org.longspan.suite.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.longspan.suite.site.Crawl;

/** A site of three runs: what it holds, what changes in it, and that its links work from everywhere. */
class SiteTest {

    @TempDir
    private static Path runs;

    @TempDir
    private Path folder;

    @BeforeAll
    static void runThrice() {
        for (int seed = 1; seed <= 3; seed++) {
            Spoken spoken = Runs.run(runs, "--seed", seed);
            assertThat(spoken.code()).as(spoken.err()).isZero();
        }
    }

    private static Path run(int seed) {
        return runs.resolve("tiny-seed-" + seed);
    }

    /** The name of a run is its plan and what the command results says of it. */
    private static String name(int seed) {
        String digest = Spoken.by("results", run(seed), "--digest").out();
        return "tiny-seed-" + seed + "-" + digest.substring(0, 8);
    }

    private Path site() {
        return folder.resolve("site");
    }

    private Spoken publish(Object... words) {
        Object[] all = Stream.concat(Stream.of("publish", "--site", site()), Arrays.stream(words))
                .toArray();
        Spoken spoken = Spoken.by(all);
        assertThat(spoken.code()).as(spoken.err()).isZero();
        return spoken;
    }

    /** Returns the bytes of each file, as text that tells them apart. */
    private static Map<String, String> files(Path root) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(
                        root.relativize(file).toString().replace('\\', '/'),
                        Arrays.hashCode(Files.readAllBytes(file)) + " " + Files.size(file));
            }
        }
        return files;
    }

    private static Set<String> changes(Map<String, String> before, Map<String, String> after) {
        Set<String> changed = new TreeSet<>(before.keySet());
        changed.addAll(after.keySet());
        changed.removeIf(path -> after.getOrDefault(path, "").equals(before.get(path)));
        return changed;
    }

    @Test
    void everyLinkLeadsToAPlaceFromADiskAndFromAServersSubfolder() throws IOException {
        publish(run(1), run(2), run(3));
        Set<String> all = files(site()).keySet();
        assertThat(all)
                .contains("index.html", "site.json", "catalogue.html", "runs/" + name(2) + "/report.html")
                .hasSize(3 + 3 * 3);

        assertThat(Crawl.from(site().toUri())).isEqualTo(all);

        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        String place = "/a/folder of a server/";
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            Path file = site().resolve(path.substring(Math.min(place.length(), path.length())));
            boolean there = path.startsWith(place) && Files.isRegularFile(file);
            exchange.sendResponseHeaders(there ? 200 : 404, there ? Files.size(file) : -1);
            if (there) {
                Files.copy(file, exchange.getResponseBody());
            }
            exchange.close();
        });
        server.start();
        try {
            URI root = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + place.replace(" ", "%20"));
            assertThat(Crawl.from(root)).isEqualTo(all);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aRunThatIsAddedChangesTheIndexAndTheDataAloneAndNeedsNoOldFolder() throws IOException {
        Path copy = folder.resolve("copy");
        copy(run(1), copy);
        publish(copy, "--title", "Small runs");
        delete(copy);
        Map<String, String> before = files(site());

        publish(run(2));

        String added = "runs/" + name(2) + "/";
        assertThat(changes(before, files(site())))
                .containsExactlyInAnyOrder(
                        "index.html", "site.json", added + "report.html", added + "report.json", added + "run.zip");
        assertThat(site().resolve("index.html"))
                .content()
                .contains(
                        "Small runs",
                        "runs/" + name(1) + "/report.html#optimizers",
                        "runs/" + name(2) + "/report.html#problems",
                        "Which optimizer?");
        assertThat(Crawl.from(site().toUri())).isEqualTo(files(site()).keySet());
    }

    /** What depends on the order is nothing. */
    @Test
    void aSiteFollowsFromItsRunsAlone() throws IOException {
        publish(run(1), run(2));
        Map<String, String> together = files(site());
        delete(site());

        publish(run(2));
        publish(run(1));

        assertThat(files(site())).isEqualTo(together);
        assertThat(publish(run(2)).out()).contains("nothing has changed");
        assertThat(publish().out()).contains("nothing has changed");
        assertThat(files(site())).isEqualTo(together);
    }

    @Test
    void aRunCanBeTakenAwayAndPutBack() throws IOException {
        publish(run(1), run(2));
        Map<String, String> both = files(site());

        Spoken spoken = publish("--remove", name(1));

        assertThat(spoken.out()).contains("runs/" + name(1) + "/report.html");
        assertThat(site().resolve("runs/" + name(1))).doesNotExist();
        assertThat(Crawl.from(site().toUri())).isEqualTo(files(site()).keySet());
        publish(run(1));
        assertThat(files(site())).isEqualTo(both);
        publish("--remove", name(1), "--remove", name(2));
        assertThat(Crawl.from(site().toUri())).containsExactlyInAnyOrder("index.html", "site.json", "catalogue.html");
    }

    @Test
    void theArchiveIsTheRunsFolderAgain() throws IOException {
        publish(run(1));
        Path published = site().resolve("runs/" + name(1));
        unzip(published.resolve("run.zip"), folder.resolve("runs"));
        Path unpacked = folder.resolve("runs").resolve(name(1));

        assertThat(Spoken.by("results", unpacked, "--digest"))
                .isEqualTo(Spoken.by("results", run(1), "--digest"));
        assertThat(Spoken.by("report", unpacked).code()).isZero();
        assertThat(unpacked.resolve("report.json"))
                .content()
                .isEqualTo(Files.readString(published.resolve("report.json")).replace("runs/" + name(1), "DIR"));
        String id = Files.readString(unpacked.resolve("results.jsonl")).substring(7, 23);
        assertThat(Spoken.by("replay", unpacked, id).code()).isZero();
        assertThat(published.resolve("report.html")).content().contains("./longspan replay runs/" + name(1) + " ");
    }

    /** Neither the pages nor the archives say where on this machine anything lay. */
    @Test
    void noPathOfThisMachineIsPublished() throws IOException {
        publish(run(1), run(2));
        unzip(site().resolve("runs/" + name(1) + "/run.zip"), site());
        for (String file : files(site()).keySet()) {
            String content = Files.readString(site().resolve(file), StandardCharsets.ISO_8859_1);
            assertThat(content)
                    .as(file)
                    .doesNotContain(runs.toString(), folder.toString(), System.getProperty("user.dir"));
        }
    }

    /** It may be killed before, while or after it changes anything: the links work all the same. */
    @Test
    void aPublicationThatIsKilledLeavesASiteThatTheNextOneCompletes() throws Exception {
        publish(run(1));
        try (Child child = Child.running("publish", run(2), run(3), "--site", site())) {
            Path aside = site().resolve(".publish/files/runs");
            for (int waited = 0; !Files.exists(aside) && waited < 60_000; waited++) {
                Thread.sleep(1);
            }
            child.kill();
        }
        assertThat(Crawl.from(site().toUri())).contains("runs/" + name(1) + "/report.html");

        publish(run(2), run(3));

        assertThat(Crawl.from(site().toUri())).isEqualTo(files(site()).keySet()).hasSize(3 + 3 * 3);
    }

    static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    private static void delete(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(path);
            }
        }
    }

    private static List<String> unzip(Path archive, Path to) throws IOException {
        List<String> names = new java.util.ArrayList<>();
        try (InputStream in = Files.newInputStream(archive);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = to.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.write(file, zip.readAllBytes());
                names.add(entry.getName());
            }
        }
        return names;
    }
}
