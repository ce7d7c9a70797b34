package org.longspan.reports.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.longspan.reports.figure.Figure;
import org.longspan.reports.figure.Order;
import org.longspan.reports.finding.Conclusions;
import org.longspan.reports.finding.Findings;
import org.longspan.reports.phenomena.Looks;
import org.longspan.reports.summary.ArrangedRun;
import org.longspan.reports.summary.Problem;
import org.longspan.reports.summary.UnpublishedSizes;

/**
 * What sections are made from.
 *
 * @param run whole
 * @param findings what follows from it
 * @param costs what JMH measured
 * @param looks what probes found
 */
public record Material(ArrangedRun run, Findings findings, MeasuredCosts costs, Looks looks) {

    /** Creates the material of a run that no probe looked at. */
    public Material(ArrangedRun run, Findings findings, MeasuredCosts costs) {
        this(run, findings, costs, Looks.NONE);
    }

    /** Returns what the inference says. */
    public Conclusions conclusions() {
        return findings.conclusions();
    }

    /** Returns the order in which figures show methods. */
    public Order order() {
        return Order.of(conclusions());
    }

    /** Returns a figure as it is printed. */
    public Block drawing(Figure figure) {
        return new Block.Drawing(noted(figure));
    }

    /** Returns a figure whose caption ends with what every caption ends with. */
    public Figure noted(Figure figure) {
        return figure.noting(UnpublishedSizes.note(run));
    }

    /** Returns the figure as a block, or nothing. */
    public List<Block> drawing(Optional<Figure> figure) {
        return figure.map(this::drawing).stream().toList();
    }

    /** Returns a fold with one figure. */
    public Block folded(Figure figure, String note, boolean open) {
        return new Block.Fold(figure.title(), note, open, List.of(drawing(figure)));
    }

    /**
     * Returns a fold a problem.
     *
     * @param open whether the first of them is open
     */
    public List<Block> perProblem(
            Function<Problem, Optional<Figure>> figures, Function<Problem, String> note, boolean open) {
        List<Block> folds = new ArrayList<>();
        for (Problem problem : run.problems()) {
            figures.apply(problem)
                    .ifPresent(figure -> folds.add(folded(figure, note.apply(problem), open && folds.isEmpty())));
        }
        return folds;
    }
}
