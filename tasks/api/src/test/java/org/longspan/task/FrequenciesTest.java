package org.longspan.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FrequenciesTest {

    @Test
    void theEntropyOfFourEvenClassesIsLnFourAndThreeQuartersAreWrong() {
        Frequencies frequencies = new Frequencies(5); // the fifth never occurs
        for (int i = 0; i < 40; i++) {
            frequencies.add(i % 4);
        }
        assertThat(frequencies.entropy()).isCloseTo(StrictMath.log(4), within(1e-12));
        assertThat(frequencies.errorOfTheMostFrequent()).isEqualTo(0.75);
    }

    @Test
    void aSingleClassHasNoEntropyAndNoError() {
        Frequencies frequencies = new Frequencies(2);
        frequencies.add(1);
        assertThat(frequencies.entropy()).isZero();
        assertThat(frequencies.errorOfTheMostFrequent()).isZero();
    }
}
