package org.longspan.harness.estimate;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.longspan.harness.record.ProblemChoice;

/**
 * How long trials take: what was expected of each kind beforehand, corrected by what trials took. With n trials of a
 * kind that took r times what was expected of them, the next ones are expected to take
 *
 * <pre>  (n r + w q) / (n + w),  w = {@value #WEIGHT},</pre>
 *
 * times as much, where q is the same ratio for all trials of their problem, and for those of all problems together where
 * these are few. So what one optimizer taught about a network serves the others.
 */
public final class TrialTimes {

    /** The number of trials that weigh as much as what is expected without them. */
    static final int WEIGHT = 4;

    private final int trusted;
    private final Map<TrialKind, Kind> kinds = new LinkedHashMap<>();
    private final Map<ProblemChoice, Ratio> problems = new HashMap<>(); // never iterated
    private final Ratio all = new Ratio();

    private static final class Kind {
        final Ratio ratio = new Ratio();
        double expected; // seconds of a trial
        int left;
    }

    /** What trials took over what was expected of them. */
    private static final class Ratio {
        private int trials;
        private double took;
        private double expected;

        void add(double seconds, double beforehand) {
            trials++;
            took += seconds;
            expected += beforehand;
        }

        double with(int weight, double wider) {
            return expected == 0 ? wider : (trials * took / expected + weight * wider) / (trials + weight);
        }
    }

    /**
     * Creates times without any kind.
     *
     * @param trusted the number of trials that weigh as much as what is expected of all kinds together; 0 if only the
     *     ratios of what is expected mean anything, and not its unit
     */
    public TrialTimes(int trusted) {
        this.trusted = trusted;
    }

    /** Adds trials that are still to be run, each of which is expected to take {@code seconds}. */
    public void add(TrialKind kind, int trials, double seconds) {
        Kind times = kinds.computeIfAbsent(kind, any -> new Kind());
        times.expected = seconds;
        times.left += trials;
    }

    /** Takes the time of a trial that has ended. */
    public void took(TrialKind kind, double seconds) {
        Kind times = kinds.get(kind);
        times.left--;
        times.ratio.add(seconds, times.expected);
        problems.computeIfAbsent(kind.problem(), any -> new Ratio()).add(seconds, times.expected);
        all.add(seconds, times.expected);
    }

    /** Notes that {@code trials} of a kind will not run, or have ended without a time that tells anything. */
    public void drop(TrialKind kind, int trials) {
        if (kinds.containsKey(kind)) { // a trial of a skipped cell may fail
            kinds.get(kind).left -= trials;
        }
    }

    /** Returns how long a trial of that kind is expected to take. */
    public double seconds(TrialKind kind) {
        Kind times = kinds.get(kind);
        double ofAll = all.with(trusted, 1);
        Ratio problem = problems.get(kind.problem());
        double ofProblem = problem == null ? ofAll : problem.with(WEIGHT, ofAll);
        return times.expected * times.ratio.with(WEIGHT, ofProblem);
    }

    /** Returns how many trials of that kind are left. */
    public int left(TrialKind kind) {
        return kinds.get(kind).left;
    }

    /** Returns whether enough trials of that kind have ended to know its time from them. */
    boolean isKnown(TrialKind kind) {
        return kinds.get(kind).ratio.trials >= WEIGHT;
    }

    /** Returns how long the trials that are left are expected to take one after the other. */
    public double secondsLeft() {
        double sum = 0;
        for (Map.Entry<TrialKind, Kind> kind : kinds.entrySet()) {
            sum += kind.getValue().left > 0 ? kind.getValue().left * seconds(kind.getKey()) : 0;
        }
        return sum;
    }
}
