package org.longspan.harness.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.longspan.harness.fake.Plans;
import org.longspan.harness.record.ProblemChoice;

class TrialTimesTest {

    private static final List<ProblemChoice> PROBLEMS =
            Plans.read("""
                    tier: smoke
                    models: [{cell: plain, hidden: 8}]
                    tasks: [{family: recall, lengths: [3, 4]}]
                    budget: {updates: 40}
                    """).factors().problems();
    private static final TrialKind ADAM = new TrialKind(PROBLEMS.get(0), "adam");
    private static final TrialKind SOAP = new TrialKind(PROBLEMS.get(0), "soap");
    private static final TrialKind ELSEWHERE = new TrialKind(PROBLEMS.get(1), "adam");

    @Test
    void withoutResultsTrialsTakeWhatIsExpected() {
        TrialTimes times = times(TrialTimes.WEIGHT);

        assertThat(times.seconds(SOAP)).isEqualTo(30);
        assertThat(times.secondsLeft()).isEqualTo(100 * 10 + 100 * 30 + 100 * 20);
    }

    @Test
    void whatManyTrialsTookIsBelieved() {
        TrialTimes times = times(TrialTimes.WEIGHT);
        took(times, ADAM, 1000, 5);

        assertThat(times.seconds(ADAM)).isCloseTo(5, within(0.1));
        assertThat(times.isKnown(ADAM)).isTrue();
        assertThat(times.isKnown(SOAP)).isFalse();
    }

    @Test
    void itTellsOfOtherOptimizersOnThatNetworkAndOfOtherNetworks() {
        TrialTimes times = times(TrialTimes.WEIGHT);
        took(times, ADAM, 1000, 5); // half of what was expected

        assertThat(times.seconds(SOAP)).isCloseTo(15, within(0.2));
        assertThat(times.seconds(ELSEWHERE)).isCloseTo(10, within(0.2));
    }

    @Test
    void oneTrialChangesLittle() {
        TrialTimes times = times(TrialTimes.WEIGHT);
        times.took(ADAM, 0.001); // diverged at once

        // (1·0 + 4·1)/5 of all, (1·0 + 4·0.8)/5 of its problem, and the same again of its kind
        assertThat(times.seconds(ADAM)).isCloseTo(10 * 0.8 * 0.8 * 0.8, within(0.01));
    }

    @Test
    void aUnitThatIsNotTrustedIsForgottenAtOnce() {
        TrialTimes times = times(0);
        times.took(ADAM, 1000);

        assertThat(times.seconds(SOAP)).isEqualTo(3000);
        assertThat(times.seconds(ELSEWHERE)).isEqualTo(2000);
    }

    @Test
    void trialsThatEndAreNoLongerLeft() {
        TrialTimes times = times(TrialTimes.WEIGHT);
        took(times, ADAM, 100, 10);
        times.drop(SOAP, 100);
        times.drop(ELSEWHERE, 99);

        assertThat(times.secondsLeft()).isCloseTo(20, within(1e-9));
    }

    private static TrialTimes times(int trusted) {
        TrialTimes times = new TrialTimes(trusted);
        times.add(ADAM, 100, 10);
        times.add(SOAP, 100, 30);
        times.add(ELSEWHERE, 100, 20);
        return times;
    }

    private static void took(TrialTimes times, TrialKind kind, int trials, double seconds) {
        for (int i = 0; i < trials; i++) {
            times.took(kind, seconds);
        }
    }
}
