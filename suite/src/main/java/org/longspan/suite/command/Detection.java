package org.longspan.suite.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.longspan.harness.method.MethodCatalogue;
import org.longspan.harness.plan.Factors;
import org.longspan.harness.plan.Plan;
import org.longspan.harness.refusal.UserError;
import org.longspan.harness.store.StoredLines;
import org.longspan.numerics.random.Seed;
import org.longspan.reports.finding.IndexedRun;
import org.longspan.reports.inference.Analysis;
import org.longspan.reports.inference.BlocksToDetect;
import org.longspan.reports.inference.Effect;
import org.longspan.reports.summary.ArrangedRun;
import org.longspan.reports.summary.HeldResults;
import org.longspan.suite.text.Wording;

/**
 * How many blocks of a plan find a difference in the score: at the spread between clusters in the stored results where
 * enough comparisons were tested, else at the usual one.
 *
 * @param plan the plan
 * @param methods that it may name
 * @param stored what its stored results say; empty if there are none
 */
record Detection(Plan plan, MethodCatalogue methods, Optional<Analysis> stored) {

    /** Tested comparisons whose middle is believed. */
    private static final int ENOUGH = 5;

    /** Returns what the results in {@code folder} say; empty if it holds no run that can be read. */
    static Optional<Analysis> analysis(Path folder) {
        try {
            StoredLines run = StoredLines.of(folder);
            IndexedRun rows = IndexedRun.of(ArrangedRun.of(run.manifest(), HeldResults.of(run::forEach)));
            Seed seed = Seed.root(run.manifest().rules().seed()).with("inference", 0);
            return Optional.of(Analysis.of(rows.design(), rows.evaluations(), seed));
        } catch (UserError e) { // the plan is shown all the same
            return Optional.empty();
        }
    }

    /** Returns the sentence on a difference of that size. */
    String sentence(double difference) {
        Factors factors = plan.factors();
        List<String> found = new ArrayList<>();
        if (comparesClippings()) {
            found.add(blocks(
                            difference,
                            ofClippings(),
                            analysis -> analysis.clippings().pooled()) + " of a clipping against "
                    + factors.control().orElseThrow() + ", over all optimizers and problems (the plan has "
                    + plan.tier().blocks() + ")");
        }
        if (kin() > 1) {
            found.add(blocks(
                            difference,
                            ofOptimizers(),
                            analysis -> analysis.optimizers().pairs())
                    + " of two optimizers, over all problems (the plan has "
                    + plan.tier().controlBlocks() + ")");
        }
        return found.isEmpty()
                ? "nothing: the plan compares neither clippings nor optimizers"
                : "a difference of " + Wording.number(difference) + " in the score with probability "
                        + BlocksToDetect.POWER + ": " + String.join("; ", found);
    }

    /** The middle one of the comparisons tested, if there are enough of them. */
    private String blocks(double difference, BlocksToDetect usual, Function<Analysis, List<Effect>> effects) {
        int[] seen = stored.map(effects).orElse(List.of()).stream()
                .filter(effect -> effect.evidence().isPresent())
                .mapToInt(effect -> BlocksToDetect.asSeen(effect).of(difference))
                .sorted()
                .toArray();
        return seen.length < ENOUGH
                ? Wording.count(usual.of(difference), "block") + " at the usual spread"
                : Wording.count(seen[seen.length / 2], "block") + " at the spread of the stored results";
    }

    private BlocksToDetect ofClippings() {
        Factors factors = plan.factors();
        boolean alsoPairs = plan.tier().blocks() == plan.tier().controlBlocks();
        return BlocksToDetect.ofClippings(
                kin(), factors.clippings().size(), factors.problems().size(), (alsoPairs ? 0.25 : 1) / families());
    }

    private BlocksToDetect ofOptimizers() {
        return BlocksToDetect.ofOptimizers(kin(), plan.factors().problems().size(), 1.0 / families());
    }

    private boolean comparesClippings() {
        return plan.factors().control().isPresent()
                && plan.factors().clippings().size() > 1;
    }

    /** The families that the run's level is divided over, as {@link Analysis} counts them. */
    private int families() {
        Factors factors = plan.factors();
        return (int) IntStream.of(
                        comparesClippings() ? 2 : 1,
                        kin(),
                        factors.models().size(),
                        factors.schedules().size(),
                        factors.policies().size())
                .filter(levels -> levels > 1)
                .count();
    }

    /** Two names of one method count once. */
    private int kin() {
        return (int) plan.factors().optimizers().stream()
                .map(optimizer -> methods.optimizers().named(optimizer.name()).kin())
                .distinct()
                .count();
    }
}
