package org.longspan.reports.page;

import java.util.Optional;

/**
 * A section of the page: it owns its words, its figures and its tables. A figure is a class and a line in its section;
 * a section is a class and a line in {@code Sections}.
 */
public interface Section {

    /** Returns what this section prints of a run, empty where the run has nothing of it. */
    Optional<Part> of(Material material);
}
