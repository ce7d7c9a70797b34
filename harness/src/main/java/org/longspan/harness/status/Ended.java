package org.longspan.harness.status;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.longspan.harness.record.Circumstances;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.Replicate;
import org.longspan.harness.record.TimedResult;
import org.longspan.harness.run.Machine;

/**
 * A trial that has ended.
 *
 * @param arm that it belongs to
 * @param block its number
 * @param phase what it was for
 * @param kind how it ended
 * @param machine that ran it
 * @param begin in milliseconds since 1970, a whole second; 0 if that is unknown
 * @param seconds that it took
 */
record Ended(
        ArmOfProblem arm, int block, Replicate.Phase phase, Kind kind, Machine machine, long begin, double seconds) {

    /** How a trial ended. */
    enum Kind {
        SOLVED,
        BUDGET_SPENT,
        DIVERGED,
        SKIPPED,
        FAILED
    }

    /** Returns whether its time tells how long others take. */
    boolean tells() {
        return kind != Kind.SKIPPED && kind != Kind.FAILED && begin > 0;
    }

    /** Returns the end in milliseconds since 1970. */
    long end() {
        return begin + Math.round(1000 * seconds);
    }

    /** Makes trials that have ended out of results, with one instance of each arm and machine. */
    static final class Reader {

        private final Map<Object, Object> instances = new HashMap<>(); // never iterated

        Ended read(TimedResult result) {
            Circumstances at = result.circumstances();
            return new Ended(
                    one(ArmOfProblem.of(result.trial())),
                    result.trial().replicate().block(),
                    result.trial().replicate().phase(),
                    kind(result.outcome()),
                    one(new Machine(at.jdk(), at.cpu(), at.kernels(), at.host())),
                    milliseconds(at.started()),
                    at.seconds());
        }

        @SuppressWarnings("unchecked")
        private <T> T one(T value) {
            return (T) instances.computeIfAbsent(value, any -> any);
        }
    }

    private static long milliseconds(String started) {
        try {
            return Instant.parse(started).toEpochMilli();
        } catch (DateTimeException e) {
            return 0; // circumstances are no part of a result, so somebody may have changed them
        }
    }

    private static Kind kind(Outcome outcome) {
        if (outcome instanceof Outcome.Solved) {
            return Kind.SOLVED;
        }
        if (outcome instanceof Outcome.Diverged) {
            return Kind.DIVERGED;
        }
        if (outcome instanceof Outcome.Skipped) {
            return Kind.SKIPPED;
        }
        return outcome instanceof Outcome.Failed ? Kind.FAILED : Kind.BUDGET_SPENT;
    }
}
