package org.longspan.suite.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.longspan.suite.endtoend.BadInputTest.assertRefused;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of a run is published: its figures, its page, and the digest that names its results. */
class PublishedTest {

    @TempDir
    private static Path runs;

    @TempDir
    private Path folder;

    @BeforeAll
    static void runOnce() {
        Spoken spoken = Runs.run(runs);
        assertThat(spoken.code()).as(spoken.err()).isZero();
    }

    @Test
    void theDigestIsTheSha256OfTheCanonicalResults() throws Exception {
        byte[] lines = Runs.canonical(runs).getBytes(StandardCharsets.UTF_8);
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(lines));

        assertThat(Spoken.by("results", Runs.folder(runs), "--digest").out()).isEqualTo(hash + "\n");
        assertThat(Runs.folder(runs).resolve("report.json")).content().contains("\"digest\":\"" + hash + "\"");
        assertRefused(Spoken.by("results", Runs.folder(runs), "--digest", "--canonical"), "--canonical", "--digest");
    }

    /** A second time, they replace what they wrote, and nothing else. */
    @Test
    void everyFigureIsAPictureAndItsNumbers() throws IOException {
        Path out = folder.resolve("figures");
        Path other = folder.resolve("figures/notes.txt");
        for (int time = 0; time < 2; time++) {
            Spoken spoken = Spoken.by("report", Runs.folder(runs), "--figures", out);
            assertThat(spoken.code()).as(spoken.err()).isZero();
            assertThat(spoken.out()).isEqualTo(out + System.lineSeparator());
            List<String> names = names(out);
            assertThat(names).hasSizeGreaterThan(4);
            for (String name : names) {
                if (name.endsWith(".svg")) {
                    assertThat(names).contains(name.replace(".svg", ".csv"));
                    assertThat(out.resolve(name))
                            .content()
                            .startsWith("<?xml")
                            .contains("<style>")
                            .doesNotContain("var(");
                }
            }
            Files.writeString(out.resolve(names.get(0)), "old");
            Files.writeString(other, "mine");
        }
        assertThat(Spoken.by("report", Runs.folder(runs), "--figures", out).code())
                .isZero();
        assertThat(other).hasContent("mine");
        assertThat(names(out)).noneMatch(name -> name.endsWith(".part"));
        assertThat(out.resolve(names(out).get(0))).content().isNotEqualTo("old");
    }

    @Test
    void figuresAndPagesGoWhereTheyCan() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "mine");
        Path nowhere = folder.resolve("no/such");
        for (String option : List.of("--figures", "--guide", "--page")) {
            assertRefused(
                    Spoken.by("report", Runs.folder(runs), option, nowhere),
                    option + " " + nowhere,
                    "the folder " + nowhere.getParent() + " is not there, expected a place in one that is");
        }
        for (String option : List.of("--figures", "--guide")) {
            assertRefused(
                    Spoken.by("report", Runs.folder(runs), option, file),
                    option + " " + file + ": this is a file, expected a folder or a name for a new one");
        }
        assertRefused(
                Spoken.by("report", Runs.folder(runs), "--page", folder),
                "--page " + folder + ": this is a folder, expected a file or a name for a new one");
        assertThat(file).hasContent("mine");
    }

    /** This run is too small for a matrix: what a picture shows is tested beside it. */
    @Test
    void theGuideHoldsPicturesAlone() throws IOException {
        Path out = folder.resolve("guide");

        Spoken spoken = Spoken.by("report", Runs.folder(runs), "--guide", out);

        assertThat(spoken.code()).as(spoken.err()).isZero();
        assertThat(spoken.out()).isEqualTo(out + System.lineSeparator());
        assertThat(names(out)).allMatch(name -> name.endsWith(".svg"));
    }

    @Test
    void aPageAloneNamesTheFolderAsItIsGiven() throws IOException {
        Path page = folder.resolve("page.html");
        Path json = Runs.folder(runs).resolve("report.json");
        Files.delete(json);

        Spoken spoken = Spoken.by("report", Runs.folder(runs), "--page", page);

        assertThat(spoken.code()).as(spoken.err()).isZero();
        assertThat(page).content().contains("longspan replay " + Runs.folder(runs) + " ");
        assertThat(json).doesNotExist();
        assertThat(Spoken.by("report", Runs.folder(runs)).code()).isZero();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("notes.txt"))
                    .sorted()
                    .toList();
        }
    }
}
