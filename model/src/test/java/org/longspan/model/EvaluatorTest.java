package org.longspan.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.random.RandomStream;
import org.longspan.task.BatchBuffer;
import org.longspan.task.BlindLoss;
import org.longspan.task.LossKind;
import org.longspan.task.Measure;
import org.longspan.task.SequenceTask;
import org.longspan.task.Split;
import org.longspan.task.Targets;
import org.longspan.task.TaskDescription;

/** Measures against counts over the oracle's outputs. */
class EvaluatorTest {

    private static final int COUNT = 20;

    private static Case evaluated(LossKind loss, Measure measure, int capacity) {
        ToyTask task = ToyTask.masked(7, 3, 3, loss).measuredBy(measure);
        return new Case(Architecture.of("lstm", 5), task, COUNT, capacity);
    }

    private static Evaluation evaluate(Case c) {
        return new Evaluator(c.network, c.task, c.workspace)
                .evaluate(c.theta, Split.TRAIN, Case.SEED, Case.FROM, COUNT);
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 20, 32})
    void lossIsTheMeanWhateverTheChunks(int capacity) {
        Case c = evaluated(LossKind.SQUARED_ERROR, new Measure.Loss(), capacity);
        double expected = c.slowLoss(SlowNetwork.doubles(c.theta));

        assertThat(evaluate(c).loss()).isCloseTo(expected, within(1e-5));
        assertThat(evaluate(c).measure()).isEqualTo(evaluate(c).loss());
    }

    /** Without weights a network answers 0 or all classes alike, the best answer to the toy task's noise. */
    @ParameterizedTest
    @EnumSource(LossKind.class)
    void theLossOfTheBestAnswerWithoutInputsIsTheBlindLoss(LossKind kind) {
        Case c = evaluated(kind, new Measure.Loss(), 32);
        Parameters none = new Parameters(c.network.layout());

        double loss = new Evaluator(c.network, c.task, c.workspace)
                .evaluate(none, Split.VALIDATION, 3, 10, 500)
                .loss();

        assertThat(BlindLoss.of(c.task).on(Split.VALIDATION, 3, 10, 500)).isCloseTo(loss, within(5e-4));
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 20})
    void sequencesBeyondCountsThoseReadOutWithAnyOutputTooFar(int capacity) {
        double tolerance = 1.1;
        Case c = evaluated(LossKind.SQUARED_ERROR, new Measure.SequencesBeyond(tolerance), capacity);
        int missed = 0;
        int counted = 0;
        float[] targets = ((Targets.Real) c.batch.targets()).values();
        for (int b = 0; b < COUNT; b++) {
            double[][] y = c.slow.outputs(SlowNetwork.doubles(c.theta), c.inputs(b), null);
            double farthest = -1;
            for (int t = 0; t < y.length; t++) {
                for (int o = 0; c.batch.isReadOut(t, b) && o < 3; o++) {
                    farthest = Math.max(farthest, Math.abs(y[t][o] - targets[(t * COUNT + b) * 3 + o]));
                }
            }
            counted += farthest >= 0 ? 1 : 0;
            missed += farthest > tolerance ? 1 : 0;
        }

        assertThat(missed).isBetween(1, counted - 1);
        assertThat(counted).isLessThan(COUNT);
        assertThat(evaluate(c).measure()).isEqualTo((double) missed / counted);
    }

    @Test
    void misclassifiedSymbolsAreCountedAmongTheInformativeOnes() {
        Case c = evaluated(LossKind.SOFTMAX_CROSS_ENTROPY, new Measure.SymbolsMisclassified(), 6);
        int[] counts = misclassified(c);

        assertThat(counts[0]).isBetween(1, counts[1] - 1);
        assertThat(evaluate(c).measure()).isEqualTo((double) counts[0] / counts[1]);
    }

    @Test
    void misclassifiedSequencesHaveAnyWrongStep() {
        Case c = evaluated(LossKind.SOFTMAX_CROSS_ENTROPY, new Measure.SequencesMisclassified(), 6);
        int[] counts = misclassified(c);

        assertThat(evaluate(c).measure()).isEqualTo((double) counts[2] / counts[3]);
    }

    /** Returns wrong and all informative symbols, wrong and all sequences with a read-out. */
    private static int[] misclassified(Case c) {
        int[] classes = ((Targets.Classes) c.batch.targets()).classes();
        int[] counts = new int[4];
        for (int b = 0; b < COUNT; b++) {
            double[][] y = c.slow.outputs(SlowNetwork.doubles(c.theta), c.inputs(b), null);
            boolean anyWrong = false;
            for (int t = 0; t < y.length; t++) {
                double[] v = y[t];
                int best = v[0] > v[1] && v[0] > v[2] ? 0 : v[1] > v[2] ? 1 : 2;
                boolean wrong = c.batch.isReadOut(t, b) && best != classes[t * COUNT + b];
                anyWrong |= wrong;
                counts[0] += wrong && c.batch.isInformative(t, b) ? 1 : 0;
                counts[1] += c.batch.isInformative(t, b) ? 1 : 0;
            }
            counts[2] += anyWrong ? 1 : 0;
            counts[3] += c.batch.readOutsOf(b) > 0 ? 1 : 0;
        }
        return counts;
    }

    @Test
    void aNetworkOfNansMissesEverything() {
        for (Measure measure :
                new Measure[] {new Measure.SymbolsMisclassified(), new Measure.SequencesMisclassified()}) {
            assertThat(ofNans(evaluated(LossKind.SOFTMAX_CROSS_ENTROPY, measure, 6)))
                    .isOne();
        }
        assertThat(ofNans(evaluated(LossKind.SQUARED_ERROR, new Measure.SequencesBeyond(9), 6)))
                .isOne();
        assertThat(ofNans(evaluated(LossKind.SQUARED_ERROR, new Measure.Loss(), 6)))
                .isNaN();
    }

    @Test
    void aShareAmongNothingIsNotANumberAndSolvesNothing() {
        Case c = evaluated(LossKind.SOFTMAX_CROSS_ENTROPY, new Measure.SymbolsMisclassified(), COUNT);
        SequenceTask blanks = new SequenceTask() {
            @Override
            public TaskDescription description() {
                return c.task.description();
            }

            @Override
            public void write(Split split, long n, int b, BatchBuffer batch, RandomStream stream) {
                batch.blank(0, b, 0);
            }
        };
        assertThat(new Evaluator(c.network, blanks, c.workspace)
                        .evaluate(c.theta, Split.TEST, 1, 0, COUNT)
                        .measure())
                .isNaN();
    }

    private static double ofNans(Case c) {
        Parameters nans = c.theta.copy();
        nans.block("readout.bias").fill(Float.NaN);
        return new Evaluator(c.network, c.task, c.workspace)
                .evaluate(nans, Split.TEST, 1, 0, COUNT)
                .measure();
    }
}
