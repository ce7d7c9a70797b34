package org.longspan.reports.site;

/**
 * A comparison of two runs of a site.
 *
 * @param first name of a run
 * @param second name of the run that it is compared with
 * @param says what came out, in a sentence or two
 */
public record SiteComparison(String first, String second, String says) {

    public SiteComparison {
        SitePaths.requireName(first);
        SitePaths.requireName(second);
    }

    /** Returns the name of its page, without ending. */
    public String name() {
        return first + "-" + second;
    }

    /** Returns whether it is of that run. */
    boolean isOf(String run) {
        return first.equals(run) || second.equals(run);
    }
}
