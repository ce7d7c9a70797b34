package org.longspan.microbench.table;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private static final String REFERENCE = "referenceNanoseconds"; // as in Turns of the benchmarks
    private static final String BURST = "burstNanoseconds";
    private static final double PER_NANOSECOND = 1e-3;
    private static final Map<String, Double> MICROSECONDS =
            Map.of("ns/op", PER_NANOSECOND, "us/op", 1.0, "ms/op", 1e3, "s/op", 1e6);

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
     * @param rounds the times of each iteration
     */
    record Measurement(
            String benchmark,
            Map<String, String> parameters,
            double median,
            String unit,
            OptionalDouble allocated,
            Rounds rounds) {

        /** Returns the median in microseconds. */
        double microseconds() {
            if (!MICROSECONDS.containsKey(unit)) {
                throw new IllegalArgumentException(benchmark + " is in " + unit + ", expected a time");
            }
            return median * MICROSECONDS.get(unit);
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
        JsonNode others = result.path("secondaryMetrics");
        JsonNode allocated = others.path("gc.alloc.rate.norm").path("score");
        String unit = metric.path("scoreUnit").asString("");
        return new Measurement(
                names[names.length - 2] + "." + names[names.length - 1],
                parameters,
                median(result.path("mode").asString(""), metric),
                unit,
                allocated.isNumber() ? OptionalDouble.of(allocated.asDouble()) : OptionalDouble.empty(),
                new Rounds(
                        MICROSECONDS.containsKey(unit) ? iterations(metric, MICROSECONDS.get(unit)) : List.of(),
                        turns(others.path(REFERENCE)),
                        turns(others.path(BURST))));
    }

    /** Zeros stand for what took no turns. */
    private static List<Double> turns(JsonNode metric) {
        return iterations(metric, PER_NANOSECOND).stream()
                .filter(time -> time > 0)
                .toList();
    }

    private static List<Double> iterations(JsonNode metric, double factor) {
        List<Double> iterations = new ArrayList<>();
        for (JsonNode fork : metric.path("rawData")) {
            fork.forEach(value -> iterations.add(factor * value.asDouble()));
        }
        return iterations;
    }

    private static double median(String mode, JsonNode metric) {
        if (mode.equals("sample")) {
            return metric.path("scorePercentiles").path("50.0").asDouble();
        }
        return Spread.of(iterations(metric, 1)).map(Spread::median).orElse(Double.NaN);
    }

    /** Returns the measurements of a benchmark, empty if it did not run. */
    List<Measurement> of(String benchmark) {
        return all.stream().filter(m -> m.benchmark().equals(benchmark)).toList();
    }

    /** Returns the measurements of all benchmarks of a class. */
    List<Measurement> ofClass(String name) {
        return all.stream().filter(m -> m.benchmark().startsWith(name + ".")).toList();
    }

    /** Returns the bursts of multiply-adds of all rounds. */
    Rounds bursts() {
        List<Double> bursts =
                all.stream().flatMap(m -> m.rounds().burst().stream()).toList();
        return new Rounds(bursts, List.of(), bursts);
    }

    /** Returns the measurement of a benchmark with the given parameters, if it ran. */
    Optional<Measurement> of(String benchmark, Map<String, String> parameters) {
        return of(benchmark).stream()
                .filter(m -> m.parameters().equals(parameters))
                .findFirst();
    }

    /** Returns the median time of a benchmark with the given parameters in microseconds, if it ran. */
    OptionalDouble microseconds(String benchmark, Map<String, String> parameters) {
        return of(benchmark, parameters).stream()
                .mapToDouble(Measurement::microseconds)
                .findFirst();
    }
}
