package org.longspan.harness.record.claim;

import java.util.List;

/**
 * A sentence that runs can answer.
 *
 * @param id by which commands name it
 * @param says the sentence
 * @param source who says so, and where
 * @param note what a reader must know of how it is asked; empty if nothing
 * @param checked what was checked where the runs refute it, written after them; empty if nothing
 * @param parts what is compared; the claim is supported if every part is that decides
 */
public record Claim(String id, String says, String source, String note, String checked, List<Part> parts) {

    public Claim {
        parts = List.copyOf(parts);
    }

    /**
     * A comparison and what it is expected to say.
     *
     * @param says what it asks
     * @param compare what is compared
     * @param endpoint the number of each run
     * @param expect where the number is expected
     * @param aside whether it is said beside the claim and decides nothing
     */
    public record Part(String says, Comparison compare, Quantity endpoint, Expectation expect, boolean aside) {}

    /** Returns the plans that it needs, each once, in the order of the parts. */
    public List<String> plans() {
        return parts.stream()
                .flatMap(part -> part.compare().sides().stream())
                .map(Side::plan)
                .distinct()
                .toList();
    }

    /** Returns the parts that decide. */
    public List<Part> deciding() {
        return parts.stream().filter(part -> !part.aside()).toList();
    }
}
