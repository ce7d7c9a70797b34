package org.longspan.reports.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.longspan.reports.figure.CurveFigure;
import org.longspan.reports.figure.DynamicsFigure;
import org.longspan.reports.figure.Order;
import org.longspan.reports.figure.TextFormat;
import org.longspan.reports.finding.Rate;
import org.longspan.reports.page.Block;
import org.longspan.reports.page.Material;
import org.longspan.reports.page.Part;
import org.longspan.reports.page.Section;
import org.longspan.reports.summary.ArrangedRun;
import org.longspan.reports.summary.CellResult;
import org.longspan.reports.summary.Problem;

/** How runs learned, problem by problem. */
final class CurveSection implements Section {

    @Override
    public Optional<Part> of(Material material) {
        ArrangedRun run = material.run();
        Order order = material.order();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Words("One chart an optimizer. A line leads to its trials."));
        blocks.addAll(material.perProblem(
                problem -> Optional.of(
                        CurveFigure.of(run, problem, "curves-" + run.problems().indexOf(problem), order)),
                problem -> note(run, problem),
                true));
        blocks.add(new Block.Heading("dynamics", "The steps behind them"));
        blocks.addAll(material.perProblem(
                problem -> DynamicsFigure.of(
                        run, problem, "dynamics-" + run.problems().indexOf(problem), order),
                problem -> "",
                false));
        return Optional.of(new Part("curves", "Curves", "How they learned", blocks));
    }

    private static String note(ArrangedRun run, Problem problem) {
        List<CellResult> cells = run.cells(c -> c.problem().equals(problem));
        Rate rate = Rate.of(cells);
        int runs = cells.stream().mapToInt(CellResult::runs).sum();
        return problem.entry().solvable()
                ? TextFormat.count(rate.solved()) + " of " + TextFormat.count(rate.runs(), "run") + " solved"
                : TextFormat.count(runs, "run");
    }
}
