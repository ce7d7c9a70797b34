package org.longspan.suite.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.longspan.suite.endtoend.BadInputTest.assertRefused;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.longspan.harness.BenchmarkRun;
import org.longspan.harness.RunOptions;
import org.longspan.harness.grid.GridCell;
import org.longspan.harness.method.MethodCatalogue;
import org.longspan.harness.plan.Plan;
import org.longspan.harness.plan.PlanReader;
import org.longspan.harness.shard.Shard;
import org.longspan.harness.task.TaskCatalogue;
import org.longspan.numerics.kernel.KernelChoice;

/** A plan in shards: each a run of its own, and together the run of the whole plan. */
class ShardsTest {

    private static final int SHARDS = 3;

    @TempDir
    private Path runs;

    @TempDir
    private Path whole;

    private Path shard(int number) {
        return Runs.folder(runs).resolve("shards/" + number + "-of-" + SHARDS);
    }

    private Spoken run(int number, Object... options) {
        List<Object> words = new ArrayList<>(List.of("--shard", number + "/" + SHARDS));
        words.addAll(List.of(options));
        return Runs.run(runs, words.toArray());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0/4 | --shard 0/4: there is no shard 0 of 4, expected one from 1 to 4",
                "5/4 | --shard 5/4: there is no shard 5 of 4, expected one from 1 to 4",
                "-1/4 | --shard -1/4: there is no shard -1 of 4",
                "1/0 | 0 shards are given, expected a whole number from 1 to 9999",
                "1/10000 | 10000 shards are given, expected a whole number from 1 to 9999",
                "x | --shard x is given, expected the number of a shard and how many there are, such as 3/16",
                "1/2/3 | --shard 1/2/3 is given",
                "1/99999999999 | --shard 1/99999999999 is given"
            })
    void aShardThatIsNoneIsRefused(String shard, String sentence) {
        assertRefused(Runs.run(runs, "--shard", shard), sentence);
        assertRefused(Spoken.by("plan", Runs.plan(), "--runs", runs, "--shard", shard), sentence);
        assertThat(Runs.folder(runs)).doesNotExist();
    }

    @Test
    void shardsTogetherAreTheWholeRun() throws IOException {
        Runs.run(whole);
        List<Path> folders = new ArrayList<>();
        for (int number = 1; number <= SHARDS; number++) {
            Spoken planned = Spoken.by("plan", Runs.plan(), "--runs", runs, "--shard", number + "/" + SHARDS);
            assertThat(planned.out()).contains("in all       24 trials\n").contains("shard        " + number + "/3: ");
            Spoken spoken = run(number);
            assertThat(spoken.code()).as(spoken.err()).isZero();
            if (Files.exists(shard(number))) {
                assertThat(planned.out().replaceAll("\\s+", " "))
                        .contains(": " + Files.readAllLines(shard(number).resolve("results.jsonl")).size() + " trials in ")
                        .contains("into " + shard(number));
                folders.add(shard(number));
            } else {
                assertThat(spoken.out()).isEqualTo("shard " + number + "/3 of plan tiny has no block: nothing to run\n");
            }
        }
        List<Object> words = new ArrayList<>(List.of("merge"));
        words.addAll(folders);
        words.addAll(List.of("--into", Runs.folder(runs)));
        assertThat(Spoken.by(words.toArray()).code()).isZero();
        assertThat(Runs.canonical(runs)).isEqualTo(Runs.canonical(whole));
        assertThat(Files.readString(Runs.folder(runs).resolve("run.json")))
                .isEqualTo(Files.readString(Runs.folder(whole).resolve("run.json")));
        assertThat(Runs.run(runs).out()).startsWith("0 trials run, 24 reused: ");
    }

    @Test
    void aShardGoesTogetherWithOtherOptions() throws IOException {
        Runs.run(whole);
        int only = first();

        Spoken part = run(only, "--only", "optimizer=adam", "--reuse", Runs.folder(whole));
        assertThat(part.out()).as(part.err()).startsWith("0 trials run, ");
        int lines = Files.readAllLines(shard(only).resolve("results.jsonl")).size();
        assertThat(lines).as("of this shard alone").isLessThan(24);
        assertThat(run(only).out()).contains(", " + lines + " reused: ");

        Spoken seeded = run(only, "--seed", 3);
        assertThat(seeded.code()).as(seeded.err()).isZero();
        assertThat(runs.resolve("tiny-seed-3/shards/" + only + "-of-3/results.jsonl")).isNotEmptyFile();
        assertRefused(Spoken.by("claims", "run", "all", "--shard", "1/2"), "unknown option --shard");
    }

    /** Returns the first shard that has a block. */
    private int first() {
        for (int number = 1; number <= SHARDS; number++) {
            Spoken planned = Spoken.by("plan", Runs.plan(), "--runs", runs, "--shard", number + "/" + SHARDS);
            if (!planned.out().contains("/3: 0 trials in 0 blocks")) {
                return number;
            }
        }
        throw new IllegalStateException("no shard has a block");
    }

    /** The plan quick has 1,656 blocks of cells. */
    @Test
    void everyBlockIsInExactlyOneShardAndShardsAreEven() {
        TaskCatalogue tasks = TaskCatalogue.load(List.of());
        MethodCatalogue methods = MethodCatalogue.ofThisBuild();
        Plan plan = new PlanReader(methods, tasks).read(Path.of("../plans/quick.yaml"));
        BenchmarkRun quick = new BenchmarkRun(
                plan, tasks, methods, runs, RunOptions.with(KernelChoice.best("plain").kernels()));
        List<GridCell> cells = quick.grid().cells();
        for (int count : List.of(1, 4, 16, 64)) {
            List<List<GridCell>> parts =
                    Shard.all(count).stream().map(one -> one.partOf(cells)).toList();
            assertThat(parts.stream().flatMap(List::stream)).hasSize(cells.size());
            assertThat(parts.stream().flatMap(List::stream).distinct()).hasSize(cells.size());
            double mean = quick.counts().trials() / (double) count;
            assertThat(parts.stream().map(part -> part.stream().mapToInt(GridCell::trials).sum()))
                    .as("trials of each of %d shards", count)
                    .allMatch(trials -> trials <= (count <= 16 ? 1.2 : 1.6) * mean && trials >= 0.5 * mean);
        }
    }

    @Test
    void foldersOfShardsSortByTheirNumbers() {
        assertThat(Stream.of(new Shard(3, 16), new Shard(16, 16), new Shard(1, 1), new Shard(7, 128))
                        .map(one -> one.folder(Path.of("quick")).toString()))
                .containsExactly(
                        "quick/shards/03-of-16",
                        "quick/shards/16-of-16",
                        "quick/shards/1-of-1",
                        "quick/shards/007-of-128");
    }
}
