package org.longspan.task;

/** The quantity that a solved criterion bounds. All are means over fresh sequences; smaller is better. */
public sealed interface Measure {

    /** Returns this quantity, in words that fit before "at most 0.01". */
    String meaning();

    /** The loss. */
    record Loss() implements Measure {
        @Override
        public String meaning() {
            return "loss";
        }
    }

    /**
     * The share of sequences in which any read-out has an output farther than {@code tolerance} from its target.
     */
    record SequencesBeyond(double tolerance) implements Measure {
        public SequencesBeyond {
            if (!(tolerance > 0)) {
                throw new IllegalArgumentException("tolerance is " + tolerance + ", expected a number greater than 0");
            }
        }

        @Override
        public String meaning() {
            return "share of sequences with an error beyond " + tolerance;
        }
    }

    /** The share of sequences with any read-out step whose most active output is not the target class. */
    record SequencesMisclassified() implements Measure {
        @Override
        public String meaning() {
            return "share of sequences with a wrong symbol";
        }
    }

    /** The share of informative read-out steps whose most active output is not the target class. */
    record SymbolsMisclassified() implements Measure {
        @Override
        public String meaning() {
            return "share of wrong symbols among those that carry information";
        }
    }
}
