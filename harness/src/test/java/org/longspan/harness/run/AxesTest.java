package org.longspan.harness.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.longspan.harness.record.ModelChoice;
import org.longspan.harness.record.Trial;

class AxesTest {

    private static final Trial OTHER_ARM = Trials.of("adam", Map.of(), "global-norm", Map.of("threshold", 3.0));

    @Test
    void everyArmMeetsTheSameDataFromTheSameStart() {
        assertThat(Axes.data(OTHER_ARM)).isEqualTo(Axes.data(Trials.PLAIN));
        assertThat(Axes.weights(OTHER_ARM)).isEqualTo(Axes.weights(Trials.PLAIN));
    }

    @Test
    void everyTrialHasTransformsOfItsOwn() {
        assertThat(Axes.transforms(OTHER_ARM)).isNotEqualTo(Axes.transforms(Trials.PLAIN));
    }

    @Test
    void anotherModelMeetsTheSameDataFromAnotherStart() {
        ModelChoice model = Trials.PLAIN.model();
        Trial gated = Trials.with(
                Trials.PLAIN,
                new ModelChoice(
                        Trials.cell("lstm"),
                        model.hidden(),
                        model.layers(),
                        model.initialization(),
                        model.regularizer()));
        assertThat(Axes.data(gated)).isEqualTo(Axes.data(Trials.PLAIN));
        assertThat(Axes.weights(gated)).isNotEqualTo(Axes.weights(Trials.PLAIN));
    }

    @Test
    void seedZeroIsASeedLikeAnyOther() {
        Trial other = Trials.with(Trials.PLAIN, 1, 0);
        assertThat(Axes.data(other)).isNotEqualTo(Axes.data(Trials.PLAIN));
        assertThat(Axes.weights(other)).isNotEqualTo(Axes.weights(Trials.PLAIN));
        assertThat(Axes.data(Trials.with(Trials.PLAIN, 0, 0))).isEqualTo(Axes.data(Trials.PLAIN));
    }

    @Test
    void repetitionsDiffer() {
        Trial other = Trials.with(Trials.PLAIN, 0, 1);
        assertThat(Axes.data(other)).isNotEqualTo(Axes.data(Trials.PLAIN));
        assertThat(Axes.weights(other)).isNotEqualTo(Axes.weights(Trials.PLAIN));
    }
}
