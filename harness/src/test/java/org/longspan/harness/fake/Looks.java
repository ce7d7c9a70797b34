package org.longspan.harness.fake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.longspan.harness.record.ProbeFinding;
import org.longspan.harness.record.ProbeLook;

/** Made-up looks of probes. */
public final class Looks {

    private Looks() {}

    /** Returns a look that measured {@code value}, with a table whose columns are not in the order of the alphabet. */
    public static ProbeLook measured(String probe, String moment, double value) {
        Map<String, List<Double>> columns = new LinkedHashMap<>();
        columns.put("lag", List.of(0.0, 1.0, 2.0));
        columns.put("decay", List.of(value, Double.NaN, Double.POSITIVE_INFINITY));
        ProbeFinding.Measured finding = new ProbeFinding.Measured(
                Map.of("slope", value, "horizon", Double.NaN),
                List.of(new ProbeFinding.Table("signal", columns)),
                List.of("no gradient at lag 2"));
        return new ProbeLook(probe, moment, 40, finding, 0.25);
    }

    /** Returns a look that broke off. */
    public static ProbeLook failed(String probe, String moment) {
        return new ProbeLook(probe, moment, 40, new ProbeFinding.Failed("out of luck"), 0.25);
    }
}
