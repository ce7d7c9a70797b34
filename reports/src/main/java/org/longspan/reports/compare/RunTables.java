package org.longspan.reports.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.longspan.harness.record.Manifest;
import org.longspan.reports.figure.Tags;
import org.longspan.reports.figure.TextFormat;
import org.longspan.reports.page.Table;

/** Sets runs beside each other, a column each: what made them, what came out, and what it took. */
final class RunTables {

    private static final double MILLION = 1e6;
    private static final int DIGITS = 12; // of a hash

    private final List<ComparedRun> runs;
    private final List<Table.Row> rows = new ArrayList<>();

    private RunTables(List<ComparedRun> runs) {
        this.runs = runs;
    }

    /** Returns what made the runs and what came out. */
    static Table identity(List<ComparedRun> runs) {
        RunTables table = new RunTables(runs);
        table.row("plan", run -> manifest(run).provenance().plan());
        table.row("tier", run -> manifest(run).tuning().tier());
        table.row("root seed", run -> String.valueOf(manifest(run).rules().seed()));
        table.row(
                "settings a block",
                run -> TextFormat.count(manifest(run).tuning().settings()));
        table.row("blocks", RunTables::blocks);
        table.row("version", run -> manifest(run).provenance().version());
        table.row("commit", run -> brief(manifest(run).provenance().commit()));
        table.row(
                "trials planned", run -> TextFormat.count(manifest(run).design().plannedTrials()));
        table.row("trials with a result", run -> TextFormat.count(outcomes(run).trials()));
        table.row("solved", run -> TextFormat.count(outcomes(run).solved()));
        table.row("diverged", run -> TextFormat.count(outcomes(run).diverged()));
        table.row("skipped", run -> TextFormat.count(outcomes(run).skipped()));
        table.row("failed", run -> TextFormat.count(outcomes(run).failed()));
        table.row("digest of the results", run -> brief(run.totals().digest()));
        return table.of("runs-table", "The runs");
    }

    /** Returns what the runs took, and where. */
    static Table costs(List<ComparedRun> runs) {
        RunTables table = new RunTables(runs);
        table.row(
                "sequence-forwards of training",
                run -> TextFormat.count(run.totals().sequenceForwards()));
        table.row(
                "sequence-forwards of evaluation",
                run -> TextFormat.count(run.totals().evaluationSequenceForwards()));
        table.row(
                "multiply-adds of training",
                run -> TextFormat.precise(run.totals().multiplyAdds()));
        table.row(
                "core-seconds", run -> CompareWords.number(run.totals().times().coreSeconds()));
        table.row("wall time", run -> TextFormat.duration(run.totals().times().wallSeconds()));
        table.row("core-seconds a million sequence-forwards", RunTables::speed);
        table.row(
                "began",
                run -> run.totals().times().began().map(Object::toString).orElse(Table.NOTHING));
        table.row("processor", run -> distinct(run, RunTotals.Machine::cpu));
        table.row("JDK", run -> distinct(run, RunTotals.Machine::jdk));
        table.row("kernels", run -> distinct(run, RunTotals.Machine::kernels));
        table.row("system", run -> distinct(run, RunTotals.Machine::host));
        return table.of("costs-table", "What the runs took");
    }

    private static String speed(ComparedRun run) {
        long all = run.totals().sequenceForwards() + run.totals().evaluationSequenceForwards();
        return all == 0
                ? Table.NOTHING
                : TextFormat.precise(run.totals().times().coreSeconds() / (all / MILLION));
    }

    private static String distinct(ComparedRun run, Function<RunTotals.Machine, String> part) {
        String all = run.totals().machines().stream().map(part).distinct().collect(Collectors.joining("; "));
        return all.isEmpty() ? Table.NOTHING : all;
    }

    private static String blocks(ComparedRun run) {
        Manifest.Tuning tuning = manifest(run).tuning();
        return tuning.blocks() == tuning.controlBlocks()
                ? TextFormat.count(tuning.blocks())
                : TextFormat.count(tuning.controlBlocks()) + " of the control, " + TextFormat.count(tuning.blocks())
                        + " of others";
    }

    private static Manifest manifest(ComparedRun run) {
        return run.run().manifest();
    }

    private static RunTotals.Outcomes outcomes(ComparedRun run) {
        return run.totals().outcomes();
    }

    private static String brief(String hash) {
        return hash.isEmpty() ? Table.NOTHING : hash.substring(0, Math.min(DIGITS, hash.length()));
    }

    private void row(String name, Function<ComparedRun, String> value) {
        List<Object> cells = new ArrayList<>(List.of(name));
        runs.forEach(run -> cells.add(value.apply(run)));
        rows.add(Table.row(Tags.NONE, cells.toArray()));
    }

    private Table of(String id, String title) {
        List<String> heads = new ArrayList<>(List.of("What"));
        runs.forEach(run -> heads.add(run.name()));
        return Table.of(id, title, heads.toArray(String[]::new)).with(rows);
    }
}
