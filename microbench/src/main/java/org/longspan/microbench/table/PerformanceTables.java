package org.longspan.microbench.table;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.longspan.microbench.Peers;
import org.longspan.microbench.Unpinned;
import org.longspan.numerics.kernel.KernelChoice;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns the JSON file of JMH into tables: prints them as Markdown, writes them beside it as {@code
 * microbench-table.json}, and inserts them into a page, if one is named, between two markers.
 */
public final class PerformanceTables {

    private static final String BEGIN = "<!-- tables: written by mvn verify -Pmicrobench,peers -->";
    private static final String END = "<!-- end of tables -->";
    private static final Path PROCESSOR = Path.of("/proc/cpuinfo");

    private PerformanceTables() {}

    /** Arguments: the JSON file of JMH, and optionally the page. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (!Unpinned.ranAgain(PerformanceTables.class, arguments)) {
            write(arguments);
        }
    }

    static void write(String... arguments) throws IOException {
        if (arguments.length < 1 || arguments.length > 2) {
            throw new IllegalArgumentException(arguments.length + " arguments, expected microbench.json [page.md]");
        }
        Path file = Path.of(arguments[0]);
        Map<String, String> circumstances = new LinkedHashMap<>();
        Measurements measured = Measurements.read(file);
        circumstances.put("date", date(file));
        circumstances.put("processor", processor());
        circumstances.put("virtual machine", measured.virtualMachine());
        circumstances.put("vector kernels", KernelChoice.best("auto").kernels().name());
        OptionalDouble peak = peak(measured);
        peak.ifPresent(p -> circumstances.put("multiply-add peak of one core", Math.round(p) + " GFLOP/s"));
        Peers.found().ifPresent(peers -> circumstances.putAll(peers.circumstances()));
        List<Table> tables = tables(measured, peak);
        String markdown = markdown(circumstances, tables);
        new PrintStream(System.out, true, StandardCharsets.UTF_8).println(markdown);
        writeJson(file.resolveSibling("microbench-table.json"), circumstances, tables);
        if (arguments.length == 2) {
            writeInto(Path.of(arguments[1]), markdown);
        }
    }

    /** The multiply-add peak in GFLOP/s: of the benchmark of its own, or else the median of all rounds with bursts. */
    private static OptionalDouble peak(Measurements measured) {
        OptionalDouble alone = measured.of("PeakBenchmark.multiplyAdds").stream()
                .mapToDouble(burst -> Rounds.gigaflops(burst.microseconds()))
                .findFirst();
        return alone.isPresent() ? alone : measured.bursts().peak();
    }

    private static List<Table> tables(Measurements measured, OptionalDouble peak) {
        TrainingTables training = new TrainingTables(measured);
        MethodTables methods = new MethodTables(measured);
        KernelTables kernels = new KernelTables(measured, peak);
        List<Table> tables = new ArrayList<>(List.of(
                training.steps(),
                training.againstLibtorch(),
                training.cells(),
                training.variants(),
                methods.curvature(),
                methods.hessianFree(),
                methods.optimizers(),
                methods.clippings(),
                methods.updates(),
                methods.filling(),
                kernels.products(),
                kernels.pointwise(),
                kernels.allocation()));
        tables.removeIf(Table::isEmpty);
        return tables;
    }

    static String markdown(Map<String, String> circumstances, List<Table> tables) {
        StringBuilder text = new StringBuilder();
        circumstances.forEach((name, value) ->
                text.append("- ").append(name).append(": ").append(value).append('\n'));
        tables.forEach(table -> text.append('\n').append(table.markdown()));
        return text.toString();
    }

    private static void writeJson(Path file, Map<String, String> circumstances, List<Table> tables) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("circumstances", circumstances);
        tables.forEach(table -> document.put(table.title(), table.data()));
        JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writeValue(file, document);
    }

    static void writeInto(Path page, String tables) throws IOException {
        String text = Files.readString(page);
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException(page + " has no lines " + BEGIN + " and " + END);
        }
        Files.writeString(page, text.substring(0, begin + BEGIN.length()) + "\n" + tables + text.substring(end));
    }

    /** The date of the run, by the modification time of its file. */
    private static String date(Path file) throws IOException {
        return LocalDate.ofInstant(Files.getLastModifiedTime(file).toInstant(), ZoneOffset.UTC)
                .toString();
    }

    private static String processor() throws IOException {
        String cores = Runtime.getRuntime().availableProcessors() + " cores";
        if (!Files.isReadable(PROCESSOR)) {
            return System.getProperty("os.arch") + ", " + cores;
        }
        try (Stream<String> lines = Files.lines(PROCESSOR)) {
            return lines.filter(line -> line.startsWith("model name"))
                            .map(line -> line.substring(line.indexOf(':') + 1).strip())
                            .findFirst()
                            .orElse(System.getProperty("os.arch"))
                    + ", " + cores;
        }
    }
}
