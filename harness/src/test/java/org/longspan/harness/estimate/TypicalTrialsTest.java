package org.longspan.harness.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.longspan.harness.method.MethodCatalogue;

class TypicalTrialsTest {

    private static final TypicalTrials SMALL = TypicalTrials.of(List.of(
            "# measured long ago",
            "optimizer,budget,solved,pace",
            "slow,0.5,0.25,4",
            "fast,1,0,1",
            "usual,0.75,0.5,2"));

    @Test
    void theShippedTableHasEveryOptimizer() {
        TypicalTrials shipped = TypicalTrials.shipped();
        TypicalTrials.Row other = shipped.of("no such optimizer");

        assertThat(MethodCatalogue.ofThisBuild().optimizers().names())
                .allSatisfy(name -> assertThat(shipped.of(name)).isNotSameAs(other));
    }

    @Test
    void commentsAreNoLines() {
        assertThat(SMALL.of("slow")).isEqualTo(new TypicalTrials.Row(0.5, 0.25, 4));
    }

    @Test
    void aStrangerIsLikeTheOthers() {
        assertThat(SMALL.of("stranger")).isEqualTo(new TypicalTrials.Row(0.75, 0.25, 2));
    }
}
