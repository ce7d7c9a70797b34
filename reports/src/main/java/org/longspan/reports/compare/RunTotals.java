package org.longspan.reports.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.longspan.harness.record.Circumstances;
import org.longspan.harness.record.Costs;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.json.ResultsDigest;
import org.longspan.reports.summary.RunTimes;

/**
 * What all trials of a run came to and took.
 *
 * @param outcomes number of trials by how they ended
 * @param sequenceForwards of training
 * @param evaluationSequenceForwards of looks, confirmations and tests
 * @param multiplyAdds of training
 * @param times in seconds
 * @param machines where the trials ran, the one with the most trials first
 * @param digest of the run: that of {@code longspan results --digest}
 */
public record RunTotals(
        Outcomes outcomes,
        long sequenceForwards,
        long evaluationSequenceForwards,
        long multiplyAdds,
        RunTimes times,
        List<Machine> machines,
        String digest) {

    /**
     * Numbers of trials.
     *
     * @param trials with a result
     * @param solved of them
     * @param diverged of them
     * @param skipped of them
     * @param failed of them
     */
    public record Outcomes(int trials, int solved, int diverged, int skipped, int failed) {}

    /**
     * Circumstances that trials share.
     *
     * @param cpu model and number of cores
     * @param jdk version and vendor
     * @param kernels name of the kernels
     * @param host operating system and architecture
     * @param trials number of them
     */
    public record Machine(String cpu, String jdk, String kernels, String host, int trials) {}

    public RunTotals {
        machines = List.copyOf(machines);
    }

    /** Adds up the trials of a run, which come sorted by id. */
    static final class Sum {

        private final Map<Machine, Integer> machines = new LinkedHashMap<>();
        private final List<Circumstances> trials = new ArrayList<>();
        private final ResultsDigest digest = new ResultsDigest();
        private int all;
        private int solved;
        private int diverged;
        private int skipped;
        private int failed;
        private long sequenceForwards;
        private long evaluation;
        private long multiplyAdds;

        void add(StoredResult stored) {
            digest.add(stored);
            Outcome outcome = stored.result().outcome();
            all++;
            solved += outcome instanceof Outcome.Solved ? 1 : 0;
            diverged += outcome instanceof Outcome.Diverged ? 1 : 0;
            skipped += outcome instanceof Outcome.Skipped ? 1 : 0;
            failed += outcome instanceof Outcome.Failed ? 1 : 0;
            Costs costs = stored.result().costs();
            sequenceForwards += costs.sequenceForwards();
            evaluation += costs.evaluationSequenceForwards();
            multiplyAdds += costs.multiplyAdds();
            Circumstances c = stored.circumstances();
            if (c != null && !(outcome instanceof Outcome.Skipped)) {
                trials.add(new Circumstances(c.seconds(), c.started(), "", "", "", ""));
                machines.merge(new Machine(c.cpu(), c.jdk(), c.kernels(), c.host(), 0), 1, Integer::sum);
            }
        }

        RunTotals end() {
            List<Machine> counted = new ArrayList<>();
            machines.forEach((m, count) -> counted.add(new Machine(m.cpu(), m.jdk(), m.kernels(), m.host(), count)));
            counted.sort((one, other) -> Integer.compare(other.trials(), one.trials()));
            return new RunTotals(
                    new Outcomes(all, solved, diverged, skipped, failed),
                    sequenceForwards,
                    evaluation,
                    multiplyAdds,
                    RunTimes.ofTrials(trials),
                    counted,
                    digest.hex());
        }
    }
}
