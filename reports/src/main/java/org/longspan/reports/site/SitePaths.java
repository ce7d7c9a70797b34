package org.longspan.reports.site;

import java.util.List;
import java.util.regex.Pattern;
import org.longspan.reports.Report;

/** Where the pages of a site lie, as paths below its folder. A page that has been published keeps its place. */
public final class SitePaths {

    /** The page that leads to all others. */
    public static final String INDEX = "index.html";

    /** The state of the site. */
    public static final String STATE = "site.json";

    /** The page of all lists that a plan can name from. */
    public static final String CATALOGUE = "catalogue.html";

    /** The page of the claims. */
    public static final String CLAIMS = "claims.html";

    /** The claims for programs. */
    public static final String CLAIMS_JSON = "claims.json";

    /** What the claims of a site are called where they are removed. */
    public static final String CLAIMS_NAME = "claims";

    /** The folder that holds a folder for each run. */
    public static final String RUNS = "runs";

    /** In the folder of a run: what is needed to check it. */
    public static final String ARCHIVE = "run.zip";

    /** The folder of comparisons. */
    public static final String COMPARISONS = "comparisons";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    private SitePaths() {}

    /** Returns the path of a file of a run. */
    public static String ofRun(String run, String file) {
        return RUNS + "/" + run + "/" + file;
    }

    /** Returns the path of the page of a comparison. */
    public static String ofComparison(String name) {
        return COMPARISONS + "/" + name + ".html";
    }

    /** Returns the path of a comparison for programs. */
    public static String jsonOfComparison(String name) {
        return COMPARISONS + "/" + name + ".json";
    }

    static List<String> ofRun(String run) {
        return List.of(ofRun(run, Report.HTML), ofRun(run, Report.JSON), ofRun(run, ARCHIVE));
    }

    /** Refuses a name that could lead out of its folder. */
    static void requireName(String name) {
        if (name == null || !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "name " + name + ", expected letters, digits and . _ - behind a letter or a digit");
        }
    }
}
