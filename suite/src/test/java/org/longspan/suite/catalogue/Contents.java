package org.longspan.suite.catalogue;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/**
 * The table of contents of {@code docs/catalogue.md}: one line per list, with a link to each of its entries. Anchors
 * follow GitHub's rule for headings: lower case, a hyphen for each space, and a number from the second heading with the
 * same text on, such as {@code none} among the clippings and the regularizers.
 */
final class Contents {

    private final Map<String, Integer> headings = new HashMap<>(); // uses of each anchor; never iterated

    /** Returns the lines; the page's headings must follow in this order. */
    static String of(List<Section> sections) {
        Contents contents = new Contents();
        StringBuilder lines = new StringBuilder();
        sections.forEach(section -> lines.append(contents.line(section)));
        return lines.toString();
    }

    private String line(Section section) {
        String title = link(CataloguePage.title(section), CataloguePage.title(section));
        StringJoiner items = new StringJoiner(", ");
        section.items().forEach(item -> items.add(link("`" + item.name() + "`", item.name())));
        return "- " + title + ": " + items + "\n";
    }

    private String link(String text, String heading) {
        String anchor = heading.toLowerCase(Locale.ROOT).replace(' ', '-');
        int before = headings.merge(anchor, 1, Integer::sum) - 1;
        return "[" + text + "](#" + anchor + (before == 0 ? "" : "-" + before) + ")";
    }
}
