package org.longspan.suite.command;

import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.longspan.harness.status.RunStatus;

/**
 * The status of a run for programs.
 *
 * @param plan name of the plan
 * @param folder as it was given
 * @param state {@code running}, {@code finished}, {@code left}, or {@code unknown} where no process of this machine
 *     runs it and another machine may; of a shard also {@code earlier}, if it is of an earlier plan and does not run
 * @param process that runs it; null if none of this machine is known to
 * @param trials by outcome
 * @param stages of the plan; none for a sample
 * @param pace how fast it goes
 * @param machines that made its results
 * @param shards each by itself
 */
record StatusDocument(
        String plan,
        String folder,
        String state,
        Long process,
        Trials trials,
        List<Stage> stages,
        PaceRow pace,
        List<MachineRow> machines,
        List<StatusDocument> shards) {

    /** Trials by outcome; those of the whole plan are planned, of a shard too. None of an earlier plan is done. */
    record Trials(
            int planned, int done, int solved, int budgetSpent, int diverged, int skipped, int failed, int earlier) {}

    /** A stage; what is planned is exact, or at most that many. */
    record Stage(String stage, int done, int planned, boolean exact) {}

    /** The pace; null is not known. Seconds left are those of the clock while it is running, core-seconds always. */
    record PaceRow(
            Double trialsPerHour,
            Double atATime,
            String latest,
            Double coreSecondsLeft,
            Double secondsLeft,
            int unseenProblems) {}

    /** A machine. */
    record MachineRow(String cpu, String host, String jdk, String kernels, int trials, double seconds) {}

    /** Returns the document as of {@code now}. */
    static StatusDocument of(RunStatus status, Instant now) {
        return of(status, state(status, now), now);
    }

    private static StatusDocument of(RunStatus status, String state, Instant now) {
        OptionalLong process = status.lock().process();
        return new StatusDocument(
                status.manifest().provenance().plan(),
                status.folder().toString(),
                state,
                status.lock().isHeld() ? process.getAsLong() : null,
                trials(status),
                status.work().stages().stream()
                        .map(stage -> new Stage(stage.phase().word(), stage.done(), stage.planned(), stage.exact()))
                        .toList(),
                pace(status),
                status.machines().stream().map(StatusDocument::machine).toList(),
                status.shards().stream()
                        .map(shard -> of(shard, ofShard(status, shard, now), now))
                        .toList());
    }

    private static String state(RunStatus status, Instant now) {
        if (status.goesOn()) {
            return "running";
        }
        if (status.isFinished()) {
            return "finished";
        }
        return status.mayGoOnElsewhere(now) ? "unknown" : "left";
    }

    private static String ofShard(RunStatus status, RunStatus shard, Instant now) {
        return shard.goesOn() || status.isOfPlan(shard) ? state(shard, now) : "earlier";
    }

    private static Trials trials(RunStatus status) {
        RunStatus.Outcomes of = status.outcomes();
        return new Trials(
                status.work().planned(),
                status.work().done(),
                of.solved(),
                of.budgetSpent(),
                of.diverged(),
                of.skipped(),
                of.failed(),
                status.earlier());
    }

    private static PaceRow pace(RunStatus status) {
        boolean known = status.pace().perHour() > 0;
        boolean alone = status.goesOn() && status.shards().isEmpty();
        return new PaceRow(
                known ? status.pace().perHour() : null,
                known ? status.pace().atATime() : null,
                status.pace().latest().map(Instant::toString).orElse(null),
                value(status.pace().coreSecondsLeft()),
                alone ? value(status.pace().secondsLeft()) : null,
                status.pace().unseen());
    }

    private static Double value(OptionalDouble number) {
        return number.isPresent() ? number.getAsDouble() : null;
    }

    private static MachineRow machine(RunStatus.MachineShare share) {
        return new MachineRow(
                share.machine().cpu(),
                share.machine().host(),
                share.machine().jdk(),
                share.machine().kernels(),
                share.trials(),
                share.seconds());
    }
}
