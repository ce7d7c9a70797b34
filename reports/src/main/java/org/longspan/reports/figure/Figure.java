package org.longspan.reports.figure;

import java.util.List;

/**
 * A figure, ready for the page.
 *
 * @param id unique in the page
 * @param title a few words
 * @param svg the picture
 * @param caption what it shows, with the actual numbers
 * @param howToRead a paragraph each
 * @param csv its numbers
 */
public record Figure(String id, String title, String svg, String caption, List<String> howToRead, String csv) {

    /** Returns this figure with {@code note}, sentences that begin with a space or nothing, behind its caption. */
    public Figure noting(String note) {
        return new Figure(id, title, svg, caption + note, howToRead, csv);
    }

    /**
     * Returns the numbers as they stand in a script element, which a name with {@code </script} or {@code <!--} would
     * end or prolong. The page's script undoes it.
     */
    public String embeddedCsv() {
        return csv.replace("&", "&amp;").replace("<", "&lt;");
    }
}
