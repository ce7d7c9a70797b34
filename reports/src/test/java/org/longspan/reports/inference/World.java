package org.longspan.reports.inference;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.longspan.numerics.random.RandomStream;
import org.longspan.numerics.random.Seed;

/**
 * Outcomes whose truth is known. Each run has a key of its own, and of the variance of its luck on the normal scale four
 * fifths are shared within (problem, kin, block).
 */
interface World {

    /** Share of the luck that runs of a kin have in common within a block. */
    double SHARED = 0.8;

    /** Returns the true mean of S. */
    double mean(Tier.Place place);

    /** Returns how a run's score scatters about it. */
    Luck luck(Tier.Place place);

    /** Returns a run of {@code tier} in this world. */
    default List<Evaluation> draw(Tier tier, Seed root) {
        NormalDistribution normal = new NormalDistribution(null, 0, 1);
        RandomStream stream = new RandomStream(0);
        Design design = tier.design();
        List<Evaluation> runs = new ArrayList<>();
        for (Tier.Place place : tier.places(root)) {
            int kin = design.kin().get(place.optimizer());
            stream.reset(root.with("shared", place.problem()).value(), kin, place.block());
            double shared = stream.normal();
            long arm = 100L * place.optimizer() + place.clipping();
            stream.reset(root.with("own", place.problem()).value(), arm, place.block());
            double own = stream.normal();
            double quantile = normal.cumulativeProbability(Math.sqrt(SHARED) * shared + Math.sqrt(1 - SHARED) * own);
            runs.add(evaluation(place, luck(place).score(mean(place), quantile), runs.size()));
        }
        return runs;
    }

    /** Returns one run of every cell with its mean as its score. */
    default List<Evaluation> truth(Tier tier) {
        return tier.inOneBlock().places(Seed.root(0)).stream()
                .map(place -> evaluation(place, mean(place), 0))
                .toList();
    }

    private static Evaluation evaluation(Tier.Place place, double score, long bits) {
        return new Evaluation(
                place.model(), place.task(), place.optimizer(), place.clipping(), 0, 0, place.block(), score, bits);
    }

    /** Problems of unequal difficulty, and between methods no difference at all. */
    static double base(Tier.Place place) {
        return 0.3 + 0.05 * (place.task() % 3);
    }
}
