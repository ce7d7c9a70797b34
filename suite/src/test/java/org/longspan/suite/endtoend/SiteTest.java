package org.longspan.suite.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.longspan.suite.endtoend.BadInputTest.assertRefused;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.longspan.reports.claim.ClaimsDocument;
import org.longspan.reports.claim.ClaimsDocument.Asked;
import org.longspan.reports.claim.ClaimsDocument.ClaimRow;
import org.longspan.reports.claim.ClaimsDocument.Found;
import org.longspan.reports.claim.ClaimsDocument.PartRow;
import org.longspan.reports.claim.PartAnswer;
import org.longspan.reports.json.JsonReport;
import org.longspan.suite.site.Crawl;

/** A site of three runs: what it holds, what changes in it, and that its links work from everywhere. */
class SiteTest {

    @TempDir
    private static Path runs;

    /** Holds the first two runs; each test has a copy. */
    @TempDir
    private static Path pair;

    @TempDir
    private Path folder;

    @BeforeAll
    static void runThrice() {
        for (int seed = 1; seed <= 3; seed++) {
            Spoken spoken = Runs.run(runs, "--seed", seed);
            assertThat(spoken.code()).as(spoken.err()).isZero();
        }
        Spoken spoken = Spoken.by("publish", run(1), run(2), "--site", pair.resolve("site"));
        assertThat(spoken.code()).as(spoken.err()).isZero();
    }

