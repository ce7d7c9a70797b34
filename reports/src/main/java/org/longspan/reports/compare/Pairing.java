package org.longspan.reports.compare;

/** How evaluation runs of two runs are paired. */
public enum Pairing {
    /** Their blocks have equal seeds, so each pair shares its data, its initial weights and its draws. */
    SAME_BLOCKS("same blocks"),
    /** Their blocks have other seeds, so nothing but the problem is shared. */
    INDEPENDENT_BLOCKS("independent blocks"),
    /** Some pairs are of the one kind and some of the other. */
    MIXED("some of the same blocks, some of independent ones");

    private final String words;

    Pairing(String words) {
        this.words = words;
    }

    /** Returns what it is in words. */
    public String words() {
        return words;
    }
}
