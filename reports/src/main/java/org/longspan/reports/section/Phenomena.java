package org.longspan.reports.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.longspan.harness.record.ProbeChoice;
import org.longspan.harness.record.ProbeFinding;
import org.longspan.harness.record.ProbeLook;
import org.longspan.reports.figure.Figure;
import org.longspan.reports.figure.Tags;
import org.longspan.reports.figure.TextFormat;
import org.longspan.reports.page.Block;
import org.longspan.reports.page.Table;
import org.longspan.reports.phenomena.Looks;
import org.longspan.reports.phenomena.Probed;
import org.longspan.reports.phenomena.UnitCliffFigure;

/**
 * What probes found, from top to bottom: the cliff of one unit, then for each task and length what was found in
 * sentences and the figures, and what could not be looked at. A report has it as a section; the page of a single run is
 * made of it.
 */
public final class Phenomena {

    /** The figures of one task and length, in the order of the page; a new one is one more line here. */
    private static final List<Function<List<Probed>, Optional<Figure>>> FIGURES = List.of();

    private final Looks looks;
    private final Function<Figure, Block> drawing;

    private Phenomena(Looks looks, Function<Figure, Block> drawing) {
        this.looks = looks;
        this.drawing = drawing;
    }

    /** Returns what is printed of {@code looks}, each figure open. */
    public static List<Block> of(Looks looks) {
        return of(looks, Block.Drawing::new);
    }

    /**
     * Returns what is printed of {@code looks}; nothing without a look.
     *
     * @param drawing how a figure is printed
     */
    static List<Block> of(Looks looks, Function<Figure, Block> drawing) {
        return looks.runs().isEmpty() ? List.of() : new Phenomena(looks, drawing).blocks();
    }

    private List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Words(
                "Probes looked into " + TextFormat.count(looks.runs().size(), "training run")
                        + " and changed nothing of them: why long spans are hard, measured. The cliff of one unit needs no run;"
                        + " it says what the other figures look for."));
        UnitCliffFigure.of(looks.unitCliff()).map(drawing).ifPresent(blocks::add);
        for (List<Probed> runs : looks.byTask()) {
            String on = runs.get(0).on();
            blocks.add(new Block.Heading("phenomena-" + looks.byTask().indexOf(runs), on));
            for (Function<List<Probed>, Optional<Figure>> figure : FIGURES) {
                figure.apply(runs)
                        .ifPresent(drawn ->
                                blocks.add(new Block.Fold(drawn.title(), "", true, List.of(drawing.apply(drawn)))));
            }
        }
        blocks.addAll(lacks());
        return blocks;
    }

    /** What was not measured, and why; runs with one reason are one row. */
    private List<Block> lacks() {
        List<Table.Row> rows = new ArrayList<>();
        for (Probed run : looks.runs()) {
            for (ProbeLook look : run.looks()) {
                reason(look.finding())
                        .ifPresent(reason -> rows.add(Table.row(
                                Tags.NONE,
                                look.probe(),
                                moment(look.moment()),
                                run.problem(),
                                run.trial().optimizer().name(),
                                run.trial().clipping().name(),
                                reason)));
            }
        }
        if (rows.isEmpty()) {
            return List.of();
        }
        Table table = Table.of(
                "looks-skipped", "What was not measured", "Probe", "Moment", "Problem", "Optimizer", "Clipping", "Why");
        return List.of(new Block.Fold(
                "What was not measured, and why",
                TextFormat.count(rows.size(), "look"),
                false,
                List.of(new Block.Listing(table.with(rows)))));
    }

    private static String moment(String moment) {
        boolean named = moment.equals(ProbeChoice.SOLVED) || moment.equals(ProbeChoice.END);
        return named ? moment : "update " + moment;
    }

    private static Optional<String> reason(ProbeFinding finding) {
        if (finding instanceof ProbeFinding.Skipped skipped) {
            return Optional.of(skipped.reason());
        }
        return finding instanceof ProbeFinding.Failed failed ? Optional.of(failed.error()) : Optional.empty();
    }
}
