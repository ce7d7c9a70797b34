package org.longspan.suite.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.longspan.suite.endtoend.BadInputTest.assertRefused;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.longspan.suite.site.Crawl;

/** {@code longspan publish --compare}: comparisons of the runs of a site. */
class PublishedComparisonTest {

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

    private static String name(int seed) {
        String digest = Spoken.by("results", run(seed), "--digest").out();
        return "tiny-seed-" + seed + "-" + digest.substring(0, 8);
    }

    private static String page(int... seeds) {
        List<String> names =
                Arrays.stream(seeds).mapToObj(PublishedComparisonTest::name).toList();
        return "comparisons/" + String.join("-", names);
    }

    private Path site() {
        return folder.resolve("site");
    }

    private Spoken publish(Object... words) {
        Spoken spoken = Spoken.by(Stream.concat(Stream.of("publish", "--site", site()), Arrays.stream(words))
                .toArray());
        assertThat(spoken.code()).as(spoken.err()).isZero();
        return spoken;
    }

    @Test
    void aComparisonIsReachedFromTheIndexAndFromEachOfItsRunsAndChangesNoOtherPage() throws IOException {
        Map<String, String> before = Trees.files(site());

        publish("--compare", name(1) + "," + name(2));

        Map<String, String> after = Trees.files(site());
        assertThat(Trees.changes(before, after))
                .containsExactlyInAnyOrder("index.html", "site.json", page(1, 2) + ".html", page(1, 2) + ".json");
        assertThat(Crawl.from(site().toUri())).isEqualTo(after.keySet());
        assertThat(Crawl.served(site())).isEqualTo(after.keySet());
        String index = Files.readString(site().resolve("index.html"));
        assertThat(index.split("href=\"" + page(1, 2) + ".html\"", -1))
                .as("the list of comparisons, and both runs")
                .hasSize(1 + 3);
        assertThat(index).contains(name(2) + " against " + name(1), "No trial is in both");
        assertThat(site().resolve(page(1, 2) + ".html"))
                .content()
                .contains(
                        "<nav class=\"site\"",
                        "href=\"../index.html#comparisons\"",
                        "href=\"../runs/" + name(1) + "/report.html\"",
                        "href=\"../runs/" + name(2) + "/report.html\"");
    }

    /** The command compare reads the folders, a site only its archives. */
    @Test
    void itSaysWhatCompareSaysUnderTheNamesOfTheSite() throws IOException {
        Path json = folder.resolve("compared.json");
        assertThat(Spoken.by("compare", run(1), run(2), "--json", json).code()).isZero();

        publish("--compare", name(1) + "," + name(2));

        assertThat(site().resolve(page(1, 2) + ".json"))
                .content()
                .isEqualTo(Files.readString(json)
                        .replace(run(1).toString(), name(1))
                        .replace(run(2).toString(), name(2)));
        for (String end : List.of(".html", ".json")) {
            assertThat(site().resolve(page(1, 2) + end))
                    .content()
                    .doesNotContain(runs.toString(), folder.toString(), System.getProperty("user.dir"));
        }
    }

    @Test
    void aFolderMeansTheRunThatItHoldsAlsoOneThatComesWithIt() throws IOException {
        publish(run(3), "--compare", run(1) + "," + name(2), "--compare", name(2) + ", " + run(3));
        Map<String, String> before = Trees.files(site());
        assertThat(before).containsKeys(page(1, 2) + ".html", page(2, 3) + ".html");

        Spoken again = publish("--compare", name(1) + "," + run(2));

        assertThat(again.out()).contains("nothing has changed");
        assertThat(Trees.files(site())).isEqualTo(before);
        assertThat(site().resolve(".publish")).doesNotExist();
    }

