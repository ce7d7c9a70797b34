package org.longspan.reports.page;

import java.util.List;
import java.util.Map;

/**
 * All that the template prints.
 *
 * @param head the page's title and whose it is
 * @param said what came out, in sentences
 * @param opening stands below the sentences
 * @param parts the sections
 * @param names of the figures, by id: {@code Figure 3}
 * @param shows names of figures, and of the first figures of sections and headings, by id
 * @param data what the script draws rows and filters from, as JSON
 * @param assets style and script
 */
public record Page(
        Head head,
        Said said,
        List<Block> opening,
        List<Part> parts,
        Map<String, String> names,
        Map<String, String> shows,
        String data,
        Assets assets) {

    /**
     * The top of the page, and its last line.
     *
     * @param plan name of the plan
     * @param kicker what kind of page it is
     * @param title what the run asks
     * @param byline who made it, perhaps nobody
     * @param foot how it was made
     */
    public record Head(String plan, String kicker, String title, String byline, String foot) {}

    /**
     * What came out, in sentences; each part may be missing.
     *
     * @param headline in large letters
     * @param notice what should be known before one reads on
     * @param title above the replies
     * @param lede between that title and them
     * @param replies side by side
     */
    public record Said(String headline, String notice, String title, String lede, List<Reply> replies) {

        public Said {
            replies = List.copyOf(replies);
        }
    }

    /** A question, its answer, and the id of the figure, the heading or the section that shows it. */
    public record Reply(String question, String text, String shownBy) {}

    /** Styles of figures and of the page, and the script. */
    public record Assets(String figureStyle, String pageStyle, String script) {}
}
