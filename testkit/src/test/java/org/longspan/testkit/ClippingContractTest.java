package org.longspan.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.kernel.KernelChoice;
import org.longspan.optim.ClippingScheme;
import org.longspan.testkit.FlawedClipping.Flaw;

/** The contract finds each flaw that it is there to find. */
class ClippingContractTest {

    @ParameterizedTest
    @EnumSource(value = Flaw.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void everyFlawFailsItsFact(Flaw flaw) {
        if (flaw == Flaw.SEES_THE_KERNELS) {
            assumeThat(KernelChoice.best("auto").kernels().name()).isNotEqualTo("plain");
        }
        assertThat(BrokenFacts.of(new Contract(flaw))).contains(flaw.fact);
    }

    @Test
    void withoutAFlawNothingFails() {
        assertThat(BrokenFacts.of(new Contract(Flaw.NONE))).isEmpty();
    }

    /** The facts of every entry are broken by {@link OptimizerContractTest}. */
    @Test
    void everyFactHasAFlawThatItFinds() {
        Set<String> found = new TreeSet<>(BrokenFacts.names(EntryFacts.class));
        Arrays.stream(Flaw.values()).filter(flaw -> flaw != Flaw.NONE).forEach(flaw -> found.add(flaw.fact));
        assertThat(found).isEqualTo(BrokenFacts.names(ClippingContract.class));
    }

    /** Not run by JUnit itself: it is private. */
    private static final class Contract extends ClippingContract {

        private final Entry<ClippingScheme> entry;

        Contract(Flaw flaw) {
            entry = FlawedClipping.entry(flaw);
        }

        @Override
        protected Entry<ClippingScheme> clipping() {
            return entry;
        }
    }
}
