package org.longspan.reports.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.Trial;
import org.longspan.harness.record.TrialId;
import org.longspan.reports.summary.Arm;

/**
 * The trials that two runs both have: an id names everything that determines a result, so on any machine equal code must
 * give equal bits.
 *
 * @param counts how many there are, and how many of them agree
 * @param baseSeconds core-seconds that the base took for those whose results are equal
 * @param otherSeconds core-seconds that the other run took for them
 * @param arms every arm with such trials, those that differ first in front, the others by name
 */
public record SharedTrials(Counts counts, double baseSeconds, double otherSeconds, List<ArmTrials> arms) {

    /**
     * Numbers of trials that both runs have.
     *
     * @param equal made by equal code, with equal results
     * @param equalOfOtherCode made by other code, with equal results all the same
     * @param differ made by equal code, with results that differ: a machine computes other bits, or a file is damaged
     * @param differOfOtherCode made by other code, with results that differ
     */
    public record Counts(int equal, int equalOfOtherCode, int differ, int differOfOtherCode) {

        /** Returns the number of all of them. */
        public int shared() {
            return equalInAll() + differing();
        }

        /** Returns the number of those whose results are equal. */
        public int equalInAll() {
            return equal + equalOfOtherCode;
        }

        /** Returns the number of those whose results differ. */
        public int differing() {
            return differ + differOfOtherCode;
        }
    }

    /**
     * The trials of an arm that both runs have.
     *
     * @param arm as both runs name it
     * @param shared number of them
     * @param differing number of those whose results differ
     * @param first the one that differs after the fewest updates; empty if none differs
     */
    public record ArmTrials(Arm arm, int shared, int differing, Optional<FirstTrial> first) {}

    /**
     * The trial of an arm whose results part after the fewest updates.
     *
     * @param id of the trial
     * @param trial the trial
     * @param where they part
     */
    public record FirstTrial(TrialId id, Trial trial, FirstDifference where) {}

    public SharedTrials {
        arms = List.copyOf(arms);
    }

    /** Returns the arms with trials that differ, those that differ first in front. */
    public List<ArmTrials> differing() {
        return arms.stream().filter(arm -> arm.differing() > 0).toList();
    }

    /** Compares the results of the base with those of another run, one after the other. */
    static final class Reading {

        private final RunSource other;
        private final Map<Arm, ArmTrials> arms = new LinkedHashMap<>();
        private int equal;
        private int equalOfOtherCode;
        private int differ;
        private int differOfOtherCode;
        private double baseSeconds;
        private double otherSeconds;

        Reading(RunSource other) {
            this.other = other;
        }

        void take(StoredResult base) {
            other.find(base.id()).ifPresent(found -> compare(base, found));
        }

        private void compare(StoredResult base, StoredResult found) {
            boolean sameCode = base.code().equals(found.code());
            boolean sameResult = base.result().equals(found.result());
            equal += sameCode && sameResult ? 1 : 0;
            equalOfOtherCode += !sameCode && sameResult ? 1 : 0;
            differ += sameCode && !sameResult ? 1 : 0;
            differOfOtherCode += !sameCode && !sameResult ? 1 : 0;
            boolean ran = !(base.result().outcome() instanceof Outcome.Skipped);
            if (sameResult && ran && base.circumstances() != null && found.circumstances() != null) {
                baseSeconds += base.circumstances().seconds();
                otherSeconds += found.circumstances().seconds();
            }
            Trial trial = base.trial();
            Arm arm = new Arm(trial.optimizer().name(), trial.clipping().name());
            Optional<FirstTrial> first = sameResult
                    ? Optional.empty()
                    : Optional.of(new FirstTrial(base.id(), trial, FirstDifference.of(base, found)));
            arms.merge(arm, new ArmTrials(arm, 1, sameResult ? 0 : 1, first), Reading::together);
        }

        /** Of two trials that part at once the one that was read first stays. */
        private static ArmTrials together(ArmTrials one, ArmTrials more) {
            boolean earlier = more.first().isPresent() && updates(more) < updates(one);
            return new ArmTrials(
                    one.arm(),
                    one.shared() + more.shared(),
                    one.differing() + more.differing(),
                    earlier ? more.first() : one.first());
        }

        private static long updates(ArmTrials arm) {
            return arm.first().map(first -> first.where().updates()).orElse(Long.MAX_VALUE);
        }

        SharedTrials end() {
            List<ArmTrials> sorted = new ArrayList<>(arms.values());
            sorted.sort(Comparator.comparingLong(Reading::updates)
                    .thenComparing(arm -> arm.arm().toString()));
            return new SharedTrials(
                    new Counts(equal, equalOfOtherCode, differ, differOfOtherCode), baseSeconds, otherSeconds, sorted);
        }
    }
}
