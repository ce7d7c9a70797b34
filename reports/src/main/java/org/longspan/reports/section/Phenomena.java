package org.longspan.reports.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.longspan.harness.record.ProbeChoice;
import org.longspan.harness.record.ProbeFinding;
import org.longspan.harness.record.ProbeFinding.Measured;
import org.longspan.harness.record.ProbeLook;
import org.longspan.reports.figure.Figure;
import org.longspan.reports.figure.Tags;
import org.longspan.reports.figure.TextFormat;
import org.longspan.reports.page.Block;
import org.longspan.reports.page.Table;
import org.longspan.reports.phenomena.ClipBiasFigure;
import org.longspan.reports.phenomena.CurvatureFigure;
import org.longspan.reports.phenomena.FoundWords;
import org.longspan.reports.phenomena.GradientNormsFigure;
import org.longspan.reports.phenomena.Looks;
import org.longspan.reports.phenomena.LyapunovFigure;
import org.longspan.reports.phenomena.NegativeCurvatureFigure;
import org.longspan.reports.phenomena.Probed;
import org.longspan.reports.phenomena.SignalFigure;
import org.longspan.reports.phenomena.SliceFigure;
import org.longspan.reports.phenomena.UnitCliffFigure;

/**
 * What probes found, from top to bottom: the cliff of one unit, then for each task and length what was found in
 * sentences and the figures, and what could not be looked at. A report has it as a section; the page of a single run is
 * made of it.
 */
public final class Phenomena {

    /** The figures of one task and length, in the order of the page; a new one is one more line here. */
    private static final List<Function<List<Probed>, Optional<Figure>>> FIGURES = List.of(
            SignalFigure::of,
            CurvatureFigure::of,
            LyapunovFigure::of,
            GradientNormsFigure::of,
            SliceFigure::of,
            ClipBiasFigure::of,
            NegativeCurvatureFigure::of);

    private final Looks looks;
    private final Function<Figure, Block> drawing;
    private final boolean open; // whether folds are

    private Phenomena(Looks looks, Function<Figure, Block> drawing, boolean open) {
        this.looks = looks;
        this.drawing = drawing;
        this.open = open;
    }

    /** Returns what is printed on the page of a single run, which says in its head what was found: each fold open. */
    static List<Block> ofOneRun(Looks looks) {
        Phenomena phenomena = new Phenomena(looks, Block.Drawing::new, true);
        List<Block> blocks = phenomena.figures(looks.runs());
        blocks.addAll(phenomena.lacks());
        return blocks;
    }

    /**
     * Returns what is printed of {@code looks} in a report; nothing without a look.
     *
     * @param drawing how a figure is printed
     */
    static List<Block> of(Looks looks, Function<Figure, Block> drawing) {
        return looks.runs().isEmpty() ? List.of() : new Phenomena(looks, drawing, false).blocks();
    }

    private List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Words("Probes looked into "
                + TextFormat.count(looks.runs().size(), "training run")
                + ", of which they changed nothing, for what makes long spans hard. The cliff of one unit needs no run: it"
                + " is what the others are compared with."));
        UnitCliffFigure.of(looks.unitCliff()).map(drawing).ifPresent(blocks::add);
        int task = 0;
        for (List<Probed> runs : looks.byTask()) {
            blocks.add(new Block.Heading("phenomena-" + task++, runs.get(0).on()));
            FoundWords.of(runs).forEach(words -> blocks.add(new Block.Words(words)));
            blocks.addAll(figures(runs));
        }
        blocks.addAll(lacks());
        return blocks;
    }

    private List<Block> figures(List<Probed> runs) {
        List<Block> blocks = new ArrayList<>();
        for (Function<List<Probed>, Optional<Figure>> figure : FIGURES) {
            figure.apply(runs).ifPresent(drawn -> blocks.add(fold(drawn, runs)));
        }
        return blocks;
    }

    private Block fold(Figure figure, List<Probed> runs) {
        String title = figure.title().replace(": " + runs.get(0).on(), "");
        return new Block.Fold(title, note(figure, runs), open, List.of(drawing.apply(figure)));
    }

    /** In how many runs the probe of a figure measured anything, and how often; an id begins with its name. */
    private static String note(Figure figure, List<Probed> runs) {
        int measured = 0;
        int looks = 0;
        for (Probed run : runs) {
            long its = run.looks().stream()
                    .filter(look -> figure.id().startsWith(look.probe()) && look.finding() instanceof Measured)
                    .count();
            measured += its > 0 ? 1 : 0;
            looks += (int) its;
        }
        return TextFormat.count(measured, "run") + (looks > measured ? ", " + TextFormat.count(looks, "look") : "");
    }

    /** What was not measured, and why. */
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
