package org.longspan.reports.figure;

import java.util.Collection;
import java.util.List;
import org.longspan.reports.finding.Conclusions;
import org.longspan.reports.summary.ArrangedRun;

/**
 * In what order figures show methods, so that one is found at the same place in each.
 *
 * @param optimizers all of the run
 * @param clippings all of the run
 */
public record Order(List<String> optimizers, List<String> clippings) {

    /** Returns the order of the {@link ScoreMatrix}; methods without a score are last, as the plan has them. */
    public static Order of(Conclusions conclusions) {
        MatrixOrder order =
                MatrixOrder.of(conclusions, ArmScore.of(conclusions.rows().run()));
        return new Order(order.optimizers(), order.clippings());
    }

    /** Returns the order of the plan. */
    public static Order planned(ArrangedRun run) {
        return new Order(run.optimizers(), run.clippings());
    }

    /** Returns those of {@code names}, optimizers of the run, in this order. */
    List<String> optimizers(Collection<String> names) {
        return optimizers.stream().filter(names::contains).toList();
    }
}
