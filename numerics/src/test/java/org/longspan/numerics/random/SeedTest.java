package org.longspan.numerics.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeedTest {

    @Test
    void zeroIsASeedLikeAnyOther() {
        assertThat(Seed.root(0).value()).isNotZero();
        assertThat(Seed.root(0)).isNotEqualTo(Seed.root(1));
        assertThat(new RandomStream(0).nextLong()).isNotZero().isNotEqualTo(new RandomStream(1).nextLong());
        assertThat(Seed.root(5).with("repetition", 0)).isNotEqualTo(Seed.root(5));
    }

    /** A recorded value. It must never change, or every stored result is void. */
    @Test
    void knownAnswer() {
        assertThat(Seed.root(0).with("task", "adding").with("repetition", 3).value())
                .isEqualTo(5071116637326650455L);
    }

    @Test
    void theSameAxesGiveTheSameSeed() {
        assertThat(Seed.root(3).with("task", "adding").with("repetition", 1))
                .isEqualTo(Seed.root(3).with("task", "adding").with("repetition", 1));
    }

    @Test
    void everyAxisNameCoordinateAndOrderCounts() {
        Set<Seed> seeds = new LinkedHashSet<>();
        int made = 0;
        for (long root = 0; root < 20; root++) {
            for (long repetition = 0; repetition < 20; repetition++) {
                for (String name : new String[] {"task", "cell", "ta", "ädding"}) {
                    seeds.add(Seed.root(root).with(name, repetition));
                    seeds.add(Seed.root(root).with(name, "x").with("repetition", repetition));
                    seeds.add(Seed.root(root).with("repetition", repetition).with(name, "x"));
                    made += 3;
                }
            }
        }
        assertThat(seeds).hasSize(made);
    }

    /** ("ab", "c") and ("a", "bc") are different axes. */
    @Test
    void lettersDoNotMoveFromTheNameToTheCoordinate() {
        assertThat(Seed.root(0).with("ab", "c")).isNotEqualTo(Seed.root(0).with("a", "bc"));
        assertThat(Seed.root(0).with("a", "")).isNotEqualTo(Seed.root(0).with("", "a"));
    }

    @Test
    void streamBeginsAtTheSeed() {
        Seed seed = Seed.root(8).with("split", 2);
        assertThat(seed.stream().nextLong()).isEqualTo(new RandomStream(seed.value()).nextLong());
    }
}
