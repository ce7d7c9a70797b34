package org.longspan.reports.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.longspan.numerics.random.RandomStream;
import org.longspan.numerics.random.Seed;
import org.longspan.reports.statistics.Holm;

class FamilyTest {

    private static final Tests TESTS = new Tests(Seed.root(3), new Effort(20, 1_999, 20, 20_000));

    private static Paired paired(int of, double[] d) {
        int nonZero = SignFlip.nonZero(d);
        Counts counts = new Counts(d.length, 0, 0, 0, d.length, nonZero, d.length);
        return new Paired(Contrast.pooled(Factor.CLIPPING, of, 0), counts, d, new int[d.length], new int[d.length]);
    }

    private static List<Paired> members(int number, int clusters, double step) {
        RandomStream random = new RandomStream(12);
        List<Paired> members = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            double mean = step * i;
            double[] d = new double[clusters];
            Arrays.setAll(d, c -> mean + 0.2 * random.normal());
            members.add(paired(i + 1, d));
        }
        return members;
    }

    @Test
    void adjustedPIsHolmsOverTheShare() {
        List<Paired> members = members(8, 18, 0.03);
        double[] p = members.stream()
                .mapToDouble(m -> new CountedFlips(m.difference()).p())
                .toArray();
        double[] holm = Holm.adjust(p);
        List<Judgement> judged = new Family(TESTS).judge(members, 0.5, 0);
        for (int i = 0; i < p.length; i++) {
            Evidence evidence = judged.get(i).evidence().orElseThrow();
            assertThat(evidence.p()).isEqualTo(p[i]);
            assertThat(evidence.adjusted()).isCloseTo(Math.min(1, 2 * holm[i]), within(1e-15));
        }
    }

    @Test
    void intervalAtTheLevelJudgedExcludesZeroExactlyWhereADifferenceIsShown() {
        for (int clusters : new int[] {14, 18, 40}) {
            List<Judgement> judged = new Family(TESTS).judge(members(12, clusters, 0.02), 0.5, 0);
            assertThat(judged).anyMatch(Judgement::shown).anyMatch(j -> !j.shown());
            for (Judgement judgement : judged) {
                Evidence evidence = judgement.evidence().orElseThrow();
                assertThat(evidence.judged().contains(0)).isEqualTo(!judgement.shown());
                assertThat(evidence.interval().contains(0)).isEqualTo(evidence.p() > 0.05);
            }
        }
    }

    @Test
    void noPIsUnderItsParents() {
        List<Judgement> judged = new Family(TESTS).judge(members(8, 18, 0.1), 1, 0.04);
        assertThat(judged).allMatch(j -> j.adjustedP() >= 0.04).anyMatch(j -> j.adjustedP() == 0.04);
    }

    @Test
    void whatIsNotTestedDoesNotCount() {
        double[] seldom = new double[40];
        Arrays.fill(seldom, 0, SignFlip.FEWEST - 1, 0.5);
        double[] often = new double[40];
        Arrays.fill(often, 0, SignFlip.FEWEST, 0.5);
        List<Judgement> judged = new Family(TESTS).judge(List.of(paired(1, seldom), paired(2, often)), 1, 0);
        assertThat(judged.get(0).evidence()).isEmpty();
        assertThat(judged.get(0).shown()).isFalse();
        assertThat(judged.get(1).adjustedP()).isEqualTo(2.0 / 1024);
    }
}
