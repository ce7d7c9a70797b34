package org.longspan.reports.section;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.longspan.harness.record.Circumstances;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.Replicate.Phase;
import org.longspan.reports.figure.TextFormat;
import org.longspan.reports.page.Block.Fact;
import org.longspan.reports.summary.ArrangedRun;
import org.longspan.reports.summary.UnitCosts;

/** Says what was run, by which code, on what. */
final class RunFacts {

    private final ArrangedRun run;

    private RunFacts(ArrangedRun run) {
        this.run = run;
    }

    static List<Fact> of(ArrangedRun run) {
        return new RunFacts(run).facts();
    }

    private List<Fact> facts() {
        Manifest m = run.manifest();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                "Longspan",
                m.provenance().version()
                        + (m.provenance().commit().isEmpty()
                                ? ""
                                : ", commit " + brief(m.provenance().commit()))));
        facts.add(new Fact(
                "Plan",
                m.provenance().plan() + ", tier " + m.tuning().tier() + ", root seed "
                        + m.rules().seed()));
        facts.add(new Fact("Grid", grid()));
        facts.add(tuning(m));
        facts.add(new Fact(
                "Budget",
                TextFormat.count(m.rules().budget().updates(), "update") + " of "
                        + TextFormat.count(m.rules().budget().batch(), "sequence") + ", or "
                        + TextFormat.count(m.rules().budget().sequenceForwards(), "sequence-forward")
                        + ": a gradient costs three for each sequence"));
        facts.add(new Fact(
                "Trials",
                TextFormat.count(run.counts().planned()) + " planned, "
                        + TextFormat.count(run.counts().done()) + " done: "
                        + TextFormat.count(phase(Phase.TUNING)) + " of tuning, "
                        + TextFormat.count(phase(Phase.EVALUATION)) + " of evaluation"));
        facts.add(new Fact("Wall time", TextFormat.duration(run.times().wallSeconds())));
        facts.add(spent());
        facts.add(new Fact("JDK", distinct(r -> r.jdk())));
        facts.add(new Fact("CPU", distinct(r -> r.cpu())));
        facts.add(new Fact("Kernels", distinct(r -> r.kernels())));
        return facts;
    }

    private long phase(Phase phase) {
        return run.runs().stream()
                .filter(r -> !r.skipped() && r.phase() == phase)
                .count();
    }

    private Fact tuning(Manifest m) {
        Manifest.Tuning tuning = m.tuning();
        String settings = TextFormat.count(tuning.settings(), "setting") + " a block";
        if (tuning.sample().isPresent()) {
            return new Fact(
                    "Sample",
                    TextFormat.count(tuning.sample().get().trials(), "trial") + ", with " + settings
                            + ", drawn with seed " + tuning.sample().get().seed());
        }
        String blocks = tuning.control() == null || tuning.blocks() == tuning.controlBlocks()
                ? TextFormat.count(tuning.controlBlocks(), "block")
                : TextFormat.count(tuning.controlBlocks(), "block") + " of " + tuning.control() + ", " + tuning.blocks()
                        + " of every other clipping";
        return new Fact(
                "Blocks",
                blocks + ", " + settings + (run.tuned() ? ", the best of which is judged on a fresh seed" : ""));
    }

    private Fact spent() {
        return new Fact(
                "Core-seconds",
                TextFormat.count(Math.round(run.times().coreSeconds())) + "; measuring threshold units cost "
                        + TextFormat.count(UnitCosts.of(run.runs()), "sequence-forward") + " beside the budgets");
    }

    private String grid() {
        int tasks = run.manifest().design().tasks().size();
        int problems = run.problems().size();
        boolean crossed = problems == run.modelNames().size() * tasks;
        String arms = TextFormat.count(run.optimizers().size(), "optimizer") + " × "
                + TextFormat.count(run.clippings().size(), "clipping") + " × ";
        String grid = crossed
                ? arms + TextFormat.count(run.modelNames().size(), "model") + " × "
                        + TextFormat.count(tasks, "task and length", "tasks and lengths")
                : arms + TextFormat.count(problems, "problem") + " of "
                        + TextFormat.count(run.modelNames().size(), "model") + " and "
                        + TextFormat.count(tasks, "task and length", "tasks and lengths");
        return run.leftOut() == 0
                ? grid
                : grid + ", less " + TextFormat.count(run.leftOut(), "cell") + " left out by the plan";
    }

    private String distinct(Function<Circumstances, String> part) {
        List<String> values = run.runs().stream()
                .filter(r -> !r.skipped() && r.stored().circumstances() != null)
                .map(r -> part.apply(r.stored().circumstances()))
                .distinct()
                .toList();
        return values.isEmpty() ? "nothing was run" : String.join("; ", values);
    }

    private static String brief(String commit) {
        return commit.substring(0, Math.min(12, commit.length()));
    }
}
