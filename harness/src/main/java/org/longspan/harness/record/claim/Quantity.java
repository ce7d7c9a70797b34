package org.longspan.harness.record.claim;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.longspan.harness.record.ProbeChoice;

/** A number of a run. */
public sealed interface Quantity {

    /** Returns it as a claim names it. */
    String text();

    /** Returns whether runs may rightly lack it. */
    default boolean isConditional() {
        return false;
    }

    /** A number of the run's result. */
    enum OfRun implements Quantity {
        /** S, the share of the budget that was left when the run solved. */
        SCORE,
        /** 1 if it solved, else 0. */
        SOLVED,
        /** What it cost in sequence-forwards until it solved, or to its end. */
        COST,
        /** What an update cost, in gradients of a mini-batch. */
        STEP_COST;

        @Override
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Returns whether more of it is better, so that a side can be better or worse. */
        public boolean isMerit() {
            return this == SCORE || this == SOLVED;
        }
    }

    /**
     * A number that a probe found: {@code log10 of lyapunov.matrices.spectral radius at 0}.
     *
     * @param text as the claim has it
     * @param taking what is taken of the rows of a table, and whether of their logarithm
     * @param probe name of the probe
     * @param table of which {@code number} is a column; empty for a single number
     * @param number name of the number or column
     * @param where values that the columns of a row must have
     * @param moments at which the probe looks, as the plan calls them
     */
    record OfProbe(
            String text,
            Taking taking,
            String probe,
            Optional<String> table,
            String number,
            Map<String, Double> where,
            List<String> moments)
            implements Quantity {

        public OfProbe {
            where = Collections.unmodifiableMap(new TreeMap<>(where));
            moments = List.copyOf(moments);
        }

        /** Runs that solve nothing, meet no cliff or stay finite lack it. */
        @Override
        public boolean isConditional() {
            return moments.contains(ProbeChoice.SOLVED)
                    || Derived.of(this).filter(Derived::isConditional).isPresent();
        }
    }

    /** What is taken of several values. */
    enum Taking {
        /** The median. */
        MEDIAN,
        /** The logarithm to base 10 of the median. */
        LOG10,
        /** The least. */
        LEAST,
        /** The greatest. */
        GREATEST
    }
}
