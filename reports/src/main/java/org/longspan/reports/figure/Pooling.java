package org.longspan.reports.figure;

import java.util.ArrayList;
import java.util.List;
import org.longspan.reports.summary.ArrangedRun;

/** Says over what a share was pooled, and nothing where there is nothing to pool. */
public final class Pooling {

    private Pooling() {}

    /** Returns {@code , all optimizers and schemes pooled}, of those two what the run has more than one of. */
    public static String arms(ArrangedRun run) {
        return said(several(run));
    }

    /**
     * Returns how the runs without clipping and those with it are marked, as far as the run has them: {@code without
     * clipping (ring) and with it (disc, all 5 schemes pooled)}.
     */
    static String marks(ArrangedRun run, String bare, String clipped) {
        List<String> schemes = schemes(run);
        String with =
                clipped + ", " + (schemes.size() == 1 ? schemes.get(0) : "all " + schemes.size() + " schemes pooled");
        if (schemes.isEmpty()) {
            return "all without clipping (" + bare + ")";
        }
        return run.unclipped().isPresent()
                ? "without clipping (" + bare + ") and with it (" + with + ")"
                : "all with clipping (" + with + ")";
    }

    /** Returns the clipping schemes that do something. */
    static List<String> schemes(ArrangedRun run) {
        return run.clippings().stream().filter(run::clips).toList();
    }

    private static List<String> several(ArrangedRun run) {
        List<String> several = new ArrayList<>();
        if (run.optimizers().size() > 1) {
            several.add("optimizers");
        }
        if (schemes(run).size() > 1) {
            several.add("schemes");
        }
        return several;
    }

    private static String said(List<String> several) {
        int last = several.size() - 1;
        if (last < 0) {
            return "";
        }
        String before = String.join(", ", several.subList(0, last));
        return ", all " + (last == 0 ? "" : before + " and ") + several.get(last) + " pooled";
    }
}
