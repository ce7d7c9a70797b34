package org.longspan.reports.phenomena;

import java.util.Locale;

/** Ids of figures, unique among tasks and lengths. */
final class FigureId {

    private FigureId() {}

    /** Returns the id of a probe's figure of one task and length. */
    static String of(String probe, String on) {
        return (probe + "-" + on)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("-$", "");
    }
}
