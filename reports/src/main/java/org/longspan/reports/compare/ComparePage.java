package org.longspan.reports.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.longspan.reports.compare.ScoreRow.Level;
import org.longspan.reports.figure.Tags;
import org.longspan.reports.figure.TextFormat;
import org.longspan.reports.finding.Caveat;
import org.longspan.reports.page.Block;
import org.longspan.reports.page.Cover;
import org.longspan.reports.page.Page;
import org.longspan.reports.page.Pages;
import org.longspan.reports.page.Part;
import org.longspan.reports.page.Table;

/** Prints {@code compare.html}: what runs have in common, in what they differ, and how sure that is. */
public final class ComparePage {

    private final Comparison comparison;
    private final CompareTags tags;

    private ComparePage(Comparison comparison) {
        this.comparison = comparison;
        this.tags = new CompareTags(comparison);
    }

    /** Returns the page. */
    public static String html(Comparison comparison) {
        ComparePage page = new ComparePage(comparison);
        List<Part> parts = Stream.of(
                        page.scores(),
                        page.bits(),
                        page.changes(),
                        page.only(),
                        page.runs(),
                        page.costs(),
                        page.judged())
                .flatMap(List::stream)
                .toList();
        return Pages.html(page.cover(), parts, page.tags.filter());
    }

    private Cover cover() {
        String base = comparison.base().name();
        List<Against> against = comparison.against();
        String others = against.stream().map(one -> one.run().name()).collect(Collectors.joining(", "));
        Page.Head head = new Page.Head(
                "comparison",
                "Longspan comparison · " + TextFormat.count(against.size() + 1, "run"),
                "What differs between these runs?",
                others + " against " + base,
                "Made from the runs' records alone; made again, it is the same.");
        List<Page.Reply> replies =
                against.stream().flatMap(one -> replies(one).stream()).toList();
        String lede =
                "A positive difference says that the run is better than the base. The score of a run is the share of"
                        + " its budget that was left when it solved its task, 0 if it did not. Brackets are intervals of"
                        + " 95 %, each for itself; what is shown is so after the adjustment for all comparisons of this"
                        + " page.";
        return new Cover(head, new Page.Said("", "", "Answers", lede, replies), List.of());
    }

    private List<Page.Reply> replies(Against one) {
        String of = comparison.against().size() == 1 ? "" : one.run().name() + ": ";
        List<Page.Reply> replies = new ArrayList<>();
        replies.add(new Page.Reply(
                of + "Which is better?", CompareWords.sentence(CompareWords.whole(one)), id("scores", one)));
        if (!one.scores().isEmpty()) {
            replies.add(new Page.Reply(
                    of + "Which arms?",
                    CompareWords.sentence(CompareWords.shown(comparison.names(), one, Level.ARM, "arm")),
                    id("scores", one)));
        }
        replies.add(new Page.Reply(
                of + "What is equal bit for bit?", CompareWords.sentence(CompareWords.equality(one)), id("bits", one)));
        replies.add(new Page.Reply(of + "What is set differently?", set(one), "changes"));
        CompareWords.speed(one)
                .ifPresent(speed ->
                        replies.add(new Page.Reply(of + "Which is faster?", CompareWords.sentence(speed), "costs")));
        return replies;
    }

    private static String set(Against one) {
        List<Change> changes = one.changes();
        String more = changes.size() > 3 ? "; and " + TextFormat.count(changes.size() - 3) + " more" : "";
        return changes.isEmpty()
                ? "Nothing: methods, plans, rules and code are equal."
                : changes.stream().limit(3).map(CompareWords::change).collect(Collectors.joining("; ")) + more + ".";
    }

    private String id(String section, Against one) {
        return section + "-" + (comparison.against().indexOf(one) + 1);
    }

    private Block heading(String section, Against one) {
        return new Block.Heading(
                id(section, one),
                one.run().name() + " against " + comparison.base().name());
    }

    private List<Part> scores() {
        List<Block> blocks = new ArrayList<>(List.of(
                new Block.Words(
                        "Scores of evaluation runs on arms and problems that both runs have. Tables sort by a click on"
                                + " a heading and filter by column: >0 in the column of differences keeps what scored"
                                + " higher."),
                new Block.Showing(
                        "Show",
                        "u",
                        List.of(
                                new Block.Only("only better", CompareTags.VERDICTS.indexOf("better")),
                                new Block.Only("only worse", CompareTags.VERDICTS.indexOf("worse"))))));
        comparison.against().forEach(one -> {
            blocks.add(heading("scores", one));
            blocks.addAll(
                    new ScoreBlocks(comparison, tags, one, comparison.against().indexOf(one) + 1).blocks());
        });
        return List.of(new Part("scores", "Scores", "Differences of the score", blocks));
    }

    private List<Part> bits() {
        List<Block> blocks = new ArrayList<>(List.of(
                new Block.Words("A trial's id is a hash of all that its result follows from but the code, so equal"
                        + " code must give equal bits on any machine, JDK and kernels. Other code may:"
                        + " then it changed nothing that these trials reach.")));
        comparison.against().forEach(one -> {
            blocks.add(heading("bits", one));
            blocks.add(new Block.Words(CompareWords.sentence(CompareWords.equality(one))));
            CompareWords.firstDifference(comparison.names(), one)
                    .ifPresent(first -> blocks.add(new Block.Words(CompareWords.sentence(first))));
            blocks.add(new Block.Facts("facts", facts(one.trials().counts())));
            if (!one.trials().differing().isEmpty()) {
                blocks.add(new Block.Listing(differing(one)));
            }
        });
        return List.of(new Part("bits", "Bit for bit", "Equal bit for bit", blocks));
    }

