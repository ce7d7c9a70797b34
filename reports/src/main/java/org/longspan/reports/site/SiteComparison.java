package org.longspan.reports.site;

import java.util.List;

/**
 * A comparison of runs of a site.
 *
 * @param runs their names, at least two; the first is the base, which the others are held against
 * @param says what came out, in sentences
 */
public record SiteComparison(List<String> runs, String says) {

    public SiteComparison {
        if (runs == null || runs.size() < 2) {
            throw new IllegalArgumentException("comparison of " + runs + ", expected two runs or more");
        }
        runs.forEach(SitePaths::requireName);
        runs = List.copyOf(runs);
    }

    /** Returns the name of its page, without ending. */
    public String name() {
        return String.join("-", runs);
    }

    /** Returns its title: the runs against the base. */
    public String title() {
        return String.join(", ", runs.subList(1, runs.size())) + " against " + runs.get(0);
    }

    /** Returns whether it is of that run. */
    boolean isOf(String run) {
        return runs.contains(run);
    }
}
