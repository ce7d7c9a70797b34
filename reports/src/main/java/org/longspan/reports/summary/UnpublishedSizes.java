package org.longspan.reports.summary;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.longspan.harness.record.Choice;
import org.longspan.numerics.catalogue.PublishedSize;

/**
 * Which optimizers of a run work at another size than they were published with, according to their setting
 * {@link PublishedSize}.
 */
public final class UnpublishedSizes {

    private UnpublishedSizes() {}

    /** Returns what every caption of the run ends with: a sentence an optimizer, or nothing. */
    public static String note(ArrangedRun run) {
        Map<String, String> sizes = new TreeMap<>();
        for (Run one : run.runs()) {
            Choice optimizer = one.trial().optimizer();
            Object size = optimizer.settings().values().getOrDefault(PublishedSize.SETTING, PublishedSize.PUBLISHED);
            if (!size.equals(PublishedSize.PUBLISHED) && !one.skipped()) {
                sizes.put(optimizer.name(), size.toString());
            }
        }
        return sizes.entrySet().stream()
                .map(entry -> " " + entry.getKey() + " runs at its size " + entry.getValue()
                        + ", which is not the published method.")
                .collect(Collectors.joining());
    }
}
