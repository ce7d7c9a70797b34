package org.longspan.microbench.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.longspan.microbench.peak.PeakBenchmark;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the tables make of a run's results. */
class PerformanceTablesTest {

    private static final String TABLES = "Training step";
    private static final String STEP = "TrainingStepBenchmark.step";
    private static final String SMALL_RNN = """
            "shape": "RNN_20_50_100_2", "lossAt": "LAST\"""";
    private static final String CLIPPED = "Training step under a clipping";
    private static final String PAGE =
            "before\n<!-- tables: written by mvn verify -Pmicrobench,peers -->\nold\n<!-- end of tables -->\nafter\n";

    @TempDir
    private Path folder;

    private final List<String> results = new ArrayList<>();

    /** Adds rounds: microseconds of the own operation, nanoseconds of the reference and of the bursts. */
    private void rounds(String benchmark, String parameters, String own, String reference, String bursts) {
        results.add("""
                {"benchmark": "org.longspan.microbench.%s", "mode": "avgt", "vmName": "VM", "vmVersion": "1",
                 "params": {%s},
                 "primaryMetric": {"score": 1e9, "scoreUnit": "us/op", "rawData": [[%s]]},
                 "secondaryMetrics": {"referenceNanoseconds": {"rawData": [[%s]]},
                                      "burstNanoseconds": {"rawData": [[%s]]}}}""".formatted(benchmark, parameters, own, reference, bursts));
    }

    private void step(String shape, String lossAt, double times) {
        rounds(STEP, """
                "shape": "%s", "lossAt": "%s\"""".formatted(shape, lossAt), "1000", String.valueOf(1e6 * times), "0");
    }

    /** Adds one measurement of single operations. */
    private void sampled(String benchmark, String parameters, double median) {
        results.add("""
                {"benchmark": "org.longspan.microbench.%s", "mode": "sample", "vmName": "VM", "vmVersion": "1",
                 "params": {%s},
                 "primaryMetric": {"score": 1e9, "scoreUnit": "us/op", "scorePercentiles": {"50.0": %s}}}""".formatted(benchmark, parameters, median));
    }

    private JsonNode tables(String... page) throws IOException {
        Path file = folder.resolve("microbench.json");
        Files.writeString(file, "[" + String.join(",", results) + "]");
        String[] arguments = new String[1 + page.length];
        arguments[0] = file.toString();
        System.arraycopy(page, 0, arguments, 1, page.length);
        PerformanceTables.write(arguments);
        return JsonMapper.shared().readTree(folder.resolve("microbench-table.json"));
    }

    @Test
    void aRatioIsTheMedianOfTheRatiosOfTheRounds() throws IOException {
        // times faster: 2, 2, 8, 4, 3; the ratio of the medians, 4000 and 1000, would be 4
        rounds(
                STEP,
                SMALL_RNN,
                "1000, 2000, 1000, 1000, 2000",
                "2000e3, 4000e3, 8000e3, 4000e3, 6000e3",
                "0, 0, 0, 0, 0");
        JsonNode row = tables().path(TABLES).get(0);
        assertThat(row.path("step, ms").asDouble()).isEqualTo(1);
        assertThat(row.path("libtorch, ms").asDouble()).isCloseTo(4, within(1e-12));
        isSpread(row.path("times faster"), 2, 3, 4);
        assertThat(row.path("share of peak, %").isNull()).isTrue();
    }

    private static void isSpread(JsonNode spread, double lower, double median, double upper) {
        assertThat(spread.path("lower").asDouble()).isCloseTo(lower, within(1e-9));
        assertThat(spread.path("median").asDouble()).isCloseTo(median, within(1e-9));
        assertThat(spread.path("upper").asDouble()).isCloseTo(upper, within(1e-9));
    }

    @Test
    void quartilesLieBetweenTheTwoNearestRounds() throws IOException {
        rounds(STEP, SMALL_RNN, "1, 1, 1, 1", "4e3, 1e3, 3e3, 2e3", "0, 0, 0, 0");
        isSpread(tables().path(TABLES).get(0).path("times faster"), 1.75, 2.5, 3.25);
    }

    @Test
    void theMeanAgainstLibtorchIsGeometricOverSixShapesWithTheLossAtTheLastStep() throws IOException {
        step("RNN_20_50_100_2", "LAST", 2);
        step("LSTM_20_50_200_2", "LAST", 8);
        step("LSTM_20_50_200_2", "EVERY", 1); // these three do not count
        step("RELU_20_50_100_2", "LAST", 100);
        step("RNN_20_32_20_2", "LAST", 100);
        JsonNode summary = tables().path("Training step against libtorch");
        assertThat(summary).extracting(row -> row.path("cell").asString()).containsExactly("tanh-rnn", "lstm", "all");
        assertThat(summary.get(2).path("rows").asString()).isEqualTo("2");
        assertThat(summary.get(2).path("times faster, geometric mean").asDouble())
                .isCloseTo(4, within(1e-12));
        assertThat(summary.get(2).path("least").asDouble()).isCloseTo(2, within(1e-12));
        assertThat(summary.get(2).path("least at").asString()).isEqualTo("tanh-rnn (20, 50, 100, 2)");
    }

