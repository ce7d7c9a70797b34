package org.longspan.harness;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Numbers of skipped trials by reason.
 *
 * @param counts number of skipped trials for each reason
 */
public record SkipReasons(Map<String, Integer> counts) {

    public SkipReasons {
        counts = Collections.unmodifiableMap(new TreeMap<>(counts));
    }

    /** Returns the number of skipped trials. */
    public int trials() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Returns one phrase for each of the most frequent reasons, the most frequent first, and one for all others. */
    public List<String> phrases() {
        return ReasonPhrases.of(together());
    }

    /** Returns the counts of reasons, where those that differ in one name only are put together. */
    public Map<String, Integer> together() {
        return AlikeReasons.together(counts);
    }
}
