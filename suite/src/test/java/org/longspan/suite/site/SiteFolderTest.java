package org.longspan.suite.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.longspan.harness.refusal.UserError;
import org.longspan.reports.site.SiteCatalogue;
import org.longspan.reports.site.SiteClaims;
import org.longspan.reports.site.SiteComparison;
import org.longspan.reports.site.SiteDocument;
import org.longspan.reports.site.SiteRun;

/** The folder of a site, whose pages are made up: what is written, what is kept, and what is left where it was ended. */
class SiteFolderTest {

    private static final String NEWS = "new";

    @TempDir
    private Path parent;

    private Path site;

    private static final SiteCatalogue CATALOGUE =
            new SiteCatalogue("1", List.of(new SiteCatalogue.Listed("here", "A list.", List.of())));

    private static final SiteDocument BEFORE = SiteDocument.empty(CATALOGUE)
            .with(run("gone-1"))
            .with(run("kept-2"))
            .with(new SiteComparison(List.of("gone-1", "kept-2"), "Equal."))
            .with(new SiteClaims(List.of(new SiteClaims.Line("a", "It is.", "supported"))));

    private static final SiteDocument AFTER =
            BEFORE.without("gone-1").with(run("come-3")).titled("Another");

    private static SiteRun run(String name) {
        return new SiteRun(
                name,
                new SiteRun.Source(name, "What?", "", 0, "1", ""),
                new SiteRun.Made("", List.of(), 1, 1),
                "0".repeat(64),
                new SiteRun.Said("", "", List.of(new SiteRun.Answer("Which?", "This.", "here"))),
                1);
    }

    @BeforeEach
    void publishBefore() {
        site = parent.resolve("site");
        try (SiteFolder folder = SiteFolder.open(site, false)) {
            publish(folder, BEFORE, "old");
        }
    }

