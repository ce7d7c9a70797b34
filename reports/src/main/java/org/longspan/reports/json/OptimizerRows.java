package org.longspan.reports.json;

import static org.longspan.reports.json.Numbers.finite;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.longspan.reports.finding.CostUnit;
import org.longspan.reports.finding.Ease;
import org.longspan.reports.finding.Profiles;
import org.longspan.reports.inference.PerformanceProfile;
import org.longspan.reports.inference.StepFunction;
import org.longspan.reports.inference.Tries;
import org.longspan.reports.summary.FinalLoss;

/** How easily and how soon optimizers solve anything. */
public final class OptimizerRows {

    private OptimizerRows() {}

    /** An optimizer over all problems and clippings. */
    public record OptimizerRow(
            String optimizer,
            int drawn,
            int drawnSolved,
            Double tries,
            Double triesFrom,
            Double triesTo,
            String triesInWords,
            int runs,
            int solved,
            int diverged,
            Double finalLossOverChance,
            long updates,
            boolean solvesNothing) {}

    /** A step function: the share from each x on. */
    public record ProfileRow(
            String profile, String optimizer, String unit, List<Double> x, List<Double> share, Double score) {}

    static OptimizerRow row(Ease ease) {
        Tries tries = ease.tries().orElse(null);
        boolean value = tries != null && tries.value().isPresent();
        return new OptimizerRow(
                ease.optimizer(),
                tries == null ? 0 : tries.runs(),
                tries == null ? 0 : tries.solved(),
                value ? tries.value().getAsDouble() : null,
                tries == null ? null : finite(tries.interval().low()),
                tries == null ? null : finite(tries.interval().high()),
                tries == null ? "nothing was drawn" : tries.words(),
                ease.runs(),
                ease.solved(),
                ease.diverged(),
                ease.finalLoss().map(FinalLoss::overChance).map(Numbers::finite).orElse(null),
                ease.updates(),
                ease.solvesNothing());
    }

    static List<ProfileRow> profiles(Profiles profiles) {
        List<ProfileRow> rows = new ArrayList<>();
        for (CostUnit unit : CostUnit.values()) {
            for (int i = 0; i < profiles.optimizers().size(); i++) {
                StepFunction curve = profiles.data().get(unit).get(i);
                rows.add(row("data", profiles.optimizers().get(i), unit.word(), curve, null));
            }
        }
        PerformanceProfile performance = profiles.performance().get(CostUnit.SEQUENCE_FORWARDS);
        for (int i = 0; performance != null && i < profiles.optimizers().size(); i++) {
            StepFunction curve = performance.curves().get(i);
            double score = performance.score(i);
            rows.add(row("performance", profiles.optimizers().get(i), "factor of the least cost", curve, score));
        }
        return rows;
    }

    private static ProfileRow row(String profile, String optimizer, String unit, StepFunction curve, Double score) {
        return new ProfileRow(profile, optimizer, unit, list(curve.x()), list(curve.share()), score);
    }

    private static List<Double> list(double[] values) {
        return DoubleStream.of(values).boxed().toList();
    }
}
