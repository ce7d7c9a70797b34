package org.longspan.microbench.table;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The measurements of one JMH run, read from its JSON file.
 *
 * @param all in the order of the run
 * @param virtualMachine name and version of the virtual machine
 */
record Measurements(List<Measurement> all, String virtualMachine) {

    Measurements {
        all = List.copyOf(all);
    }

    /**
     * One benchmark with one set of parameters.
     *
     * @param benchmark class and method, such as {@code TrainingStepBenchmark.step}
     * @param parameters by name
     * @param median of single invocations if JMH sampled them, otherwise of iterations
     * @param unit of the median, such as {@code us/op}
     * @param allocated bytes per operation, empty without a profiler
     */
    record Measurement(
            String benchmark, Map<String, String> parameters, double median, String unit, OptionalDouble allocated) {

        /** Returns the median in microseconds. */
        double microseconds() {
            return switch (unit) {
                case "ns/op" -> median / 1e3;
                case "us/op" -> median;
                case "ms/op" -> median * 1e3;
                case "s/op" -> median * 1e6;
                default -> throw new IllegalArgumentException(benchmark + " is in " + unit + ", expected a time");
            };
        }
    }

    /** Reads a file written by {@code -rf json}. */
    static Measurements read(Path file) {
        List<Measurement> all = new ArrayList<>();
        String virtualMachine = "";
        for (JsonNode result : JsonMapper.shared().readTree(file)) {
            all.add(measurement(result));
            virtualMachine = result.path("vmName").asString("") + " "
                    + result.path("vmVersion").asString("");
        }
        return new Measurements(all, virtualMachine);
    }

    private static Measurement measurement(JsonNode result) {
        String[] names = result.path("benchmark").asString("").split("\\.");
        Map<String, String> parameters = new LinkedHashMap<>();
        result.path("params")
                .properties()
                .forEach(p -> parameters.put(p.getKey(), p.getValue().asString()));
        JsonNode metric = result.path("primaryMetric");
        JsonNode allocated =
                result.path("secondaryMetrics").path("gc.alloc.rate.norm").path("score");
        return new Measurement(
                names[names.length - 2] + "." + names[names.length - 1],
                parameters,
                median(result.path("mode").asString(""), metric),
                metric.path("scoreUnit").asString(""),
                allocated.isNumber() ? OptionalDouble.of(allocated.asDouble()) : OptionalDouble.empty());
    }

    private static double median(String mode, JsonNode metric) {
        if (mode.equals("sample")) {
            return metric.path("scorePercentiles").path("50.0").asDouble();
        }
        List<Double> iterations = new ArrayList<>();
        for (JsonNode fork : metric.path("rawData")) {
            fork.forEach(value -> iterations.add(value.asDouble()));
        }
        double[] sorted = iterations.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** Returns the measurements of a benchmark, empty if it did not run. */
    List<Measurement> of(String benchmark) {
        return all.stream().filter(m -> m.benchmark().equals(benchmark)).toList();
    }

    /** Returns the measurements of all benchmarks of a class. */
    List<Measurement> ofClass(String name) {
        return all.stream().filter(m -> m.benchmark().startsWith(name + ".")).toList();
    }

    /** Returns the median time of a benchmark with the given parameters in microseconds, if it ran. */
    OptionalDouble microseconds(String benchmark, Map<String, String> parameters) {
        return of(benchmark).stream()
                .filter(m -> m.parameters().equals(parameters))
                .mapToDouble(Measurement::microseconds)
                .findFirst();
    }
}