    /** Writes every page of {@code next}; {@code text} tells those of one publication from those of another. */
    private static Set<String> publish(SiteFolder folder, SiteDocument next, String text) {
        Set<String> pages = new TreeSet<>(next.files());
        pages.removeAll(Set.of("index.html", "site.json"));
        pages.forEach(path -> folder.write(
                path,
                "<p id=\"here\">" + (path.contains("kept") && !path.contains("gone") ? "" : text)
                        + "<p id=\"claim-a\">"));
        return folder.publish(next);
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(site)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(site.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        return files;
    }

    /** Ends at a stroke, as a kill does: whoever holds it does nothing more. */
    private static final class Ending implements Disk {

        private int left;

        Ending(int strokes) {
            left = strokes;
        }

        private void strike() {
            if (left-- == 0) {
                throw new Ended();
            }
        }

        @Override
        public void move(Path from, Path to) throws IOException {
            strike();
            Disk.REAL.move(from, to);
        }

        @Override
        public void delete(Path file) throws IOException {
            strike();
            Disk.REAL.delete(file);
        }
    }

    private static final class Ended extends Error {}

    @Test
    void whereverItEndsAllLinksWorkAndTheNextOneFinishes() throws IOException {
        Map<String, String> old = files();
        int strokes = 0;
        for (boolean ended = true; ended; strokes++) {
            ended = endsAt(strokes);
            String index = Files.readString(site.resolve("index.html"));
            assertThat(Crawl.from(site.toUri())).contains("runs/kept-2/report.html", "claims.html");

            try (SiteFolder folder = SiteFolder.open(site, false)) {
                assertThat(folder.document()).as("after %s strokes", strokes).contains(AFTER);
                assertThat(folder.missing()).isEmpty();
            }
            assertThat(Crawl.from(site.toUri())).isEqualTo(AFTER.files()).isEqualTo(files().keySet());
            assertThat(index).isIn(old.get("index.html"), files().get("index.html"));
            try (SiteFolder folder = SiteFolder.open(site, false)) {
                publish(folder, BEFORE, "old");
            }
            assertThat(files()).isEqualTo(old);
        }
        assertThat(strokes).as("files moved, deleted, and the list of them").isGreaterThan(10);
    }

    private boolean endsAt(int strokes) {
        try (SiteFolder folder = SiteFolder.open(site, false, new Ending(strokes))) {
            publish(folder, AFTER, NEWS);
            return false;
        } catch (Ended e) {
            return true;
        }
    }

    @Test
    void whatWasNotReadyIsDropped() throws IOException {
        Map<String, String> old = files();
        Path half = site.resolve(".publish/files/runs/half-9");
        Files.createDirectories(half);
        Files.writeString(half.resolve("report.html"), "<p");

        try (SiteFolder folder = SiteFolder.open(site, false)) {
            assertThat(folder.document()).contains(BEFORE);
            folder.write("runs/other-8/report.html", "not published in the end");
        }

        assertThat(files()).isEqualTo(old);
        assertThat(site.resolve(".publish")).doesNotExist();
    }

    @Test
    void equalFilesAreNotWrittenAgain() throws IOException {
        Path kept = site.resolve("runs/kept-2/report.html");
        Object key = Files.getLastModifiedTime(kept);
        Object file = Files.getAttribute(kept, "basic:fileKey");

        try (SiteFolder folder = SiteFolder.open(site, false)) {
            assertThat(publish(folder, AFTER, NEWS))
                    .contains("index.html", "runs/gone-1/report.html", "runs/come-3/run.zip")
                    .doesNotContain("runs/kept-2/report.html");
        }

        assertThat(Files.getLastModifiedTime(kept)).isEqualTo(key);
        assertThat(Files.getAttribute(kept, "basic:fileKey")).isEqualTo(file);
    }

    @Test
    void othersFilesAreRefusedAndNothingIsChanged() throws IOException {
        Files.writeString(site.resolve("runs/notes.txt"), "mine");
        Map<String, String> old = files();

        refuses(site, "the folder holds runs/notes.txt (not of the site), expected a site");
        assertThat(files()).isEqualTo(old);

        Path elsewhere = Files.createDirectory(parent.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("index.html"), "mine");
        Files.writeString(elsewhere.resolve("notes.txt"), "mine");
        refuses(elsewhere, "the folder holds index.html and 1 more (and no site.json), expected a site");
        assertThat(elsewhere.resolve("index.html")).hasContent("mine");
        assertThat(elsewhere.resolve(".publish")).doesNotExist();
    }

    private static void refuses(Path site, String why) {
        assertThatThrownBy(() -> SiteFolder.open(site, false))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("--site " + site)
                .hasMessageContaining(why)
                .hasMessageContaining("nothing was changed");
    }

    /** A checkout whose folder a host serves has files of its own. */
    @Test
    void hiddenFilesAndThoseOfAHostStayAndOthersMay() throws IOException {
        Files.createDirectory(site.resolve(".git"));
        Files.writeString(site.resolve(".git/config"), "mine");
        Files.writeString(site.resolve("CNAME"), "longspan.example");
        try (SiteFolder folder = SiteFolder.open(site, false)) {
            publish(folder, AFTER, NEWS);
        }
        Files.writeString(site.resolve("notes.txt"), "mine");
        try (SiteFolder folder = SiteFolder.open(site, true)) {
            publish(folder, BEFORE, "old");
        }

        assertThat(files()).containsEntry(".git/config", "mine").containsEntry("notes.txt", "mine");
    }

    @Test
    void whatIsInTheWayIsNeverOverwritten() throws IOException {
        Files.createDirectories(site.resolve("runs/come-3"));
        Path mine = Files.writeString(site.resolve("runs/come-3/run.zip"), "mine");
        Map<String, String> old = files();

        try (SiteFolder folder = SiteFolder.open(site, true)) {
            assertThatThrownBy(() -> publish(folder, AFTER, NEWS))
                    .isInstanceOf(UserError.class)
                    .hasMessageStartingWith(mine + " is not the site's and in its way");
        }

        assertThat(files()).isEqualTo(old);
    }

    @Test
    void noLinkIsFollowedOutOfTheSite() throws IOException {
        Path outside = Files.createDirectory(parent.resolve("outside"));
        Files.createSymbolicLink(site.resolve("runs/come-3"), outside);

        refuses(site, "the folder holds runs/come-3");
        try (SiteFolder folder = SiteFolder.open(site, true)) {
            assertThatThrownBy(() -> publish(folder, AFTER, NEWS)).hasMessageContaining("in its way");
        }

        assertThat(outside).isEmptyDirectory();
    }

    @Test
    void onePublicationAtATimeChangesASite() throws IOException {
        try (SiteFolder folder = SiteFolder.open(site, false)) {
            assertThatThrownBy(() -> SiteFolder.open(site, false))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("is being changed by another process");
            publish(folder, AFTER, NEWS);
        }
        assertThat(files().keySet()).isEqualTo(AFTER.files());
    }

    @Test
    void aStateThatIsNoneIsRefused() throws IOException {
        Path state = site.resolve("site.json");
        for (String text :
                List.of("", "{", "[]", "{\"name\": 1}", "{\"schemaVersion\": 2}", "{\"schemaVersion\": 1}")) {
            Files.writeString(state, text);
            assertThatThrownBy(() -> SiteFolder.open(site, false))
                    .as(text)
                    .isInstanceOf(UserError.class)
                    .hasMessageStartingWith(state + " is not the state of a site: ");
        }
        Files.writeString(state, BEFORE.text().replace("\"name\":\"gone-1\"", "\"name\":\"../gone-1\""));
        assertThatThrownBy(() -> SiteFolder.open(site, false)).hasMessageContaining("name ../gone-1, expected letters");
        assertThat(site.resolve("runs/gone-1/report.html")).exists();
    }

    @Test
    void aFolderThatCannotHoldASiteIsRefused() throws IOException {
        Path file = Files.writeString(parent.resolve("file"), "mine");

        assertThatThrownBy(() -> SiteFolder.open(file, false))
                .hasMessage("--site " + file + ": this is a file, expected a folder or a name for a new one");
        Path nowhere = parent.resolve("no/such");
        assertThatThrownBy(() -> SiteFolder.open(nowhere, false))
                .hasMessage("--site " + nowhere + ": the folder " + nowhere.getParent()
                        + " is not there, expected a place in one that is");
        SiteFolder.open(parent.resolve("unused"), false).close();
        assertThat(parent.resolve("unused")).doesNotExist();
    }
}