    @Test
    void severalRunsAreHeldAgainstTheFirst() throws IOException {
        publish(run(3), "--compare", name(2) + "," + name(1) + "," + name(3));

        assertThat(site().resolve("index.html"))
                .content()
                .contains(name(1) + ", " + name(3) + " against " + name(2), name(3) + ": ");
        assertThat(Crawl.from(site().toUri())).contains(page(2, 1, 3) + ".html", page(2, 1, 3) + ".json");
    }

    @Test
    void aComparisonGoesWithARunOfItOrAlone() throws IOException {
        Map<String, String> two = Trees.files(site());
        publish("--compare", name(1) + "," + name(2));
        publish("--remove", name(1) + "-" + name(2));
        assertThat(Trees.files(site())).isEqualTo(two);
        publish("--compare", name(1) + "," + name(2));

        publish("--remove", name(2));

        assertThat(site().resolve("comparisons")).doesNotExist();
        assertThat(Crawl.from(site().toUri()))
                .isEqualTo(Trees.files(site()).keySet())
                .hasSize(3 + 3);
    }

    /** Equal results keep a run's name, but the times beside them are those of the archive. */
    @Test
    void aComparisonIsMadeAnewWhenARunOfItWasMadeAnew() throws IOException {
        publish(run(3), "--compare", name(1) + "," + name(2), "--compare", name(2) + "," + name(3));
        Map<String, String> before = Trees.files(site());
        assertThat(Runs.run(folder.resolve("again"), "--seed", 1).code()).isZero();
        Path again = folder.resolve("again/tiny-seed-1");

        publish(again);

        assertThat(Trees.changes(before, Trees.files(site())))
                .contains("runs/" + name(1) + "/run.zip", page(1, 2) + ".html", page(1, 2) + ".json")
                .doesNotContain(page(2, 3) + ".html", page(2, 3) + ".json");
        Path json = folder.resolve("compared.json");
        assertThat(Spoken.by("compare", again, run(2), "--json", json).code()).isZero();
        assertThat(site().resolve(page(1, 2) + ".json"))
                .content()
                .isEqualTo(Files.readString(json)
                        .replace(again.toString(), name(1))
                        .replace(run(2).toString(), name(2)));
    }

    @Test
    void whatCannotBeComparedIsSaidInASentenceAndChangesNothing() throws IOException {
        Path plan = folder.resolve("disjoint.yaml");
        Files.writeString(
                plan, Files.readString(Runs.plan()).replace("optimizers: [sgd, adam]", "optimizers: [rmsprop]"));
        assertThat(Spoken.by("run", plan, "--runs", folder.resolve("own")).code())
                .isZero();
        Path disjoint = folder.resolve("own/disjoint");
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Map<String, String> before = Trees.files(site());

        refuses(name(1), "this is one run, expected two or more with commas between");
        refuses(name(1) + ",tiny", "tiny is neither a run of the site nor a folder", name(1));
        refuses(name(1) + ",", "a name is empty", name(1));
        refuses(name(1) + "," + name(1), name(1) + " is given twice");
        refuses(run(1) + "," + name(1), name(1) + " is given twice");
        refuses(name(1) + "," + empty, "holds no run");
        refuses(
                name(1) + "," + run(3),
                "the run in " + run(3) + " is " + name(3) + ", which is not on the site",
                "publish it with the same command");
        Spoken nothing = Spoken.by("publish", disjoint, "--site", site(), "--compare", name(1) + "," + disjoint);
        assertRefused(nothing, "no arm on a problem in common");
        assertThat(nothing.err()).doesNotContain("--match");
        assertThat(Trees.files(site())).isEqualTo(before);

        Path archive = Files.writeString(site().resolve("runs/" + name(2) + "/run.zip"), "garbled");
        refuses(name(1) + "," + name(2), archive + " cannot be unpacked: it holds no run");
        Files.delete(archive);
        refuses(name(1) + "," + name(2), archive + " cannot be unpacked", "publish its folder again");
    }

    private void refuses(String word, String... why) {
        assertRefused(Spoken.by("publish", "--site", site(), "--compare", word), why);
    }
}