    private static List<Block.Fact> facts(SharedTrials.Counts counts) {
        return List.of(
                new Block.Fact("in both", TextFormat.count(counts.shared(), "trial")),
                new Block.Fact("equal, of equal code", TextFormat.count(counts.equal(), "trial")),
                new Block.Fact("equal, of other code", TextFormat.count(counts.equalOfOtherCode(), "trial")),
                new Block.Fact("differ, of equal code", TextFormat.count(counts.differ(), "trial")),
                new Block.Fact("differ, of other code", TextFormat.count(counts.differOfOtherCode(), "trial")));
    }

    private Table differing(Against one) {
        List<Table.Row> rows = new ArrayList<>();
        for (SharedTrials.ArmTrials arm : one.trials().differing()) {
            SharedTrials.FirstTrial first = arm.first().orElseThrow();
            rows.add(Table.row(
                    Tags.NONE,
                    arm.arm(),
                    TextFormat.count(arm.shared()),
                    TextFormat.count(arm.differing()),
                    TextFormat.count(first.where().updates()),
                    first.where().what(),
                    comparison.names().of(Place.of(first.trial())),
                    TextFormat.count(first.trial().replicate().block()),
                    first.trial().replicate().phase().word(),
                    first.id()));
        }
        return Table.of(
                        id("differing", one),
                        "Arms with trials that differ, those that differ first in front",
                        "Arm",
                        "#In both",
                        "#Differ",
                        "#First after updates",
                        "What differs first",
                        "Problem",
                        "#Block",
                        "Phase",
                        "Trial")
                .with(rows);
    }

    private List<Part> changes() {
        List<Table.Row> rows = new ArrayList<>();
        comparison
                .against()
                .forEach(one -> one.changes()
                        .forEach(change -> rows.add(Table.row(
                                Tags.NONE,
                                change.of(),
                                change.what(),
                                change.base(),
                                change.other(),
                                one.run().name()))));
        Block content = rows.isEmpty()
                ? new Block.Words("Nothing: methods, plans, rules and code are equal.")
                : new Block.Listing(
                        Table.of("changes-table", "Set differently", "Of", "Kind", "In the base", "In the run", "Run")
                                .with(rows));
        return List.of(new Part("changes", "Set differently", "What is set differently", List.of(content)));
    }

    private List<Part> only() {
        List<Table.Row> rows = new ArrayList<>();
        for (Against one : comparison.against()) {
            rows.addAll(only(one, comparison.base(), one.only().base()));
            rows.addAll(only(one, one.run(), one.only().other()));
        }
        Block content = rows.isEmpty()
                ? new Block.Words("Nothing: the runs have equal arms and problems.")
                : new Block.Listing(Table.of("only-table", "Only in one run", "What", "Kind", "Only in", "And not in")
                        .with(rows));
        return List.of(new Part("only", "Only in one", "What only one run has", List.of(content)));
    }

    private List<Table.Row> only(Against one, ComparedRun in, OnlyOne.Part part) {
        String not = in == one.run() ? comparison.base().name() : one.run().name();
        Names names = comparison.names();
        return Stream.of(
                        part.arms().stream().map(arm -> Table.row(Tags.NONE, arm, "arm", in.name(), not)),
                        part.places().stream()
                                .map(place -> Table.row(Tags.NONE, names.of(place), "problem", in.name(), not)),
                        part.cells().stream()
                                .map(cell -> Table.row(
                                        Tags.NONE,
                                        cell.arm() + " on " + names.of(cell.place()),
                                        "arm on a problem",
                                        in.name(),
                                        not)))
                .flatMap(rows -> rows)
                .toList();
    }

    private List<Part> runs() {
        List<Block> blocks = new ArrayList<>(List.of(new Block.Listing(RunTables.identity(comparison.runs()))));
        List<Caveat> notes = comparison.runs().stream()
                .flatMap(run ->
                        run.notes().stream().map(note -> new Caveat("run", run.name(), CompareWords.sentence(note))))
                .toList();
        if (!notes.isEmpty()) {
            blocks.add(new Block.Caveats(notes));
        }
        return List.of(new Part("runs", "Runs", "The runs", blocks));
    }

    private List<Part> costs() {
        List<Block> blocks = new ArrayList<>(List.of(
                new Block.Words("Sequence-forwards are counted and equal on every machine; seconds are those of its"
                        + " processor."),
                new Block.Listing(RunTables.costs(comparison.runs()))));
        comparison
                .against()
                .forEach(one -> CompareWords.speed(one)
                        .ifPresent(speed -> blocks.add(new Block.Words(one.run().name() + ": " + speed + "."))));
        return List.of(new Part("costs", "Costs", "What the runs took", blocks));
    }

    private List<Part> judged() {
        List<Block> blocks = CompareMethod.paragraphs(comparison).stream()
                .<Block>map(Block.Words::new)
                .toList();
        return List.of(new Part("judged", "How it is judged", "How it is judged", blocks));
    }
}
