package org.longspan.reports.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.longspan.numerics.random.Seed;

/**
 * Whole analyses of outcomes whose truth is known: at most 5 % say "better" or "worse" of what is equal, and at most 5 %
 * say "equivalent" of what differs by the margin. A share of 5 % gives at most 67 of 1,000 and 3 of 10 with a probability
 * of 0.99. {@code -Pthorough} makes 1,000 analyses of every world and design, a normal build 10.
 */
class NullTest {

    /** Fewer patterns than a report draws, for speed: the level holds with any number. */
    private static final Effort EFFORT = new Effort(12, 999, 20, 100_000);

    /** Enough patterns for the p of equivalence of a clipping, for which none are added. */
    private static final Effort EQUIVALENCE = new Effort(12, 1_999, 20, 20_000);

    private static final double ROUNDING = 1e-9;

    private static final boolean THOROUGH = Boolean.getBoolean("thorough");

    private static final int RUNS = THOROUGH ? 1_000 : 10;

    /** False statements allowed in so many analyses: the 99th percentile of a binomial of 5 %. */
    private static final int ALLOWED = THOROUGH ? 67 : 3;

    static Stream<Arguments> nulls() {
        return Stream.of(Tier.QUICK, Tier.STANDARD)
                .flatMap(tier -> Stream.of(Null.values()).map(world -> Arguments.of(world, tier)));
    }

    @ParameterizedTest
    @MethodSource("nulls")
    void whatIsEqualIsSeldomCalledBetterOrWorse(Null world, Tier tier) {
        Truth truth = new Truth(world, tier);
        int wrong = 0;
        for (int run = 0; run < RUNS; run++) {
            Analysis analysis =
                    truth.analysis(Assay.undeclared(), Seed.root(run).with("null", world.name()), EFFORT);
            wrong += analysis.effects().anyMatch(truth::isFalselyShown) ? 1 : 0;
        }
        System.out.printf("%s %s: %d of %d analyses say something false%n", world, name(tier), wrong, RUNS);
        assertThat(wrong).isLessThanOrEqualTo(ALLOWED);
    }

    static Stream<Arguments> margins() {
        return Stream.of(Tier.QUICK, Tier.STANDARD)
                .flatMap(
                        tier -> Stream.of(Luck.SOLVES, Luck.STEADY, Luck.SKEWED).map(luck -> Arguments.of(luck, tier)));
    }

    @ParameterizedTest
    @MethodSource("margins")
    void aDifferenceOfTheMarginIsSeldomCalledEquivalent(Luck luck, Tier tier) {
        Truth truth = new Truth(new Margin(luck), tier);
        Assay assay = new Assay(15, Set.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15));
        int wrong = 0;
        for (int run = 0; run < RUNS; run++) {
            Analysis analysis = truth.analysis(assay, Seed.root(run).with("margin", luck.name()), EQUIVALENCE);
            wrong += analysis.effects()
                            .anyMatch(effect ->
                                    isCalledSmall(effect) && Math.abs(truth.mean(effect)) >= Design.MARGIN - ROUNDING)
                    ? 1
                    : 0;
        }
        System.out.printf("%s %s: %d of %d analyses say equivalent of 0.05%n", luck, name(tier), wrong, RUNS);
        assertThat(wrong).isLessThanOrEqualTo(ALLOWED);
    }

    /** Whether the difference is said to be under the margin, also where nothing is made of it. */
    private static boolean isCalledSmall(Effect effect) {
        return effect.underMargin()
                || effect.verdict() == Verdict.EQUIVALENT
                || effect.verdict() == Verdict.INSENSITIVE;
    }

    /** Each clipping but the positive control adds the margin, and so does every second optimizer. */
    private record Margin(Luck scatter) implements World {

        @Override
        public double mean(Tier.Place place) {
            double ofOptimizer = place.optimizer() / 2 % 2 == 0 ? 0 : Design.MARGIN;
            double ofClipping = place.clipping() == 0 ? 0 : place.clipping() == 15 ? -0.25 : Design.MARGIN;
            return World.base(place) + 0.05 + ofOptimizer + ofClipping;
        }

        @Override
        public Luck luck(Tier.Place place) {
            return scatter;
        }
    }

    private static String name(Tier tier) {
        return tier.dealt() ? "quick" : "standard";
    }
}
