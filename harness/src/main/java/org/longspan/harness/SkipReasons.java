package org.longspan.harness;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Numbers of skipped trials by reason.
 *
 * @param counts number of skipped trials for each reason
 */
public record SkipReasons(Map<String, Integer> counts) {

    private static final int LISTED = 5;
    private static final Comparator<Map.Entry<String, Integer>> MOST_FREQUENT_FIRST =
            Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey());

    public SkipReasons {
        counts = Collections.unmodifiableMap(new TreeMap<>(counts));
    }

    /** Returns the number of skipped trials. */
    public int trials() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Returns one phrase for each of the most frequent reasons, the most frequent first, and one for all others. */
    public List<String> phrases() {
        Stream<String> first = counts.entrySet().stream()
                .sorted(MOST_FREQUENT_FIRST)
                .limit(LISTED)
                .map(reason -> reason.getValue() + " because " + reason.getKey());
        int more = counts.size() - LISTED;
        Stream<String> rest = more > 0
                ? Stream.of("others for " + more + (more == 1 ? " more reason" : " more reasons"))
                : Stream.of();
        return Stream.concat(first, rest).toList();
    }
}
