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

    /** The shard with five of the eight blocks, four of them of adam. */
    private static final int FULLEST = 2;

    private static final int OF_THE_FULLEST = 5 * 3;

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
        List<Object> words = new ArrayList<>(List.of("merge", "--into", Runs.folder(runs)));
        for (int number = 1; number <= SHARDS; number++) {
            Spoken spoken = run(number);
            assertThat(spoken.code()).as(spoken.err()).isZero();
            words.add(shard(number));
        }
        assertThat(Files.readAllLines(shard(FULLEST).resolve("results.jsonl"))).hasSize(OF_THE_FULLEST);

        assertThat(Spoken.by(words.toArray()).code()).isZero();

        assertThat(Runs.canonical(runs)).isEqualTo(Runs.canonical(whole));
        assertThat(Runs.folder(runs).resolve("run.json"))
                .hasSameBinaryContentAs(Runs.folder(whole).resolve("run.json"));
        assertThat(Runs.run(runs).out()).startsWith("0 trials run, 24 reused: ");
    }

    @Test
    void aPlanThatGrowsIsRunAndMergedIntoTheSameFolder(@TempDir Path plans) throws IOException {
        Path plan = plans.resolve("tiny.yaml");
        String text = Files.readString(Runs.plan());
        for (String now : List.of(text.replace("adam, ", "").replace(", adam", ""), text)) {
            Files.writeString(plan, now);
            List<Object> words = new ArrayList<>(List.of("merge", "--into", Runs.folder(runs)));
            for (int number = 1; number <= SHARDS; number++) {
                assertThat(Spoken.by("run", plan, "--runs", runs, "--shard", number + "/" + SHARDS)
                                .code())
                        .isZero();
                if (Files.exists(shard(number))) {
                    words.add(shard(number));
                }
            }
            Spoken merged = Spoken.by(words.toArray());
            assertThat(merged.code()).as(merged.err()).isZero();
            assertThat(merged.err().isEmpty()).as("the folder's own plan").isEqualTo(!now.equals(text));
        }
        Runs.run(whole);
        assertThat(Runs.canonical(runs)).isEqualTo(Runs.canonical(whole));
    }

    @Test
    void aReportOfShardsThatAreNotMergedNamesTheWay() {
        run(1);

        for (String command : List.of("report", "results")) {
            assertRefused(
                    Spoken.by(command, Runs.folder(runs)),
                    "folder " + Runs.folder(runs) + " holds no run (no run.json), but one in shards that are not merged"
                            + " yet: longspan merge " + Runs.folder(runs) + "/shards/* --into " + Runs.folder(runs));
        }
    }

    @Test
    void aPlanOfAShardCountsItsTrialsAndWhatIsThere() {
        run(FULLEST, "--only", "optimizer=adam");

        Spoken planned = Spoken.by("plan", Runs.plan(), "--runs", runs, "--shard", FULLEST + "/" + SHARDS);

        assertThat(planned.code()).as(planned.err()).isZero();
        assertThat(planned.out().replaceAll("\\s+", " "))
                .contains(" in all 24 trials ")
                .contains(" shard 2/3: 15 trials in 5 blocks of cells, into " + shard(FULLEST) + " ")
                .contains(" stored 12 of 15 trials in " + shard(FULLEST) + " ");
    }

    @Test
    void aShardGoesTogetherWithOtherOptions() throws IOException {
        Runs.run(whole);

        Spoken part = run(FULLEST, "--only", "optimizer=adam", "--reuse", Runs.folder(whole));
        assertThat(part.out()).as(part.err()).startsWith("0 trials run, 12 reused: ");
        assertThat(Files.readAllLines(shard(FULLEST).resolve("results.jsonl")))
                .as("of this shard alone")
                .hasSize(OF_THE_FULLEST);
        assertThat(run(FULLEST).out()).startsWith("0 trials run, 15 reused: ");

        Spoken seeded = run(FULLEST, "--seed", 3);
        assertThat(seeded.out()).as("as many blocks under another seed").startsWith("15 trials run, ");
        assertThat(runs.resolve("tiny-seed-3/shards/2-of-3/results.jsonl")).isNotEmptyFile();
        assertRefused(Spoken.by("claims", "run", "all", "--shard", "1/2"), "unknown option --shard");
    }

    @Test
    void aShardWithoutABlockEndsWellAndWritesNothing() {
        Spoken spoken = Runs.run(runs, "--shard", "2/4");

        assertThat(spoken).isEqualTo(new Spoken(0, "shard 2/4 of plan tiny has no block: nothing to run\n", ""));
        assertThat(Runs.folder(runs)).doesNotExist();
        assertThat(Spoken.by("plan", Runs.plan(), "--runs", runs, "--shard", "2/4")
                        .out())
                .contains("0 trials in 0 blocks of cells", "nothing is left to run");
    }

    /** The plan quick has 1,656 blocks of cells. */
    @Test
    void everyBlockIsInExactlyOneShardAndShardsAreEven() {
        TaskCatalogue tasks = TaskCatalogue.load(List.of());
        MethodCatalogue methods = MethodCatalogue.ofThisBuild();
        Plan plan = new PlanReader(methods, tasks).read(Path.of("../plans/quick.yaml"));
        BenchmarkRun quick = new BenchmarkRun(
                plan,
                tasks,
                methods,
                runs,
                RunOptions.with(KernelChoice.best("plain").kernels()));
        List<GridCell> cells = quick.grid().cells();
        for (int count : List.of(1, 4, 16, 64)) {
            List<List<GridCell>> parts =
                    Shard.all(count).stream().map(one -> one.partOf(cells)).toList();
            assertThat(parts.stream().flatMap(List::stream)).hasSize(cells.size());
            assertThat(parts.stream().flatMap(List::stream).distinct()).hasSize(cells.size());
            double mean = quick.counts().trials() / (double) count;
            assertThat(parts.stream()
                            .map(part ->
                                    part.stream().mapToInt(GridCell::trials).sum()))
                    .as("trials of each of %d shards", count)
                    .allMatch(trials -> trials <= (count <= 16 ? 1.25 : 1.5) * mean && trials >= 0.6 * mean);
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
