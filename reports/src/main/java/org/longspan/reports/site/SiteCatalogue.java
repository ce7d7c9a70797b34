package org.longspan.reports.site;

import java.util.List;
import org.longspan.reports.page.Block.Fact;

/**
 * The lists that a plan can name from.
 *
 * @param version of Longspan
 * @param lists each once
 */
public record SiteCatalogue(String version, List<Listed> lists) {

    public SiteCatalogue {
        lists = List.copyOf(lists);
    }

    /** A list: its name, what it is of, and its entries. */
    public record Listed(String name, String introduction, List<Entry> entries) {

        public Listed {
            entries = List.copyOf(entries);
        }

        /** Returns its name as a heading: {@code Momentum schedules}. */
        String title() {
            String words = name.replace('-', ' ');
            return Character.toUpperCase(words.charAt(0)) + words.substring(1);
        }
    }

    /**
     * An entry of a list.
     *
     * @param name as a plan spells it
     * @param summary one sentence
     * @param equation a line for each statement; may be empty
     * @param source citation
     * @param settings each with its default, its values and its meaning
     * @param besides what else is known of it: special cases, kin
     */
    public record Entry(
            String name, String summary, String equation, String source, List<Fact> settings, List<String> besides) {

        public Entry {
            settings = List.copyOf(settings);
            besides = List.copyOf(besides);
        }
    }

    /** How many entries each list has. */
    public Sizes sizes() {
        return new Sizes(
                version,
                lists.stream()
                        .map(list -> new Size(
                                list.name(), list.title(), list.entries().size()))
                        .toList());
    }

    /** What the index says of the catalogue. */
    public record Sizes(String version, List<Size> lists) {

        public Sizes {
            lists = List.copyOf(lists);
        }
    }

    /** A list and the number of its entries. */
    public record Size(String name, String title, int entries) {}
}
