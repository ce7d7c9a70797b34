package org.longspan.reports.phenomena;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.longspan.reports.figure.Figure;
import org.longspan.reports.figure.StandaloneSvg;

/** The pictures of a probed run for the page that explains the probes. */
public final class PhenomenaGuide {

    private static final List<String> SUBJECTS = List.of(
            "unit-cliff",
            "signal-by-lag",
            "curvature-by-lag",
            "lyapunov",
            "gradient-tail",
            "slice",
            "clip-bias",
            "negative-curvature");

    private PhenomenaGuide() {}

    /**
     * Returns the text of each picture by the name of its file; none of a run without looks.
     *
     * @param figures of a page; of a probe that has several, the first counts
     */
    public static Map<String, String> pictures(List<Figure> figures) {
        Map<String, String> pictures = new LinkedHashMap<>();
        for (String subject : SUBJECTS) {
            figures.stream()
                    .filter(figure -> figure.id().equals(subject) || figure.id().startsWith(subject + "-"))
                    .findFirst()
                    .ifPresent(figure -> pictures.put("phenomena-" + subject + ".svg", StandaloneSvg.of(figure)));
        }
        return pictures;
    }
}