    @BeforeEach
    void copyTheSiteOfTwo() throws IOException {
        Trees.copy(pair, folder);
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

    @Test
    void everyLinkLeadsToAPlaceFromADiskAndFromAServersSubfolder() throws IOException {
        publish(run(3));
        Set<String> all = Trees.files(site()).keySet();
        assertThat(all)
                .contains("index.html", "site.json", "catalogue.html", "runs/" + name(2) + "/report.html")
                .hasSize(3 + 3 * 3);

        assertThat(Crawl.from(site().toUri())).isEqualTo(all);

        assertThat(Crawl.served(site())).isEqualTo(all);
    }

    @Test
    void aRunThatIsAddedChangesTheIndexAndTheDataAlone() throws IOException {
        Map<String, String> before = Trees.files(site());

        publish(run(3), "--title", "Small runs");

        String added = "runs/" + name(3) + "/";
        assertThat(Trees.changes(before, Trees.files(site())))
                .containsExactlyInAnyOrder(
                        "index.html", "site.json", added + "report.html", added + "report.json", added + "run.zip");
        assertThat(site().resolve("index.html"))
                .content()
                .contains(
                        "Small runs",
                        "runs/" + name(1) + "/report.html#optimizers",
                        added + "report.html#problems",
                        "Which optimizer?");
    }

    /** Neither the order nor the folders of earlier runs matter: whoever publishes one more has only that. */
    @Test
    void aSiteFollowsFromItsRunsAlone() throws IOException {
        Map<String, String> together = Trees.files(site());
        Trees.delete(site());
        Path moved = folder.resolve("moved");
        Trees.copy(run(2), moved);
        publish(moved);
        Trees.delete(moved);

        publish(run(1));

        assertThat(Trees.files(site())).isEqualTo(together);
        assertThat(publish(run(1)).out()).contains("nothing has changed");
        assertThat(Trees.files(site())).isEqualTo(together);
    }

    @Test
    void aRunCanBeTakenAway() throws IOException {
        Spoken spoken = publish("--remove", name(1));

        assertThat(spoken.out()).contains("runs/" + name(1) + "/report.html");
        assertThat(site().resolve("runs/" + name(1))).doesNotExist();
        assertThat(Crawl.from(site().toUri())).isEqualTo(Trees.files(site()).keySet());
        publish("--remove", name(2));
        assertThat(Crawl.from(site().toUri())).containsExactlyInAnyOrder("index.html", "site.json", "catalogue.html");
    }

    @Test
    void theArchiveIsTheRunsFolderAgain() throws IOException {
        Path published = site().resolve("runs/" + name(1));
        unzip(published.resolve("run.zip"), folder.resolve("runs"));
        Path unpacked = folder.resolve("runs").resolve(name(1));

        assertThat(Spoken.by("results", unpacked, "--digest")).isEqualTo(Spoken.by("results", run(1), "--digest"));
        assertThat(Spoken.by("report", unpacked).code()).isZero();
        assertThat(unpacked.resolve("report.json"))
                .content()
                .isEqualTo(Files.readString(published.resolve("report.json")).replace("runs/" + name(1), "DIR"));
        String id = Files.readString(unpacked.resolve("results.jsonl")).substring(7, 23);
        assertThat(Spoken.by("replay", unpacked, id).code()).isZero();
        assertThat(published.resolve("report.html")).content().contains("./longspan replay runs/" + name(1) + " ");
    }

    @Test
    void theArchiveHoldsWhatProbesFoundToo() throws IOException {
        Path plan = folder.resolve("probed.yaml");
        Files.writeString(plan, Files.readString(Runs.plan()) + "\nprobes: [{name: signal-by-lag, at: [0, end]}]\n");
        assertThat(Spoken.by("run", plan, "--runs", folder.resolve("own")).code())
                .isZero();
        Path own = folder.resolve("own/probed");

        publish(own);

        String digests = Spoken.by("results", own, "--digest").out();
        String name = "probed-" + digests.substring(0, 8);
        unzip(site().resolve("runs/" + name + "/run.zip"), folder.resolve("runs"));
        Spoken unpacked = Spoken.by("results", folder.resolve("runs").resolve(name), "--digest");
        assertThat(unpacked.out()).isEqualTo(digests).contains("\nprobes ");
        assertThat(unpacked.err()).isEmpty();
    }

    /** Neither the pages nor the archives say where on this machine anything lay. */
    @Test
    void noPathOfThisMachineIsPublished() throws IOException {
        unzip(site().resolve("runs/" + name(1) + "/run.zip"), site());
        for (String file : Trees.files(site()).keySet()) {
            String content = Files.readString(site().resolve(file), StandardCharsets.ISO_8859_1);
            assertThat(content)
                    .as(file)
                    .doesNotContain(runs.toString(), folder.toString(), System.getProperty("user.dir"));
        }
    }

    @Test
    void claimsAreAPageOfTheSite() throws IOException {
        Path claims = Files.createDirectory(folder.resolve("claims"));
        Asked asked = new Asked("score of clipping value less that of none", "above", 0.0, null);
        PartRow part = new PartRow(
                "It is more.",
                true,
                "not run",
                "plan p has not run",
                asked,
                new Found(null, null, null, PartAnswer.Size.NONE, null),
                List.of("p.yaml"),
                "");
        ClaimRow claim = new ClaimRow("helps", "Clipping helps.", "A book", "", "", "not run", List.of(part));
        Files.writeString(
                claims.resolve("claims.json"), JsonReport.text(new ClaimsDocument(1, List.of(claim), List.of())));

        publish(claims);

        assertThat(site().resolve("index.html")).content().contains("claims.html#claim-helps", "Clipping helps.");
        assertThat(Crawl.from(site().toUri()))
                .isEqualTo(Trees.files(site()).keySet())
                .contains("claims.html", "claims.json");
        publish("--remove", "claims");
        assertThat(site().resolve("claims.html")).doesNotExist();
        assertThat(Trees.files(site())).isEqualTo(Trees.files(pair.resolve("site")));
    }

    @Test
    void whatCannotBePublishedIsSaidInASentenceAndChangesNothing() throws IOException {
        Map<String, String> before = Trees.files(site());
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Path file = Files.writeString(folder.resolve("file"), "mine");
        Path garbled = Files.createDirectory(folder.resolve("garbled"));
        Files.writeString(garbled.resolve("claims.json"), "{\"schemaVersion\": 1}");
        Path fresh = folder.resolve("fresh");

        refuses("holds no run (no run.json), expected one such as runs/quick", run(3), empty, "--site", site());
        refuses(file + " is a file, expected the folder of a run or of claims", file, "--site", site());
        refuses("holds no answers of claims", garbled, "--site", site());
        refuses("--remove tiny: the site has none of that name", "--remove", "tiny", "--site", site());
        refuses("no DIR is given and " + fresh + " is no site yet", "--site", fresh);
        refuses("holds no run", empty, "--site", fresh);
        refuses("the folder holds report.html and ", run(1), "--site", run(2));
        refuses("Missing required option", run(1));

        assertThat(Trees.files(site())).isEqualTo(before);
        assertThat(fresh).doesNotExist();
        assertThat(run(2).resolve(".publish")).doesNotExist();
    }

    private static void refuses(String why, Object... words) {
        assertRefused(
                Spoken.by(Stream.concat(Stream.of("publish"), Arrays.stream(words))
                        .toArray()),
                why);
    }

    /** It may be killed before, while or after it changes anything: the links work all the same. */
    @Test
    void aPublicationThatIsKilledLeavesASiteThatTheNextOneCompletes() throws Exception {
        try (Child child = Child.running("publish", run(3), "--site", site())) {
            Path aside = site().resolve(".publish/files/runs");
            while (!Files.exists(aside) && child.isAlive()) {
                Thread.sleep(1);
            }
            child.kill();
        }
        assertThat(Crawl.from(site().toUri())).contains("runs/" + name(1) + "/report.html");

        publish(run(3));

        assertThat(Crawl.from(site().toUri()))
                .isEqualTo(Trees.files(site()).keySet())
                .hasSize(3 + 3 * 3);
    }

    private static void unzip(Path archive, Path to) throws IOException {
        try (InputStream in = Files.newInputStream(archive);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = to.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.write(file, zip.readAllBytes());
            }
        }
    }
}
