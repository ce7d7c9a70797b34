package org.longspan.reports.inference;

import org.longspan.numerics.random.Seed;

/** What is true of the comparisons of a plan in a world. */
final class Truth {

    private static final double ROUNDING = 1e-9;

    private final World world;
    private final Tier tier;
    private final Scores means;

    Truth(World world, Tier tier) {
        this.world = world;
        this.tier = tier;
        means = new Scores(world.truth(tier));
    }

    Analysis analysis(Assay assay, Seed root, Effort effort) {
        return Analysis.of(tier.design().with(assay), world.draw(tier, root), root.with("analysis", 0), effort);
    }

    /** Returns the true difference that {@code effect} estimates. */
    double mean(Effect effect) {
        return Paired.of(means, tier.design(), effect.contrast()).mean();
    }

    /** Returns whether it says better of what is not better, or worse of what is not worse. */
    boolean isFalselyShown(Effect effect) {
        double truth = effect.shown() ? mean(effect) : 0;
        return effect.verdict() == Verdict.BETTER && truth <= ROUNDING
                || effect.verdict() == Verdict.WORSE && truth >= -ROUNDING;
    }
}
