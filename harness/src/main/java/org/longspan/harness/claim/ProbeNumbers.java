package org.longspan.harness.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.longspan.harness.record.claim.Derived;
import org.longspan.probes.ClipBias;

/**
 * What probes find, by name, so that a claim that names something else is refused before anything runs. A test compares
 * it with what they do find.
 */
public final class ProbeNumbers {

    private static final List<String> BY_LAG = List.of("lag", "samples", "lower", "median", "upper");

    private static final Map<String, List<String>> NUMBERS = Map.of(
            "signal-by-lag", List.of("signal slope", "signal horizon", "jacobian slope", "jacobian horizon", "floor"),
            "curvature-by-lag",
                    List.of(
                            "exponent hessian",
                            "exponent gauss-newton",
                            "signal slope",
                            "hessian slope",
                            "gauss-newton slope",
                            "signal span"),
            "lyapunov", List.of("exponent lower", "exponent", "exponent upper"),
            "clip-bias", List.of("gradient norm"),
            "negative-curvature",
                    List.of(
                            "loss",
                            "gradient norm",
                            "greatest",
                            "least",
                            "least over greatest",
                            "share negative",
                            "curvature below zero"),
            "gradient-tail",
                    List.of(
                            "norm lower",
                            "norm median",
                            "norm upper",
                            "greatest over median",
                            "tail index",
                            "tail index of 2.5 percent",
                            "tail index of 10 percent",
                            "cliffs",
                            "not finite",
                            "share that raise their loss"));

    private static final Map<String, Map<String, List<String>>> TABLES = Map.of(
            "signal-by-lag",
                    Map.of(
                            "signal",
                            BY_LAG,
                            "jacobian",
                            BY_LAG,
                            "signal layer0.h",
                            BY_LAG,
                            "signal layer0.inner",
                            BY_LAG),
            "curvature-by-lag",
                    Map.of(
                            "curvature",
                            List.of("lag", "samples", "signal", "hessian", "gauss-newton", "share negative"),
                            "norm",
                            BY_LAG),
            "lyapunov",
                    Map.of(
                            "exponents",
                            List.of("exponent"),
                            "matrices",
                            List.of("layer", "map", "spectral radius", "largest singular value")),
            "negative-curvature", Map.of("spectrum", List.of("ritz value", "weight")),
            "gradient-tail",
                    Map.of(
                            "updates",
                            List.of(
                                    "update",
                                    "gradient norm",
                                    "update norm",
                                    "loss before",
                                    "loss after",
                                    "trailing median",
                                    "cliff"),
                            "steps",
                            List.of(
                                    "update",
                                    "gradient norm",
                                    "kind",
                                    "batch loss before",
                                    "batch loss",
                                    "validation loss")));

    private static final String CLIP_BIAS = "clip-bias";

    private ProbeNumbers() {}

    /** Returns the probes that find numbers. */
    public static List<String> probes() {
        return List.copyOf(new TreeMap<>(NUMBERS).keySet());
    }

    /** Returns the single numbers of {@code probe}, and those that follow from it. */
    public static List<String> numbers(String probe) {
        List<String> all = new ArrayList<>(NUMBERS.get(probe));
        all.addAll(Derived.of(probe));
        return all;
    }

    /** Returns the tables of {@code probe} with their columns; {@code clippings} are those of the plan. */
    public static Map<String, List<String>> tables(String probe, List<String> clippings) {
        if (probe.equals(CLIP_BIAS)) {
            Map<String, List<String>> tables = new TreeMap<>();
            clippings.forEach(clipping -> tables.put(clipping, ClipBias.COLUMNS));
            return tables;
        }
        return new TreeMap<>(Optional.ofNullable(TABLES.get(probe)).orElse(Map.of()));
    }
}
