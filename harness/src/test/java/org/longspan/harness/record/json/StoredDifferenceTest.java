package org.longspan.harness.record.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The first place where two values differ, with both. */
class StoredDifferenceTest {

    private static String between(String one, String other) {
        return StoredDifference.between("", StrictJson.MAPPER.readTree(one), StrictJson.MAPPER.readTree(other))
                .map(StoredDifference::inWords)
                .orElse("equal");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'a':1,'b':[2,3]} | {'b':[2,3],'a':1} | equal",
                "{'a':1,'b':[2,3]} | {'a':1,'b':[2,4]} | b[1]: 3 in the first, 4 in the second",
                "{'b':[2,3]} | {'b':[2]} | b: 2 elements in the first, 1 elements in the second",
                "{'a':{'b':1}} | {'a':{}} | a.b: 1 in the first, nothing in the second",
                "{'a':{}} | {'a':{'b':1}} | a: {} in the first, {'b':1} in the second",
                "{'a':{'b':1}} | {'a':[1]} | a: {'b':1} in the first, [1] in the second"
            },
            quoteCharacter = '`')
    void theFirstDifferenceIsNamed(String one, String other, String words) {
        assertThat(between(one.replace('\'', '"'), other.replace('\'', '"'))).isEqualTo(words.replace('\'', '"'));
    }

    @Test
    void aValueMayHoldTheWordsOfASentence() {
        assertThat(between("{\"a\":\"x, now y\"}", "{\"a\":\"z, now w in the first\"}"))
                .isEqualTo("a: \"x, now y\" in the first, \"z, now w in the first\" in the second");
    }
}
