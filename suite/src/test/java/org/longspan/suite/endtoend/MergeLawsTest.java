package org.longspan.suite.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.longspan.harness.merge.Merge;
import org.longspan.harness.merge.MergeListener;
import org.longspan.numerics.random.RandomStream;
import org.longspan.numerics.random.Seed;

/**
 * What a merge writes depends on what the folders hold together: neither on their order, nor on how they are grouped,
 * nor on how often they are merged. The trials of a run are split at random 50 times, and many are in several folders,
 * made there in another time.
 */
class MergeLawsTest {

    private static final int SPLITS = 50;

    @TempDir
    private static Path runs;

    private static Pieces run;
    private static String canonical;

    @TempDir
    private Path parent;

    @BeforeAll
    static void run() throws IOException {
        run = Pieces.ofARun(runs);
        canonical = Runs.canonical(runs);
    }

    /** Folders with the trials of a run, and the lines that a merge is to write. */
    private record Split(List<Path> folders, String results, String looks) {}

    @Test
    void mergingIsCommutativeAssociativeAndIdempotentOnRandomSplits() throws IOException {
        for (int number = 0; number < SPLITS; number++) {
            RandomStream stream = Seed.root(0).with("test", "merge").with("split", number).stream();
            Path place = parent.resolve("split-" + number);
            Split split = split(place, stream);

            Map<String, String> whole = merge(split.folders(), place.resolve("whole"));
            assertThat(whole.get("results.jsonl")).as("by an oracle").isEqualTo(split.results());
            assertThat(whole.get("probes.jsonl")).as("by an oracle").isEqualTo(split.looks());
            if (number % 10 == 0) {
                assertThat(results(place.resolve("whole"))).as("a whole run").isEqualTo(canonical);
            }

            List<Path> shuffled = new ArrayList<>(split.folders());
            shuffle(shuffled, stream);
            assertThat(merge(shuffled, place.resolve("shuffled")))
                    .as("commutative")
                    .isEqualTo(whole);

            int first = 1 + stream.nextInt(shuffled.size() - 1);
            merge(shuffled.subList(0, first), place.resolve("some"));
            merge(shuffled.subList(first, shuffled.size()), place.resolve("others"));
            assertThat(merge(List.of(place.resolve("others"), place.resolve("some")), place.resolve("both")))
                    .as("associative")
                    .isEqualTo(whole);

            assertThat(merge(List.of(place.resolve("whole")), place.resolve("again")))
                    .as("idempotent")
                    .isEqualTo(whole);
            assertThat(merge(shuffled, place.resolve("again"))).as("idempotent").isEqualTo(whole);

            assertThat(merge(split.folders(), shuffled.get(0)))
                    .as("into a source")
                    .isEqualTo(whole);
        }
    }

    private static void shuffle(List<Path> folders, RandomStream stream) {
        for (int i = folders.size() - 1; i > 0; i--) {
            Collections.swap(folders, i, stream.nextInt(i + 1));
        }
    }

    /** Every trial is in at least one of two to five folders, with its looks. */
    private static Split split(Path place, RandomStream stream) throws IOException {
        int count = 2 + stream.nextInt(4);
        TreeMap<String, String> chosen = new TreeMap<>();
        List<List<String>> results = new ArrayList<>();
        List<List<String>> looks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            results.add(new ArrayList<>());
            looks.add(new ArrayList<>());
        }
        for (String result : run.results()) {
            int certain = stream.nextInt(count);
            for (int i = 0; i < count; i++) {
                if (i == certain || stream.nextInt(3) == 0) {
                    results.get(i).add(copy(result, stream, chosen));
                    for (String look : run.looks()) {
                        if (Pieces.trial(look).equals(Pieces.trial(result))) {
                            looks.get(i).add(copy(look, stream, chosen));
                        }
                    }
                }
            }
        }
        List<Path> folders = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            folders.add(run.into(place.resolve("part-" + i), results.get(i), looks.get(i)));
        }
        return new Split(folders, text(chosen, "{\"id\""), text(chosen, "{\"trial\""));
    }

    /** Returns a line as some machine makes it; some need the same time. */
    private static String copy(String line, RandomStream stream, Map<String, String> chosen) {
        String copy = Pieces.inSeconds(line, 0.125 * stream.nextInt(4));
        chosen.merge(Pieces.name(copy), copy, (one, other) -> one.compareTo(other) <= 0 ? one : other);
        return copy;
    }

    private static String text(Map<String, String> lines, String beginning) {
        return lines.values().stream()
                .filter(line -> line.startsWith(beginning))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    /** Merges, and returns the files of the merged run by their names. */
    private static Map<String, String> merge(List<Path> folders, Path into) throws IOException {
        Merge.of(folders, into).run(MergeListener.NONE);
        Map<String, String> files = new TreeMap<>();
        for (String name : List.of("results.jsonl", "probes.jsonl", "run.trials", "run.json")) {
            Path file = into.resolve(name);
            files.put(name, Files.exists(file) ? Files.readString(file) : ""); // a few results may have no look
        }
        return files;
    }

    private static String results(Path folder) {
        return Spoken.by("results", folder, "--canonical").out();
    }
}
