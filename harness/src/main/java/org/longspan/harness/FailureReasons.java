package org.longspan.harness;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Why trials of a run failed.
 *
 * @param counts number of failed trials for each reason
 * @param traces the file with the first stack trace of each reason; empty if none failed, or if it cannot be written
 */
public record FailureReasons(Map<String, Integer> counts, Optional<Path> traces) {

    /** No trial failed. */
    public static final FailureReasons NONE = new FailureReasons(Map.of(), Optional.empty());

    public FailureReasons {
        counts = Collections.unmodifiableMap(new TreeMap<>(counts));
    }

    /** Returns one phrase for each of the most frequent reasons, the most frequent first, and one for all others. */
    public List<String> phrases() {
        return ReasonPhrases.of(counts);
    }
}
