package org.longspan.harness.status;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.longspan.harness.estimate.TrialKind;
import org.longspan.harness.estimate.TrialTimes;
import org.longspan.harness.record.ProblemChoice;
import org.longspan.harness.run.Machine;

/**
 * How fast a run goes, by its last results on whatever machines.
 *
 * @param results that it is known from
 * @param perHour trials an hour while any was running; 0 if that is not known
 * @param atATime seconds that trials took over seconds that passed: about the number of threads
 * @param latest end of the last trial; empty if none has run
 * @param coreSecondsLeft what the trials that are left take one after the other; empty if that is not known
 * @param unseen problems with trials left of which none has ended, so that their time is but a guess
 */
public record Pace(
        int results,
        double perHour,
        double atATime,
        Optional<Instant> latest,
        OptionalDouble coreSecondsLeft,
        int unseen) {

    /** Results that tell how fast a run goes now. */
    private static final int LAST = 100;

    /** Fewer trials tell nothing. */
    private static final int FEWEST = 4;

    /** Starts are stored in whole seconds, so a trial may have begun almost one later. */
    private static final long RESOLUTION = 1000;

    /** Returns the pace of a run with these results and what is left. */
    static Pace of(Collection<Ended> results, Work work) {
        List<Ended> timed = results.stream()
                .filter(Ended::tells)
                .sorted(Comparator.comparingLong(Ended::end))
                .toList();
        if (timed.isEmpty()) {
            return new Pace(0, 0, 0, Optional.empty(), OptionalDouble.empty(), 0);
        }
        Ended last = timed.get(timed.size() - 1);
        List<Ended> recent = timed.subList(Math.max(0, timed.size() - LAST), timed.size());
        Set<Machine> machines = new HashSet<>(); // never iterated
        recent.forEach(one -> machines.add(one.machine()));
        List<Ended> alike =
                timed.stream().filter(one -> machines.contains(one.machine())).toList();
        double busy = busySeconds(recent);
        boolean known = recent.size() >= FEWEST;
        double took = recent.stream().mapToDouble(Ended::seconds).sum();
        return new Pace(
                recent.size(),
                known ? 3600 * recent.size() / busy : 0,
                known ? took / busy : 0,
                Optional.of(Instant.ofEpochMilli(last.end())),
                known ? OptionalDouble.of(secondsLeft(alike, work)) : OptionalDouble.empty(),
                unseen(alike, work));
    }

    /** Returns the time during which at least one of the trials was running, pauses between two runs left out. */
    private static double busySeconds(List<Ended> trials) {
        List<Ended> byBegin =
                trials.stream().sorted(Comparator.comparingLong(Ended::begin)).toList();
        long busy = 0;
        long until = Long.MIN_VALUE;
        for (Ended one : byBegin) {
            long end = one.end() + RESOLUTION;
            busy += Math.max(0, end - Math.max(until, one.begin()));
            until = Math.max(until, end);
        }
        return busy / 1000.0;
    }

    /**
     * Returns what the trials that are left take, each kind by its trials so far. Before that a trial is guessed to
     * take as its steps and weights do, which the results then correct.
     */
    private static double secondsLeft(List<Ended> ended, Work work) {
        TrialTimes times = new TrialTimes(0);
        work.left().forEach((kind, count) -> times.add(kind, count, size(kind.problem())));
        for (Ended one : ended) {
            TrialKind kind = one.arm().kind();
            times.add(kind, 1, size(kind.problem()));
            times.took(kind, one.seconds());
        }
        int counted = work.left().values().stream().mapToInt(Integer::intValue).sum();
        return counted == 0 ? 0 : times.secondsLeft() * work.remaining() / counted;
    }

    private static double size(ProblemChoice problem) {
        double width = problem.model().hidden();
        return (double) problem.task().length() * problem.model().layers() * width * width;
    }

    private static int unseen(List<Ended> ended, Work work) {
        Set<ProblemChoice> seen = new HashSet<>(); // never iterated
        ended.forEach(one -> seen.add(one.arm().problem()));
        Set<ProblemChoice> unseen = new HashSet<>(); // never iterated
        for (Map.Entry<TrialKind, Integer> kind : work.left().entrySet()) {
            if (!seen.contains(kind.getKey().problem())) {
                unseen.add(kind.getKey().problem());
            }
        }
        return unseen.size();
    }

    /** Returns the wall time left at this pace; empty if it is not known. */
    public OptionalDouble secondsLeft() {
        return coreSecondsLeft.isPresent() && atATime > 0
                ? OptionalDouble.of(coreSecondsLeft.getAsDouble() / atATime)
                : OptionalDouble.empty();
    }
}
