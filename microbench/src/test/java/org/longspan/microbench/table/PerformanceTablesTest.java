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
    private static final String CLIPPED = "Training step under a clipping";
    private static final String PAGE =
            "before\n<!-- tables: written by mvn verify -Pmicrobench,peers -->\nold\n<!-- end of tables -->\nafter\n";

    @TempDir
    private Path folder;

    private final List<String> results = new ArrayList<>();

    private void sampled(String benchmark, String shape, double median) {
        results.add("""
                {"benchmark": "org.longspan.microbench.%s", "mode": "sample", "vmName": "VM", "vmVersion": "1",
                 "params": {"shape": "%s", "lossAt": "EVERY"},
                 "primaryMetric": {"score": 1e9, "scoreUnit": "us/op", "scorePercentiles": {"50.0": %s}}}""".formatted(benchmark, shape, median));
    }

    private JsonNode tables(String... page) throws IOException {
        Path file = folder.resolve("microbench.json");
        Files.writeString(file, "[" + String.join(",", results) + "]");
        String[] arguments = new String[1 + page.length];
        arguments[0] = file.toString();
        System.arraycopy(page, 0, arguments, 1, page.length);
        PerformanceTables.main(arguments);
        return JsonMapper.shared().readTree(folder.resolve("microbench-table.json"));
    }

    @Test
    void ratiosAreOfMediansAndTheirMeanIsGeometric() throws IOException {
        sampled("TrainingStepBenchmark.step", "RNN_20_50_100_2", 1000);
        sampled("peers.LibtorchStepBenchmark.step", "RNN_20_50_100_2", 2000);
        sampled("TrainingStepBenchmark.step", "LSTM_20_50_200_2", 1000);
        sampled("peers.LibtorchStepBenchmark.step", "LSTM_20_50_200_2", 8000);
        JsonNode summary = tables().path("Training step against libtorch");
        assertThat(summary.get(0).path("cell").asString()).isEqualTo("tanh-rnn");
        assertThat(summary.get(0).path("least").asDouble()).isEqualTo(2);
        assertThat(summary.get(2).path("cell").asString()).isEqualTo("all");
        assertThat(summary.get(2).path("rows").asDouble()).isEqualTo(2);
        assertThat(summary.get(2).path("times faster, geometric mean").asDouble())
                .isCloseTo(4, within(1e-12));
        assertThat(summary.get(2).path("least").asDouble()).isEqualTo(2);
    }

    @Test
    void theFloorIsTheTimeOfTheCountedMultiplyAddsAtThePeak() throws IOException {
        sampled("TrainingStepBenchmark.step", "RNN_20_50_100_2", 1000);
        sampled("peak.PeakBenchmark.multiplyAdds", "", PeakBenchmark.OPERATIONS / (100 * 1e3)); // 100 GFLOP/s
        JsonNode row = tables().path(TABLES).get(0);
        // B (T (2 I H + 3 H O) + (T - 1) 3 H H), two operations each
        double floor = 2 * 20 * (100 * (200 + 150) + 99 * 7500.0) / 100e9 * 1e3;
        assertThat(row.path("floor, ms").asDouble()).isCloseTo(floor, within(1e-9));
        assertThat(row.path("share of peak, %").asDouble()).isCloseTo(100 * floor, within(1e-6));
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
        results.add("""
                {"benchmark": "org.longspan.microbench.StepVariantsBenchmark.%s", "mode": "sample",
                 "primaryMetric": {"score": 1e9, "scoreUnit": "us/op", "scorePercentiles": {"50.0": %s}}}""".formatted(method, median));
    }

    @Test
    void whatAClippingAddsIsAShareOfTheStepWithoutIt() throws IOException {
        clipped("agc", 1030);
        assertThat(tables().path(CLIPPED).get(0).path("added, %").isNull()).isTrue();
        clipped("none", 1000);
        JsonNode rows = tables().path(CLIPPED);
        assertThat(rows.get(0).path("clipping").asString()).isEqualTo("agc");
        assertThat(rows.get(0).path("loss at").asString()).isEqualTo("every step");
        assertThat(rows.get(0).path("added, %").asDouble()).isCloseTo(3, within(1e-9));
        assertThat(rows.get(1).path("added, %").asDouble()).isZero();
    }

    private void clipped(String clipping, double median) {
        results.add("""
                {"benchmark": "org.longspan.microbench.ClippingBenchmark.step", "mode": "sample",
                 "params": {"clipping": "%s", "lossAt": "EVERY"},
                 "primaryMetric": {"score": 1e9, "scoreUnit": "us/op", "scorePercentiles": {"50.0": %s}}}""".formatted(clipping, median));
    }

    @Test
    void drawingABatchIsAShareOfAStepOnTheSameTask() throws IOException {
        ofTask("filling", "xor martens11", 20);
        ofTask("filling", "adding urnn", 30);
        ofTask("step", "adding urnn", 1000);
        ofTask("step", "xor martens11", 500);
        assertThat(tables().path("Drawing a batch"))
                .extracting(row -> row.path("of the step, %").asDouble())
                .containsExactly(4.0, 3.0);
    }

    private void ofTask(String method, String task, double median) {
        results.add("""
                {"benchmark": "org.longspan.microbench.FillingBenchmark.%s", "mode": "sample",
                 "params": {"task": "%s"},
                 "primaryMetric": {"score": 1e9, "scoreUnit": "us/op", "scorePercentiles": {"50.0": %s}}}""".formatted(method, task, median));
    }

    @Test
    void whatWasNotMeasuredIsMissing() throws IOException {
        sampled("TrainingStepBenchmark.step", "RNN_20_50_100_2", 1000);
        JsonNode tables = tables();
        assertThat(tables.path(TABLES).get(0).path("libtorch, ms").isNull()).isTrue();
        assertThat(tables.has("Products")).isFalse();
    }

    @Test
    void aPageKeepsWhatStandsAroundTheTables() throws IOException {
        sampled("TrainingStepBenchmark.step", "RNN_20_50_100_2", 1234);
        Path page = folder.resolve("page.md");
        Files.writeString(page, PAGE);
        tables(page.toString());
        assertThat(page)
                .content()
                .startsWith("before\n")
                .endsWith("\nafter\n")
                .contains("1.23")
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
