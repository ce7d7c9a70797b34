package org.longspan.reports.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.longspan.numerics.random.RandomStream;
import org.longspan.numerics.random.Seed;

class MeanScoreTest {

    private static final Tests TESTS = new Tests(Seed.root(2), new Effort(20, 1_999, 20, 20_000));

    private static MeanScore of(Runs runs) {
        return MeanScore.of(new Scores(runs.list()), 0, TESTS);
    }

    @Test
    void intervalCoversTheMeanOverProblemsOfUnequalDifficulty() {
        RandomStream luck = new RandomStream(8);
        int covered = 0;
        double width = 0;
        for (int run = 0; run < 300; run++) {
            Runs runs = new Runs();
            for (int task = 0; task < 3; task++) {
                for (int block = 0; block < 8; block++) {
                    runs.add(0, 0, task, block, 0.2 + 0.3 * task + luck.uniform(-0.2, 0.2));
                }
            }
            MeanScore score = of(runs);
            covered += score.interval().contains(0.5) ? 1 : 0;
            width += (score.interval().high() - score.interval().low()) / 300;
        }
        assertThat(covered / 300.0).isBetween(0.91, 0.99);
        assertThat(width).isBetween(0.08, 0.12); // 4.1 standard errors of 0.4 / √12 / √24
    }

    @Test
    void clippingsOfABlockCountEqually() {
        Runs runs = new Runs().add(0, 0, 0, 0, 0.2).add(0, 1, 0, 0, 0.4).add(0, 0, 0, 1, 0.6);
        assertThat(of(runs).mean()).isCloseTo(0.45, within(1e-15));
    }

    @Test
    void fewScoresHaveAnIntervalOfSomeWidth() {
        for (int scored = 0; scored < 12; scored++) {
            Runs runs = new Runs();
            for (int block = 0; block < 12; block++) {
                runs.add(0, 0, 0, block, block < scored ? 0.5 : 0);
            }
            MeanScore score = of(runs);
            assertThat(score.interval().contains(score.mean())).isTrue();
            assertThat(score.interval().high()).isGreaterThan(score.interval().low());
        }
    }

    @Test
    void constantScoresHaveAnIntervalOfSomeWidth() {
        Runs runs = new Runs();
        for (int block = 0; block < 12; block++) {
            runs.add(0, 0, 0, block, 0.5);
        }
        assertThat(of(runs).interval().high()).isGreaterThan(0.5);
        assertThat(of(runs).interval().low()).isLessThan(0.5);
    }
}
