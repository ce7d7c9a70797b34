package org.longspan.reports;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.longspan.harness.key.Axes;
import org.longspan.harness.record.CurvePoint;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.Replicate.Phase;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.TrialId;
import org.longspan.numerics.random.RandomStream;
import org.longspan.reports.SyntheticRun.Fate;
import org.longspan.reports.compare.Comparison;
import org.longspan.reports.compare.NameMatch;
import org.longspan.reports.compare.RunSource;

/**
 * A made-up run to be compared, and runs that follow from it.
 *
 * @param name of its folder
 */
record MadeRuns(String name, Manifest manifest, List<StoredResult> results, List<String> notes) implements RunSource {

    /** Two optimizers and two clippings on twelve problems, one setting in each of so many blocks. */
    static MadeRuns plain(String name, int blocks) {
        return of(name, SyntheticRun.of(Fate.PLAUSIBLE, 2, 2, "own", 1, blocks));
    }

    static MadeRuns of(String name, SyntheticRun run) {
        return new MadeRuns(name, run.manifest(), run.results(), List.of());
    }

    MadeRuns named(String other) {
        return new MadeRuns(other, manifest, results, notes);
    }

    MadeRuns noting(String note) {
        return new MadeRuns(name, manifest, results, List.of(note));
    }

    MadeRuns with(Manifest other) {
        return new MadeRuns(name, other, results, notes);
    }

    /** Returns this run with some of its results changed. */
    MadeRuns changed(Predicate<StoredResult> which, UnaryOperator<StoredResult> change) {
        List<StoredResult> changed = results.stream()
                .map(result -> which.test(result) ? change.apply(result) : result)
                .toList();
        return new MadeRuns(name, manifest, changed, notes);
    }

    /** Returns this run in which every evaluation run of an optimizer solved, each at a cost drawn from {@code seed}. */
    MadeRuns solving(String optimizer, long seed) {
        RandomStream random = new RandomStream(seed);
        return changed(result -> isOf(result, optimizer) && evaluates(result), result -> {
            long cost = 3_000 + (long) random.uniform(0, 26_000);
            Outcome outcome = new Outcome.Solved(cost / 60, cost, 0.001);
            String weights = String.format("%016x", random.nextLong()).repeat(4);
            return renewed(Altered.of(result, Map.of("outcome", outcome, "weights", weights)), seed);
        });
    }

    /** Returns the run of a plan with another root seed: every block has another seed, every trial another id. */
    MadeRuns rooted(long root) {
        Manifest other = Altered.of(manifest, Map.of("seed", root));
        return with(other).changed(any -> true, result -> {
            var trial = result.trial();
            long seed = Axes.block(
                    root,
                    trial.task(),
                    trial.model(),
                    trial.replicate().kin(),
                    trial.replicate().block());
            return renewed(Altered.of(result, Map.of("trial", Altered.of(trial, Map.of("seed", seed)))), root);
        });
    }

    /** Returns a result of another trial. */
    static StoredResult renewed(StoredResult result, long salt) {
        long id = Long.parseUnsignedLong(result.id().value(), 16) ^ (0x5851f42d4c957f2dL * (salt + 1));
        return Altered.of(result, Map.of("id", new TrialId(String.format("%016x", id))));
    }

    /** Returns a result whose look of that number has another loss. */
    static StoredResult bent(StoredResult result, int look) {
        List<CurvePoint> curve = new ArrayList<>(result.result().curve());
        CurvePoint point = curve.get(look);
        curve.set(look, Altered.of(point, Map.of("validationLoss", 0.123456789)));
        return Altered.of(result, Map.of("curve", List.copyOf(curve)));
    }

    static boolean isOf(StoredResult result, String optimizer) {
        return result.trial().optimizer().name().equals(optimizer);
    }

    static boolean evaluates(StoredResult result) {
        return result.trial().replicate().phase() == Phase.EVALUATION;
    }

    /** Returns the comparison of runs whose equal names match. */
    static Comparison compared(MadeRuns... runs) {
        return matched(NameMatch.EQUAL, runs);
    }

    static Comparison matched(NameMatch match, MadeRuns... runs) {
        return Comparison.of(List.of(runs), Collections.nCopies(runs.length - 1, match));
    }

    @Override
    public void forEach(Consumer<StoredResult> consumer) {
        results.stream().sorted((one, other) -> one.id().compareTo(other.id())).forEach(consumer);
    }

    @Override
    public Optional<StoredResult> find(TrialId id) {
        Map<TrialId, StoredResult> byId = new HashMap<>();
        results.forEach(result -> byId.put(result.id(), result));
        return Optional.ofNullable(byId.get(id));
    }
}
