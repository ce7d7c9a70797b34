package org.longspan.harness.record;

import java.util.List;

/**
 * How a run wants to be cited, from the head of its plan. No trial depends on it.
 *
 * @param title of the work; empty if none is given
 * @param authors in their order
 * @param doi such as {@code 10.5281/zenodo.1234567}; empty if none is given
 */
public record PlanHead(String title, List<Author> authors, String doi) {

    /** The head of a plan that says nothing of it. */
    public static final PlanHead NONE = new PlanHead("", List.of(), "");

    /**
     * Somebody to be cited.
     *
     * @param name as it is printed: {@code Ada Lovelace}, or {@code Lovelace, Ada}
     * @param affiliation empty if none is given
     */
    public record Author(String name, String affiliation) {}
}
