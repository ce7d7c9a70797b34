package org.longspan.reports.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.longspan.harness.record.claim.Axis;
import org.longspan.harness.record.claim.Comparison.Fit;
import org.longspan.harness.record.claim.Quantity.OfRun;
import org.longspan.numerics.random.RandomStream;

/** What each kind of comparison gathers, against sums written out. */
class KindsTest {

    private static final Set<Axis> CLIPPING = EnumSet.of(Axis.CLIPPING);

    private static double[] values(Kind kind) {
        return ((Sample.Mean) kind.sample()).values();
    }

    @Test
    void armsArePairedInTheirBlockOnTheirProblem() {
        Rows rows = new Rows()
                .add("lstm adding 5 sgd value", 0, 0.5)
                .add("lstm adding 5 sgd norm", 0, 0.2)
                .add("lstm adding 5 sgd value", 1, 0.1)
                .add("lstm adding 5 sgd norm", 1, 0.4)
                .add("lstm adding 9 sgd value", 0, 1.0)
                .add("lstm adding 9 sgd norm", 0, 0.0)
                .add("gru adding 9 sgd value", 0, 0.9); // without a counterpart

        Kind kind = new SideDifference(rows.clipped("value"), rows.clipped("norm"), CLIPPING);

        assertThat(values(kind)).containsExactly(new double[] {0.3, -0.3, 1.0}, within(1e-12));
    }

    @Test
    void optimizersOfOneKinAreOneCluster() {
        Rows rows = new Rows();
        rows.add("lstm adding 5 sgd value", 0, 0.5).add("lstm adding 5 sgd norm", 0, 0.2);
        rows.add("lstm adding 5 adam value", 0, 0.6).add("lstm adding 5 adam norm", 0, 0.1);

        Kind kind = new SideDifference(rows.clipped("value"), rows.clipped("norm"), CLIPPING);

        assertThat(values(kind)).as("two kin").containsExactly(new double[] {0.3, 0.5}, within(1e-12));
        Kind pooled = new SideDifference(
                rows.list().stream()
                        .filter(r -> r.cell().optimizer().equals("sgd"))
                        .toList(),
                rows.list().stream()
                        .filter(r -> r.cell().optimizer().equals("adam"))
                        .toList(),
                EnumSet.of(Axis.OPTIMIZER));
        assertThat(values(pooled))
                .as("the clippings of two optimizers in a block")
                .containsExactly(new double[] {(-0.1 + 0.1) / 2}, within(1e-12));
    }

    @Test
    void modelsAreComparedBlockByBlockOnATask() {
        Rows rows = new Rows();
        rows.add("lstm adding 5 sgd none", 0, 0.5).add("lstm adding 5 sgd none", 1, 0.7);
        rows.add("rnn adding 5 adam none", 0, 0.1).add("rnn adding 5 adam none", 1, 0.6);

        Kind kind = new SideDifference(rows.of("lstm"), rows.of("rnn"), EnumSet.of(Axis.MODEL, Axis.OPTIMIZER));

        assertThat(values(kind)).containsExactly(new double[] {0.4, 0.1}, within(1e-12));
    }

    @Test
    void theBestOptimizerIsChosenOnTheOtherHalfOfTheBlocks() {
        Rows rows = new Rows();
        double[] sgd = {0.9, 0.1, 0.9, 0.1}; // best on the even blocks
        double[] adam = {0.2, 0.8, 0.2, 0.8}; // best on the odd ones
        for (int block = 0; block < 4; block++) {
            rows.add("lstm adding 5 sgd none", block, 0.5);
            rows.add("rnn adding 5 sgd none", block, sgd[block]);
            rows.add("rnn adding 5 adam none", block, adam[block]);
        }

        Kind kind = new BestDifference(rows.of("lstm"), rows.of("rnn"), EnumSet.of(Axis.MODEL, Axis.OPTIMIZER));

        assertThat(values(kind))
                .as("sgd on the odd blocks, adam on the even ones: the luck of the choice is gone")
                .containsExactly(new double[] {0.4, 0.4, 0.3, 0.3}, within(1e-12));
    }

    @Test
    void twoNumbersOfARunAreSubtractedMomentByMoment() {
        Rows of = new Rows().add("lstm adding 5 sgd none", 0, 1, 4, Double.NaN);
        Rows to = new Rows().add("lstm adding 5 sgd none", 0, 0.5, 3, 7);

        assertThat(values(new RunDifference(of.list(), to.list()))).containsExactly(0.75);
    }

    @Test
    void looksOfABlockAreCountedTogether() {
        Rows rows = new Rows()
                .add("lstm adding 5 sgd none", 0, -0.5, 0.0, 0.1)
                .add("lstm adding 5 sgd value", 0, -0.1, Double.NaN, -0.3)
                .add("lstm adding 5 sgd none", 1, 0.3);

        Sample.Share share = (Sample.Share) new LookShare(rows.list(), Double.NEGATIVE_INFINITY, -0.02).sample();

        assertThat(share.hits()).containsExactly(3, 0);
        assertThat(share.looks()).containsExactly(5, 1);
    }

    @Test
    void aSolvedRateIsAShareAndAScoreAMean() {
        Rows rows = new Rows().add("lstm adding 5 sgd none", 0, 1).add("lstm adding 5 sgd none", 1, 0);

        assertThat(new BoundedNumber(rows.list(), OfRun.SOLVED).sample()).isInstanceOf(Sample.Share.class);
        assertThat(values(new BoundedNumber(rows.list(), OfRun.SCORE))).containsExactly(1, 0);
    }

    @Test
    void aCourseOverLengthsIsFitWithinItsBlock() {
        RandomStream random = new RandomStream(3);
        Rows halving = new Rows();
        Rows exponential = new Rows();
        Rows power = new Rows();
        for (int block = 0; block < 3; block++) {
            double scale = 1 + random.uniform(0, 5);
            for (int length : new int[] {5, 10, 20, 40}) {
                String at = "lstm adding " + length + " sgd none";
                halving.add(at, block, 1 - 0.25 * Math.log(length / 5.0) / Math.log(2));
                exponential.add(at, block, scale * Math.exp(0.3 * length));
                power.add(at, block, scale * length * length);
            }
        }

        assertThat(values(new LengthCourse(halving.list(), Fit.PER_DOUBLING)))
                .containsExactly(new double[] {-0.25, -0.25, -0.25}, within(1e-12));
        assertThat(Arrays.stream(values(new LengthCourse(exponential.list(), Fit.EXPONENTIAL))))
                .hasSize(3)
                .allSatisfy(better -> assertThat(better).isGreaterThan(0.05));
        assertThat(Arrays.stream(values(new LengthCourse(power.list(), Fit.EXPONENTIAL))))
                .hasSize(3)
                .allSatisfy(better -> assertThat(better).isLessThan(-0.05));
    }

    @Test
    void aBlockWithoutALengthIsLeftOut() {
        Rows rows = new Rows()
                .add("lstm adding 5 sgd none", 0, 1)
                .add("lstm adding 10 sgd none", 0, 1)
                .add("lstm adding 20 sgd none", 0, Double.NaN);

        assertThat(values(new LengthCourse(rows.list(), Fit.PER_DOUBLING))).isEmpty();
    }
}