    @Test
    void theShareOfThePeakIsTakenAtThePeakOfEachRound() throws IOException {
        double burst = PeakBenchmark.OPERATIONS / 100.0; // ns, at 100 GFLOP/s
        // the second round is half as fast throughout, so its share is the first one's
        rounds(STEP, SMALL_RNN, "1000, 2000", "0, 0", burst + ", " + 2 * burst);
        JsonNode row = tables().path(TABLES).get(0);
        // B (T (2 I H + 3 H O) + (T - 1) 3 H H), two operations each
        double floor = 2 * 20 * (100 * (200 + 150) + 99 * 7500.0) / 100e9 * 1e3; // ms
        isSpread(row.path("share of peak, %"), 100 * floor, 100 * floor, 100 * floor);
        assertThat(row.path("floor, ms").asDouble()).isCloseTo(1.5 * floor, within(1e-9));
        assertThat(row.path("libtorch, ms").isNull()).isTrue();
    }

    @Test
    void roundsThatDoNotMatchAreRefused() {
        rounds(STEP, SMALL_RNN, "1, 2, 3", "1, 2", "0, 0, 0");
        assertThatIllegalArgumentException()
                .isThrownBy(this::tables)
                .withMessage("2 times of the reference, expected 3, one for each round");
    }

    @Test
    void optimizersAreComparedWithAdamInTheirRounds() throws IOException {
        rounds("OptimizerBenchmark.step", """
                "optimizer": "soap", "shape": "LSTM_20_32_20_2\"""", "300, 100, 300", "100e3, 100e3, 100e3", "0, 0, 0");
        JsonNode row = tables().path("Training step under an optimizer").get(0);
        assertThat(row.path("optimizer").asString()).isEqualTo("soap");
        assertThat(row.path("shape (B, H, T, I)").asString()).isEqualTo("lstm (20, 32, 20, 2)");
        isSpread(row.path("of Adam's"), 2, 3, 3);
    }

    @Test
    void anUpdateAtHalfTheSpeedOfTheCopyHasAShareOfHalf() throws IOException {
        rounds("UpdateBenchmark.update", """
                "method": "optimizer adam", "size": "1000000\"""", "2000", "1000e3", "0");
        JsonNode row = tables().path("Update of all parameters").get(0);
        assertThat(row.path("update, µs").asDouble()).isCloseTo(2000, within(1e-9));
        assertThat(row.path("copy of the same bytes, µs").asDouble()).isCloseTo(1000, within(1e-9));
        isSpread(row.path("share of the copy's speed, %"), 50, 50, 50);
    }

    @Test
    void aProductIsTheMedianOfItsIterations() throws IOException {
        results.add("""
                {"benchmark": "org.longspan.microbench.KernelBenchmark.product", "mode": "thrpt",
                 "params": {"kernels": "plain"},
                 "primaryMetric": {"score": 1e9, "scoreUnit": "ops/ns", "rawData": [[1, 100, 4], [1000]]}}""");
        assertThat(tables().path("Products").get(0).path("GFLOP/s").asDouble()).isEqualTo(52);
    }

    @Test
    void twoTrialsAtATimeAreTwiceTheSpeedWhereNeitherIsSlower() throws IOException {
        variant("one", 1000);
        variant("plainKernels", 4000);
        variant("twoAtATime", 1000);
        JsonNode rows = tables().path("One step by vectors, kernels and threads");
        assertThat(rows).extracting(row -> row.path("speed, %").asDouble()).containsExactly(100.0, 25.0, 200.0);
    }

    private void variant(String method, double median) {
        sampled("StepVariantsBenchmark." + method, "", median);
    }

    @Test
    void whatAClippingAddsIsAShareOfTheStepWithoutItInTheSameRound() throws IOException {
        rounds("ClippingBenchmark.step", """
                "clipping": "agc", "lossAt": "EVERY\"""", "1030, 2080, 990", "1000e3, 2000e3, 1000e3", "0, 0, 0");
        JsonNode row = tables().path(CLIPPED).get(0);
        assertThat(row.path("clipping").asString()).isEqualTo("agc");
        assertThat(row.path("loss at").asString()).isEqualTo("every step");
        isSpread(row.path("added, %"), 1, 3, 3.5);
    }

    @Test
    void drawingABatchIsAShareOfAStepOnTheSameTask() throws IOException {
        rounds("FillingBenchmark.filling", "\"task\": \"xor martens11\"", "20", "500e3", "0");
        isSpread(tables().path("Drawing a batch").get(0).path("of the step, %"), 4, 4, 4);
    }

    @Test
    void whatWasNotMeasuredIsMissing() throws IOException {
        rounds(STEP, SMALL_RNN, "1000", "0", "0");
        JsonNode tables = tables();
        assertThat(tables.path(TABLES).get(0).path("times faster").isNull()).isTrue();
        assertThat(tables.has("Products")).isFalse();
    }

    @Test
    void aPageKeepsWhatStandsAroundTheTables() throws IOException {
        rounds(STEP, SMALL_RNN, "1234, 1234", "1234e3, 3702e3", "0, 0");
        Path page = folder.resolve("page.md");
        Files.writeString(page, PAGE);
        tables(page.toString());
        assertThat(page)
                .content()
                .startsWith("before\n")
                .endsWith("\nafter\n")
                .contains("| 1.23 |", "| 2.00 (1.50 to 2.50) |", "| – |")
                .doesNotContain("old");
    }

    @Test
    void aPageWithoutAPlaceForTablesIsRefused() throws IOException {
        Path page = folder.resolve("page.md");
        Files.writeString(page, "nothing");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tables(page.toString()))
                .withMessageContaining("page.md has no lines");
    }
}
