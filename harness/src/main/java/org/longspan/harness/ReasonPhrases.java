package org.longspan.harness;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Puts counted reasons into phrases. */
final class ReasonPhrases {

    private static final int LISTED = 5;
    private static final Comparator<Map.Entry<String, Integer>> MOST_FREQUENT_FIRST =
            Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey());

    private ReasonPhrases() {}

    /** Returns {@code 4 because ...} for each of the most frequent reasons, and a phrase for all others. */
    static List<String> of(Map<String, Integer> counts) {
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
