package org.longspan.reports.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.longspan.reports.inference.ClippingShares.Shape;

class ClippingSharesTest {

    @Test
    void sharesAddUpToTheWhole() {
        for (int kin = 1; kin < 30; kin += 7) {
            for (int problems = 1; problems < 5; problems++) {
                for (int blocks = 1; blocks < 24; blocks++) {
                    for (boolean crossed : new boolean[] {false, true}) {
                        ClippingShares shares = ClippingShares.of(0.5, new Shape(kin, problems, blocks), crossed);
                        double sum = shares.pooled()
                                + shares.heterogeneity()
                                + shares.pairs()
                                + shares.optimizers()
                                + shares.problems();
                        assertThat(sum).isCloseTo(0.5, within(1e-15));
                        assertThat(shares.pooled()).isGreaterThanOrEqualTo(0.125);
                        assertThat(shares.pairs() > 0).isEqualTo(crossed);
                    }
                }
            }
        }
    }

    @Test
    void clippingsThatAreDealtLeaveTheirWholeShareToThePooledEffects() {
        assertThat(ClippingShares.of(0.5, new Shape(22, 3, 1), false)).isEqualTo(new ClippingShares(0.5, 0, 0, 0, 0));
    }

    @Test
    void twelveBlocksOfThreeProblemsOpenEveryLevel() {
        Shape standard = new Shape(22, 3, 12);
        assertThat(ClippingShares.of(0.5, standard, true))
                .isEqualTo(new ClippingShares(0.125, 0.0625, 0.0625, 0.125, 0.125));
        assertThat(standard.blocksForOptimizers(0.5)).isZero();
        assertThat(standard.blocksForProblems(0.5)).isZero();
    }

    @Test
    void oneProblemLeavesItsShareToOptimizers() {
        Shape one = new Shape(22, 1, 12);
        assertThat(ClippingShares.of(0.5, one, true)).isEqualTo(new ClippingShares(0.125, 0.0625, 0.0625, 0.25, 0));
        assertThat(one.blocksForProblems(0.5)).isZero();
    }

    @Test
    void closedLevelOpensWithTheBlocksItNames() {
        for (int kin = 2; kin < 40; kin += 5) {
            for (int problems = 1; problems < 5; problems++) {
                Shape few = new Shape(kin, problems, 2);
                Shape optimizers = new Shape(kin, problems, few.blocksForOptimizers(0.5));
                assertThat(few.blocksForOptimizers(0.5)).isGreaterThan(2);
                assertThat(ClippingShares.of(0.5, optimizers, true).optimizers())
                        .isPositive();
                if (problems > 1) {
                    Shape each = new Shape(kin, problems, few.blocksForProblems(0.5));
                    assertThat(ClippingShares.of(0.5, each, true).problems()).isPositive();
                }
            }
        }
    }
}
