package org.longspan.reports.page;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.longspan.reports.figure.TextFormat;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The costs that JMH measured, in the form that JMH writes as JSON.
 *
 * @param lines rows of the table
 * @param fault why the file of costs could not be read; empty if it could, or if there is none
 */
public record MeasuredCosts(List<CostLine> lines, Optional<String> fault) {

    /** One measured cost. */
    public record CostLine(String benchmark, String parameters, String score, String error, String unit) {}

    /** Reads {@code file}. One that holds something else gives no rows and says so: it must not cost a report. */
    public static MeasuredCosts read(Optional<Path> file) {
        List<CostLine> lines = new ArrayList<>();
        try {
            JsonNode tree = file.isPresent()
                    ? JsonMapper.shared().readTree(file.get())
                    : JsonMapper.shared().createArrayNode();
            if (!tree.isArray() || !tree.valueStream().allMatch(MeasuredCosts::isMeasurement)) {
                return unreadable(file.get());
            }
            tree.forEach(benchmark -> lines.add(line(benchmark)));
        } catch (JacksonException e) {
            return unreadable(file.get());
        }
        return new MeasuredCosts(List.copyOf(lines), Optional.empty());
    }

    private static MeasuredCosts unreadable(Path file) {
        String name = file.getParent().getFileName() + "/" + file.getFileName();
        return new MeasuredCosts(
                List.of(),
                Optional.of(
                        name + " is not the JSON of a measurement, so the report shows no cost of an update: measure"
                                + " again, or remove it"));
    }

    /** Returns why there are no rows, as sentences; empty if there are some. */
    public Optional<String> lack() {
        if (fault.isPresent()) {
            return fault.map(text -> text + ".");
        }
        return lines.isEmpty()
                ? Optional.of("The cost of an update is not shown: there is no runs/microbench.json. "
                        + "mvn verify -Pmicrobench -Dplan=none measures it.")
                : Optional.empty();
    }

    private static boolean isMeasurement(JsonNode benchmark) {
        return benchmark.path("benchmark").isString();
    }

    private static CostLine line(JsonNode benchmark) {
        List<String> names = List.of(benchmark.path("benchmark").asString("").split("\\.", -1));
        String name = String.join(".", names.subList(Math.max(0, names.size() - 2), names.size()));
        List<String> parameters = new ArrayList<>();
        for (var parameter : benchmark.path("params").properties()) {
            parameters.add(parameter.getKey() + " " + parameter.getValue().asString(""));
        }
        JsonNode metric = benchmark.path("primaryMetric");
        return new CostLine(
                name,
                String.join(", ", parameters),
                number(metric.path("score")),
                number(metric.path("scoreError")),
                metric.path("scoreUnit").asString(""));
    }

    /** JMH writes the string "NaN" where one iteration gives no error. */
    private static String number(JsonNode node) {
        return node.isNumber() ? TextFormat.precise(node.asDouble()) : "–";
    }
}
