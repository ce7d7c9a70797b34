package org.longspan.reports.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.longspan.reports.figure.TextFormat;
import org.longspan.reports.page.Page.CostLine;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the costs that JMH measured, in the form that JMH writes as JSON. */
public final class MeasuredCosts {

    private MeasuredCosts() {}

    /**
     * Returns the rows of {@code file}, or none if there is no file.
     *
     * @throws UncheckedIOException if it holds something else
     */
    public static List<CostLine> read(Optional<Path> file) {
        List<CostLine> lines = new ArrayList<>();
        file.map(MeasuredCosts::tree).ifPresent(tree -> {
            for (JsonNode benchmark : tree) {
                lines.add(line(benchmark));
            }
        });
        return List.copyOf(lines);
    }

    private static JsonNode tree(Path file) {
        try {
            return JsonMapper.shared().readTree(file);
        } catch (JacksonException e) {
            throw new UncheckedIOException(new IOException(
                    file + " is not the JSON of a measurement, expected what JMH writes: measure again, or remove it",
                    e));
        }
    }

    private static CostLine line(JsonNode benchmark) {
        String[] names = benchmark.path("benchmark").asString("").split("\\.");
        String name = names.length < 2 ? names[0] : names[names.length - 2] + "." + names[names.length - 1];
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
