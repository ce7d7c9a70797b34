package org.longspan.reports.page;

import java.util.List;

/**
 * A section of the page as it is printed.
 *
 * @param id of its heading
 * @param nav its name in the list of contents
 * @param title its heading
 * @param blocks its content
 */
public record Part(String id, String nav, String title, List<Block> blocks) {

    public Part {
        blocks = List.copyOf(blocks);
    }
}
