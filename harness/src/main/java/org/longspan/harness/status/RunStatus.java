package org.longspan.harness.status;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.longspan.harness.plan.PlanChange;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.TrialId;
import org.longspan.harness.refusal.UserError;
import org.longspan.harness.run.Machine;
import org.longspan.harness.store.LockState;

/**
 * The status of a run, told from its folder without a lock and without changing it.
 *
 * @param folder that it was read from
 * @param manifest of the run
 * @param lock on the folder
 * @param outcomes of its trials
 * @param work what is done and left
 * @param pace how fast it goes
 * @param machines that made its results, that of the most first
 * @param earlier results of an earlier plan in the folder or its shards, which nothing else counts
 * @param shards each by itself, if the folder holds any; what else is said counts their trials too, each once
 */
public record RunStatus(
        Path folder,
        Manifest manifest,
        LockState lock,
        Outcomes outcomes,
        Work work,
        Pace pace,
        List<MachineShare> machines,
        int earlier,
        List<RunStatus> shards) {

    private static final Duration WHILE = Duration.ofHours(1);

    /**
     * Trials by outcome.
     *
     * @param solved met the criterion
     * @param budgetSpent ended unsolved
     * @param diverged in any way
     * @param skipped were not run
     * @param failed by an error of the program
     */
    public record Outcomes(int solved, int budgetSpent, int diverged, int skipped, int failed) {

        static Outcomes of(Collection<Ended> results) {
            Map<Ended.Kind, Integer> counts = new EnumMap<>(Ended.Kind.class);
            results.forEach(one -> counts.merge(one.kind(), 1, Integer::sum));
            return new Outcomes(
                    counts.getOrDefault(Ended.Kind.SOLVED, 0),
                    counts.getOrDefault(Ended.Kind.BUDGET_SPENT, 0),
                    counts.getOrDefault(Ended.Kind.DIVERGED, 0),
                    counts.getOrDefault(Ended.Kind.SKIPPED, 0),
                    counts.getOrDefault(Ended.Kind.FAILED, 0));
        }
    }

    /**
     * What a machine did.
     *
     * @param machine the machine
     * @param trials that it ran
     * @param seconds sum of their times
     */
    public record MachineShare(Machine machine, int trials, double seconds) {}

    /** Returns whether a process runs into the folder or into one of its shards. */
    public boolean goesOn() {
        return lock.isHeld() || shards.stream().anyMatch(RunStatus::goesOn);
    }

    /**
     * Returns whether another machine may be at work, though no process of this one is: whether a trial has ended a
     * short while before {@code now}. A trial may take long, so that a while is an hour.
     */
    public boolean mayGoOnElsewhere(Instant now) {
        return !goesOn()
                && !isFinished()
                && pace.latest().filter(end -> end.plus(WHILE).isAfter(now)).isPresent();
    }

    /** Returns whether no trial of the plan is left. */
    public boolean isFinished() {
        return work.remaining() == 0;
    }

    /**
     * Reads the folder of a run, of a run in shards, or of a shard.
     *
     * @throws UserError if it holds no run, or one that cannot be read
     */
    public static RunStatus of(Path folder) {
        return StatusReader.read(folder);
    }

    /** Returns whether a shard runs the plan of this run: one that began before the plan was changed does not. */
    public boolean isOfPlan(RunStatus shard) {
        return areOfOnePlan(shard.manifest, manifest);
    }

    /** Returns whether two runs are of one plan, but for comments and how to cite it. */
    static boolean areOfOnePlan(Manifest one, Manifest other) {
        return !PlanChange.between(
                one.provenance().planText(), other.provenance().planText());
    }

    /** Returns the status that these results come to. */
    static RunStatus of(
            Path folder, Manifest manifest, Map<TrialId, Ended> results, int earlier, List<RunStatus> shards) {
        Collection<Ended> all = results.values();
        Work work = Work.of(manifest, all);
        return new RunStatus(
                folder,
                manifest,
                LockState.of(folder),
                Outcomes.of(all),
                work,
                Pace.of(all, work),
                machines(all),
                earlier,
                List.copyOf(shards));
    }

    private static List<MachineShare> machines(Collection<Ended> results) {
        Map<Machine, MachineShare> machines = new LinkedHashMap<>();
        for (Ended one : results) {
            machines.merge(
                    one.machine(),
                    new MachineShare(one.machine(), 1, one.seconds()),
                    (a, b) -> new MachineShare(a.machine(), a.trials() + b.trials(), a.seconds() + b.seconds()));
        }
        return machines.values().stream()
                .sorted(Comparator.comparingInt(MachineShare::trials)
                        .reversed()
                        .thenComparing(share -> share.machine().toString()))
                .toList();
    }
}
