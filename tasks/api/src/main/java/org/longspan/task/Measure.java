package org.longspan.task;

/** What a solved criterion bounds. All are means over fresh sequences; smaller is better. */
public sealed interface Measure {

    /** The loss. */
    record Loss() implements Measure {}

    /**
     * The share of sequences with any read-out of which any output is farther than {@code tolerance} from its
     * target.
     */
    record SequencesBeyond(double tolerance) implements Measure {}

    /** The share of sequences with any read-out step whose most active output is not the target class. */
    record SequencesMisclassified() implements Measure {}

    /** The share of read-out steps, of those that carry information, whose most active output is not the target class. */
    record SymbolsMisclassified() implements Measure {}
}
