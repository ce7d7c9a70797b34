package org.longspan.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.example.firstsymbol.FirstSymbolProvider;
import org.junit.jupiter.api.Test;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.task.Measure;
import org.longspan.task.SequenceTask;
import org.longspan.task.Split;

/** Four symbols, all equally probable; the predictor always says the first one. */
class ScoreTest {

    private final SequenceTask task = new FirstSymbolProvider().create("noisy", 3, Settings.NONE);

    @Test
    void theLossIsTheMeanOfMinusLogSoftmax() {
        Predictor even = (batch, b, t) -> new double[] {7, 7, 7, 7};
        Score loss = Score.loss(task, even, Split.TEST, 1000);
        assertThat(loss.mean()).isCloseTo(StrictMath.log(4), within(1e-12));
        assertThat(loss.standardError()).isCloseTo(0, within(1e-6));
    }

    @Test
    void aGuessIsWrongThreeTimesInFour() {
        Predictor first = (batch, b, t) -> new double[] {1, 0, 0, 0};
        Score wrong = Score.of(task, new Measure.SymbolsMisclassified(), first, Split.TEST, 10_000);
        assertThat(wrong.standardError()).isCloseTo(Math.sqrt(0.75 * 0.25 / 10_000), within(1e-4));
        assertThat(wrong.mean()).isCloseTo(0.75, within(4 * wrong.standardError()));
        assertThat(Score.of(task, new Measure.SequencesMisclassified(), first, Split.TEST, 10_000))
                .isEqualTo(wrong);
    }
}
