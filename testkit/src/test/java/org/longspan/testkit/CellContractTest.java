package org.longspan.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.longspan.model.cell.CellFactory;
import org.longspan.numerics.catalogue.Entry;

class CellContractTest {

    @ParameterizedTest
    @EnumSource(CellFlaw.class)
    void everyFlawFailsItsFact(CellFlaw flaw) throws IllegalAccessException {
        assertThat(fails(flaw, fact(flaw))).isTrue();
    }

    @ParameterizedTest
    @EnumSource(CellFlaw.class)
    void aCellWithoutFlawsPassesThatFact(CellFlaw flaw) throws IllegalAccessException {
        assertThat(fails(null, fact(flaw))).isFalse();
    }

    @Test
    void everyFactHasAFlawThatItFinds() {
        assertThat(facts().map(Method::getName))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(CellFlaw.values()).map(flaw -> flaw.fact).toList());
    }

    private static Stream<Method> facts() {
        return Stream.of(CellContract.class, CellSecondOrderFacts.class, CellSignalFacts.class)
                .flatMap(owner -> Arrays.stream(owner.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Test.class));
    }

    private static Method fact(CellFlaw flaw) {
        return facts().filter(method -> method.getName().equals(flaw.fact))
                .findFirst()
                .orElseThrow();
    }

    private static boolean fails(CellFlaw flaw, Method fact) throws IllegalAccessException {
        fact.setAccessible(true);
        try {
            fact.invoke(new FlawedContract(flaw));
            return false;
        } catch (InvocationTargetException e) {
            return true;
        }
    }

    /** Not run by JUnit itself: it is private. */
    private static final class FlawedContract extends CellContract {

        private final CellFlaw flaw;

        private FlawedContract(CellFlaw flaw) {
            this.flaw = flaw;
        }

        @Override
        protected Entry<CellFactory> entry() {
            String citation = flaw == CellFlaw.WITHOUT_YEAR ? "hearsay" : "A. Author (2001).";
            return new Entry<>(
                    "flawed",
                    "A cell.",
                    "h = tanh(z)",
                    citation,
                    List.of(),
                    List.of(),
                    settings -> (i, h) -> new FlawedCell(i, h, flaw));
        }
    }
}
