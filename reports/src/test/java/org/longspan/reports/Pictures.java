package org.longspan.reports;

import java.util.List;
import org.longspan.harness.record.StoredResult;
import org.longspan.reports.figure.Figure;
import org.longspan.reports.finding.Conclusions;
import org.longspan.reports.finding.Findings;
import org.longspan.reports.summary.ArrangedRun;

/** Reads figures: their numbers, and whether their words can be read. */
public final class Pictures {

    private Pictures() {}

    static Conclusions conclusions(SyntheticRun run) {
        return conclusions(run, run.results());
    }

    /** Returns what {@code results}, some of those of {@code run}, allow to be said. */
    static Conclusions conclusions(SyntheticRun run, List<StoredResult> results) {
        return findings(ArrangedRun.of(run.manifest(), results)).conclusions();
    }

    /** What follows from a run; its digest is made up. */
    static Findings findings(ArrangedRun run) {
        return Findings.of(run, List.of(), "0".repeat(64));
    }

    /** Returns the fields of each row below the header; none of them holds a comma. */
    public static List<String[]> rows(Figure figure) {
        return figure.csv().lines().skip(1).map(line -> line.split(",", -1)).toList();
    }

    /** Returns every word that leaves the picture or stands on another one. */
    public static List<String> illegible(Figure figure) {
        return PictureWords.illegible(figure.svg());
    }
}
