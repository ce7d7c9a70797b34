package org.longspan.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.longspan.numerics.Block;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.oracle.GradientSeams;
import org.longspan.numerics.oracle.SignalTransform;
import org.longspan.numerics.oracle.Site;
import org.longspan.task.LossKind;

/** The effect of a signal transform on the gradient of a whole network. */
class SignalTest {

    /** Multiplies every row, and keeps the rows that it met. */
    private static final class Scale implements SignalTransform {

        private final Site site;
        private final float factor;
        private final List<float[]> rows = new ArrayList<>();

        Scale(Site site, float factor) {
            this.site = site;
            this.factor = factor;
        }

        @Override
        public Site site() {
            return site;
        }

        @Override
        public boolean apply(float[] signal, int from, int width) {
            rows.add(Arrays.copyOfRange(signal, from, from + width));
            for (int i = from; i < from + width; i++) {
                signal[i] *= factor;
            }
            return factor != 1;
        }
    }

    private static Parameters gradient(Case c, SignalTransform perStep) {
        Parameters gradient = new Parameters(c.network.layout());
        c.objective.gradient(c.theta, new GradientSeams(perStep, null), gradient);
        return gradient;
    }

    @ParameterizedTest
    @CsvSource({
        "tanh-rnn, HIDDEN",
        "tanh-rnn, PREACTIVATION",
        "lstm, HIDDEN",
        "lstm, CELL",
        "lstm, PREACTIVATION",
        "lstm-1997, HIDDEN",
        "lstm-1997, CELL",
        "lstm-1997, PREACTIVATION",
        "gru, HIDDEN",
        "gru, PREACTIVATION",
        "gru-cho, HIDDEN",
        "min-gru, HIDDEN",
        "min-gru, PREACTIVATION",
        "orthogonal-rnn, HIDDEN",
        "orthogonal-rnn, PREACTIVATION",
        "lru, HIDDEN",
        "lru, CELL",
        "lru, PREACTIVATION"
    })
    void theIdentityChangesNoBit(String cell, Site site) {
        Case c = Case.of(cell, 2, LossKind.SQUARED_ERROR);

        assertThat(gradient(c, new Scale(site, 1)).data())
                .isEqualTo(gradient(c, null).data());
    }

    @ParameterizedTest
    @CsvSource({
        "tanh-rnn, HIDDEN", "tanh-rnn, PREACTIVATION", "lstm, HIDDEN", "lstm, PREACTIVATION", "lstm-1997, HIDDEN",
        "lstm-1997, PREACTIVATION", "gru, HIDDEN", "gru, PREACTIVATION", "gru-cho, HIDDEN", "min-gru, HIDDEN",
        "min-gru, PREACTIVATION"
    })
    void zeroAtASiteLeavesOnlyTheReadOutAGradient(String cell, Site site) {
        Case c = Case.of(cell, 2, LossKind.SQUARED_ERROR);
        Parameters gradient = gradient(c, new Scale(site, 0));

        for (Block block : c.network.layout().blocks()) {
            float[] part = Arrays.copyOfRange(gradient.data(), block.offset(), block.end());
            if (block.name().startsWith("layer")) {
                assertThat(part).as(block.name()).containsOnly(0f);
            } else {
                assertThat(part).as(block.name()).doesNotContain(0f);
            }
        }
    }

    @Test
    void zeroAtTheCellLeavesOnlyTheOutputGateAGradient() {
        Case c = Case.of("lstm", 1, LossKind.SQUARED_ERROR);
        float[] bias = Arrays.copyOfRange(
                gradient(c, new Scale(Site.CELL, 0)).data(),
                c.network.layout().block("layer0.bias").offset(),
                c.network.layout().block("layer0.bias").end());

        int outputGate = 3 * Case.HIDDEN;
        assertThat(Arrays.copyOf(bias, outputGate)).containsOnly(0f);
        assertThat(Arrays.copyOfRange(bias, outputGate, bias.length)).doesNotContain(0f);
    }

    @Test
    void aChangedRowIsWhatEarlierStepsSee() {
        Case c = new Case(Architecture.of("tanh-rnn", 4), ToyTask.lastOnly(3, 2, 1), 1, 1);
        Scale identity = new Scale(Site.HIDDEN, 1);
        Scale half = new Scale(Site.HIDDEN, 0.5f);
        gradient(c, identity);
        gradient(c, half);

        for (int j = 0; j < 4; j++) {
            // t = 3, 2, 1: halved 0, 1 and 2 times before it is met, exactly, for halving rounds nothing.
            assertThat(half.rows.get(0)[j]).isEqualTo(identity.rows.get(0)[j]);
            assertThat(half.rows.get(1)[j]).isEqualTo(identity.rows.get(1)[j] / 2);
            assertThat(half.rows.get(2)[j]).isEqualTo(identity.rows.get(2)[j] / 4);
        }
    }

    @Test
    void rowsAreCotangentsOfEachSequencesOwnLoss() {
        ToyTask task = ToyTask.lastOnly(4, 2, 1);
        Scale alone = new Scale(Site.HIDDEN, 1);
        Scale among = new Scale(Site.HIDDEN, 1);
        gradient(new Case(Architecture.of("lstm", 4), task, 1, 1), alone);
        gradient(new Case(Architecture.of("lstm", 4), task, 3, 3), among);

        for (int step = 0; step < 4; step++) {
            assertThat(among.rows.get(3 * step)).isEqualTo(alone.rows.get(step));
        }
    }

    @Test
    void everyLayerIsVisitedFromTheTopDown() {
        Case c = Case.of("lstm", 2, LossKind.SQUARED_ERROR);
        Scale probe = new Scale(Site.PREACTIVATION, 1);
        gradient(c, probe);

        assertThat(probe.rows).hasSize(2 * 7 * 5).allMatch(row -> row.length == 4 * Case.HIDDEN);
    }

    @Test
    void aTanhNetworkHasNoCellToActOn() {
        Case c = Case.of("tanh-rnn", 1, LossKind.SQUARED_ERROR);

        assertThat(c.network.sites()).containsExactlyInAnyOrder(Site.HIDDEN, Site.PREACTIVATION);
        assertThatThrownBy(() -> gradient(c, new Scale(Site.CELL, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("CELL");
    }
}
