package org.longspan.reports.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.Manifest.TaskEntry;
import org.longspan.reports.figure.Tags;
import org.longspan.reports.figure.TextFormat;
import org.longspan.reports.finding.ScoreText;
import org.longspan.reports.finding.Sense;
import org.longspan.reports.inference.Informativeness;
import org.longspan.reports.page.Block;
import org.longspan.reports.page.Block.Fact;
import org.longspan.reports.page.Block.Tally;
import org.longspan.reports.page.Headline;
import org.longspan.reports.page.Material;
import org.longspan.reports.page.Part;
import org.longspan.reports.page.Section;
import org.longspan.reports.page.Table;
import org.longspan.reports.statistics.Interval;
import org.longspan.reports.summary.ArrangedRun;
import org.longspan.reports.summary.TrialCounts;

/** What was run, by which code, on what, what it came to, and whether its problems can tell methods apart. */
final class RunSection implements Section {

    @Override
    public Optional<Part> of(Material material) {
        ArrangedRun run = material.run();
        Manifest manifest = run.manifest();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Tallies(tallies(run)));
        blocks.add(new Block.Words(Headline.of(run)));
        blocks.add(new Block.Facts("facts", RunFacts.of(run)));
        blocks.add(new Block.Facts(
                "models",
                run.modelNames().stream()
                        .map(model -> new Fact(model, run.described(model)))
                        .toList()));
        blocks.add(new Block.Heading("problems", "What each problem can say"));
        String control = manifest.tuning().control();
        blocks.add(new Block.Words("A problem tells methods apart where 15 to 85 % of "
                + (control == null ? "its evaluation runs" : "the evaluation runs under " + control)
                + " solve it."));
        blocks.add(new Block.Listing(senses(material)));
        if (!manifest.references().isEmpty()) {
            blocks.add(references(run));
        }
        blocks.add(new Block.Fold(
                "How this was made",
                "the plan as it was read, and the code that ran it",
                false,
                List.of(
                        new Block.Words(
                                "Saved as a file " + manifest.provenance().plan() + ".yaml, this plan is run by the"
                                        + " command below in a checkout of the commit above; it gives the same bits on every machine."),
                        new Block.Code(
                                "The command",
                                "./longspan run " + manifest.provenance().plan() + ".yaml"),
                        new Block.Code("The plan", manifest.provenance().planText()),
                        new Block.Facts(
                                "facts",
                                new TreeMap<>(manifest.provenance().code())
                                        .entrySet().stream()
                                                .map(e -> new Fact("SHA-256 of " + e.getKey(), e.getValue()))
                                                .toList()))));
        return Optional.of(new Part("run", "Run", "The run", blocks));
    }

    private static List<Tally> tallies(ArrangedRun run) {
        TrialCounts c = run.counts();
        boolean open = run.solvableTaskNames().size() < run.taskNames().size();
        return List.of(
                        new Tally("t-solved", "solved", c.solved()),
                        new Tally("t-spent", open ? "budget spent" : "budget spent, unsolved", c.budgetSpent()),
                        new Tally("t-diverged", "diverged", c.diverged()),
                        new Tally("t-skipped", "skipped", c.skipped()),
                        new Tally("t-failed", "failed", c.failed()),
                        new Tally("t-missing", "not run yet", c.missing()))
                .stream()
                .filter(t -> t.trials() > 0 || t.kind().equals("t-solved"))
                .toList();
    }

    private static Table senses(Material material) {
        Table table = Table.of(
                "problem-table",
                "What each problem can say",
                "Task",
                "#T",
                "Model",
                "#Solved",
                "95 %",
                "#Score",
                "Verdict");
        return table.with(material.conclusions().senses().stream()
                .map(sense -> sense(material.run(), sense))
                .toList());
    }

    private static Table.Row sense(ArrangedRun run, Sense sense) {
        Optional<Informativeness> known = sense.informativeness();
        Optional<Interval> interval = known.map(i -> i.solved().interval());
        return Table.row(
                Tags.NONE.on(run, sense.problem()),
                sense.problem().task(),
                sense.problem().length(),
                sense.problem().model(),
                known.map(i -> ScoreText.percent(i.solved().share())).orElse(Table.NOTHING),
                interval.map(i -> ScoreText.percent(i.low()) + " to " + ScoreText.percent(i.high()))
                        .orElse(Table.NOTHING),
                known.isPresent() ? TextFormat.precise(sense.score()) : Table.NOTHING,
                known.isEmpty()
                        ? Table.NOTHING
                        : sense.informative() ? "tells methods apart" : "says nothing about methods");
    }

    private static Block references(ArrangedRun run) {
        Table table = Table.of(
                "reference-table",
                "The read-out in closed form",
                "Task",
                "#T",
                "Model",
                "#Block",
                "#Sequences",
                "#Ridge",
                "#Loss",
                "#Chance",
                "#Measure",
                "#Solved at most",
                "Verdict");
        List<Manifest.Reference> references = run.manifest().references();
        return new Block.Fold(
                "The read-out in closed form",
                TextFormat.count(references.size(), "regression")
                        + ": what models that train nothing but their read-out reach without any optimizer",
                false,
                List.of(
                        new Block.Words("A ridge regression on the states of the first training sequences of a block,"
                                + " in double precision. The ridge is the one of a grid that is best on the validation"
                                + " sequences; loss and measure are those of the test sequences. Classes are regressed"
                                + " on as one-hot targets, so that no cross-entropy can be told. Chance is a loss."),
                        new Block.Listing(table.with(references.stream()
                                .map(reference -> reference(run, reference))
                                .toList()))));
    }

    private static Table.Row reference(ArrangedRun run, Manifest.Reference r) {
        TaskEntry entry = run.manifest().design().tasks().stream()
                .filter(e -> e.task().equals(r.task()))
                .findFirst()
                .orElseThrow();
        boolean solves = entry.solvable() && r.testMeasure() != null && r.testMeasure() <= entry.solvedAtMost();
        String model = run.models().get(r.model());
        return Table.row(
                Tags.NONE.on(run, run.problem(model, entry)),
                run.tasks().get(entry.task()),
                r.task().length(),
                model,
                r.block(),
                TextFormat.count(r.sequences()),
                TextFormat.precise(r.ridge()),
                printed(r.testLoss()),
                TextFormat.precise(entry.chance()),
                printed(r.testMeasure()),
                printed(entry.solvedAtMost()),
                !entry.solvable() ? Table.NOTHING : solves ? "solved" : "not solved");
    }

    private static String printed(Double value) {
        return value == null ? Table.NOTHING : TextFormat.precise(value);
    }
}
