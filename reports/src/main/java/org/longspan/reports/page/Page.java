package org.longspan.reports.page;

import java.util.List;
import java.util.Map;
import org.longspan.reports.finding.Answer;

/**
 * All that the template prints.
 *
 * @param head the page's title and whose it is
 * @param answers what the run says, in sentences
 * @param opening stands beside the answers
 * @param parts the sections
 * @param names of the figures, by id: {@code Figure 3}
 * @param shows names of the first figures of sections and headings, by id
 * @param data what the script draws rows and filters from, as JSON
 * @param assets style and script
 */
public record Page(
        Head head,
        List<Answer> answers,
        List<Block> opening,
        List<Part> parts,
        Map<String, String> names,
        Map<String, String> shows,
        String data,
        Assets assets) {

    /**
     * The top of the page.
     *
     * @param plan name of the plan
     * @param title what the run asks
     * @param byline who made it, perhaps nobody
     * @param headline what came out, in a sentence a task
     */
    public record Head(String plan, String title, String byline, String headline) {}

    /** Styles of figures and of the page, and the script. */
    public record Assets(String figureStyle, String pageStyle, String script) {}
}
