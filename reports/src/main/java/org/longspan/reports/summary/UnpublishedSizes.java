package org.longspan.reports.summary;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.longspan.harness.record.Choice;

/**
 * Which optimizers of a run work at another size than they were published with. An optimizer that has sizes has a setting
 * {@code size}, whose value {@code published} says what it is.
 */
public final class UnpublishedSizes {

    private static final String SIZE = "size";
    private static final String PUBLISHED = "published";

    private UnpublishedSizes() {}

    /** Returns what every caption of the run ends with: a sentence an optimizer, or nothing. */
    public static String note(ArrangedRun run) {
        Map<String, String> sizes = new TreeMap<>();
        for (Run one : run.runs()) {
            Choice optimizer = one.trial().optimizer();
            Object size = optimizer.settings().values().getOrDefault(SIZE, PUBLISHED);
            if (!size.equals(PUBLISHED) && !one.skipped()) {
                sizes.put(optimizer.name(), size.toString());
            }
        }
        return sizes.entrySet().stream()
                .map(entry -> " " + entry.getKey() + " runs at its size " + entry.getValue()
                        + ", which is not the published method.")
                .collect(Collectors.joining());
    }
}
