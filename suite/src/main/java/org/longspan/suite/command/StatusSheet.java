package org.longspan.suite.command;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.longspan.harness.run.Machine;
import org.longspan.harness.status.Pace;
import org.longspan.harness.status.RunStatus;
import org.longspan.harness.status.RunStatus.MachineShare;
import org.longspan.harness.status.RunStatus.Outcomes;
import org.longspan.harness.status.Work;
import org.longspan.suite.text.RoughTime;
import org.longspan.suite.text.Wording;

/** The status of a run as lines. */
final class StatusSheet {

    private static final String NOT_KNOWN = "not known: ";

    private final RunStatus status;
    private final Instant now;
    private final List<String> lines = new ArrayList<>();

    private StatusSheet(RunStatus status, Instant now) {
        this.status = status;
        this.now = now;
    }

    /** Returns the lines as of {@code now}. */
    static List<String> lines(RunStatus status, Instant now) {
        StatusSheet sheet = new StatusSheet(status, now);
        sheet.head();
        sheet.work();
        sheet.pace();
        sheet.machines();
        status.shards().forEach(sheet::shard);
        return sheet.lines;
    }

    private void head() {
        lines.add("plan " + Wording.line(status.manifest().provenance().plan()) + ": " + done(status.work()));
        lines.add(state(status, now));
        row("outcomes", outcomes(status.outcomes()));
    }

    private static String done(Work work) {
        int percent = work.planned() == 0 ? 100 : (int) (100L * work.done() / work.planned());
        return Wording.count(work.done()) + " of " + Wording.count(work.planned(), "trial") + " (" + percent + " %)";
    }

    private static String state(RunStatus status, Instant now) {
        long running = status.shards().stream().filter(RunStatus::goesOn).count();
        String process = switch (status.lock().holding()) {
            case HELD -> "process " + status.lock().process().getAsLong() + " runs it";
            case LIKELY ->
                "process " + status.lock().process().getAsLong()
                        + " seems to run it: it locked the folder and has not ended";
            case FREE -> "";
        };
        if (running > 0) {
            return (process.isEmpty() ? "" : process + "; ") + Wording.count(running) + " of "
                    + Wording.count(status.shards().size(), "shard") + (running == 1 ? " is running" : " are running");
        }
        if (!process.isEmpty()) {
            return process;
        }
        if (status.isFinished()) {
            return "it is finished";
        }
        return status.mayGoOnElsewhere(now)
                ? "no process of this machine runs it; another machine may, for a trial ended a short while ago"
                : "no process of this machine runs it; the command that began it goes on with it";
    }

    private static String outcomes(Outcomes of) {
        return Wording.count(of.solved()) + " solved, " + Wording.count(of.budgetSpent()) + " spent the whole budget, "
                + Wording.count(of.diverged()) + " diverged, " + Wording.count(of.skipped()) + " skipped, "
                + Wording.count(of.failed()) + " failed";
    }

    private void work() {
        for (Work.Stage stage : status.work().stages()) {
            row(
                    stage.phase().word(),
                    Wording.count(stage.done()) + " of " + (stage.exact() ? "" : "at most ")
                            + Wording.count(stage.planned(), "trial"));
        }
        Work.Blocks blocks = status.work().blocks();
        if (!status.work().stages().isEmpty()) {
            row(
                    "blocks",
                    Wording.count(blocks.whole()) + " whole, " + Wording.count(blocks.begun() - blocks.whole())
                            + " begun, of " + (status.work().stages().get(0).exact() ? "" : "at most ")
                            + Wording.count(blocks.planned()));
        }
        if (status.work().foreign() > 0) {
            row("left out", Wording.count(status.work().foreign(), "result") + " of no arm of the plan");
        }
        if (status.earlier() > 0) {
            row("earlier", Wording.count(status.earlier(), "result") + " of an earlier plan, not counted");
        }
    }

    private void pace() {
        Pace pace = status.pace();
        pace.latest().ifPresent(end -> row("latest", ago(end)));
        if (status.isFinished()) {
            return;
        }
        row(
                "pace",
                pace.perHour() > 0
                        ? rate(pace.perHour()) + ", " + String.format(Locale.ROOT, "%.1f", pace.atATime())
                                + " at a time, by the last " + Wording.count(pace.results(), "trial")
                        : NOT_KNOWN + "too few trials have ended");
        row("time left", timeLeft(pace));
    }

    private static String rate(double perHour) {
        return perHour < 120
                ? String.format(Locale.ROOT, "%.3g trials an hour", perHour)
                : Wording.count(Math.round(perHour / 60)) + " trials a minute";
    }

    private String ago(Instant end) {
        Duration since = Duration.between(end, now);
        String ago = since.isNegative() ? "" : " (" + RoughTime.of(since.toMillis() / 1000.0) + " ago)";
        return "a trial ended at " + end.truncatedTo(ChronoUnit.SECONDS) + ago;
    }

    private String timeLeft(Pace pace) {
        OptionalDouble core = pace.coreSecondsLeft();
        if (core.isEmpty()) {
            return NOT_KNOWN + "too few trials have ended";
        }
        String work = RoughTime.of(core.getAsDouble()) + " of one core";
        String guess = pace.unseen() == 0
                ? ""
                : "; a guess, for no trial has ended yet on " + Wording.count(pace.unseen(), "problem");
        if (!status.goesOn()) {
            return NOT_KNOWN + "nothing runs here; about " + work + " is left" + guess;
        }
        if (!status.shards().isEmpty()) {
            return NOT_KNOWN + "it hangs on the slowest shard; about " + work + " is left" + guess;
        }
        return "about " + RoughTime.of(pace.secondsLeft().orElseThrow()) + ", " + work + guess;
    }

    private void machines() {
        for (MachineShare share : status.machines()) {
            Machine machine = share.machine();
            row(
                    "machine",
                    Wording.count(share.trials(), "trial") + " in " + RoughTime.of(share.seconds()) + " of one core: "
                            + Wording.line(String.join(
                                    "; ", machine.cpu(), machine.host(), "java " + machine.jdk(), machine.kernels())));
        }
    }

    private void shard(RunStatus shard) {
        String latest = shard.pace().latest().map(end -> ", " + ago(end)).orElse("");
        row(
                "shard",
                shard.folder().getFileName() + ": " + Wording.count(shard.work().done(), "trial")
                        + (status.isOfPlan(shard) ? "" : " of an earlier plan, not counted above") + ", "
                        + (shard.goesOn() ? state(shard, now) : "no process of this machine runs it") + latest);
    }

    private void row(String name, String text) {
        lines.add("  " + String.format(Locale.ROOT, "%-10s ", name) + text);
    }
}
