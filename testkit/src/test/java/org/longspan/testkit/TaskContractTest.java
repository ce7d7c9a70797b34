package org.longspan.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.longspan.task.SequenceTask;
import org.longspan.task.TaskProvider;

class TaskContractTest {

    @ParameterizedTest
    @EnumSource(Flaw.class)
    void everyFlawFailsItsFact(Flaw flaw) throws Exception {
        assertThat(failures(flaw)).contains(flaw.fact);
    }

    @Test
    void aTaskWithoutFlawsFailsNothingButItsRegistration() throws Exception {
        assertThat(failures(null)).containsExactly("serviceLoaderFindsIt");
    }

    /** The counts of a mask are the batch's own, so no task can break that fact; all others have a flaw. */
    @Test
    void everyFactHasAFlawThatItFinds() {
        Set<String> found = new TreeSet<>(Set.of("theCountsOfReadOutsAgreeWithTheMask"));
        Arrays.stream(Flaw.values()).forEach(flaw -> found.add(flaw.fact));
        assertThat(facts().map(Method::getName)).containsExactlyInAnyOrderElementsOf(found);
    }

    private static Set<String> failures(Flaw flaw) throws Exception {
        TaskContract contract = new FlawedContract(flaw);
        Set<String> failed = new TreeSet<>();
        for (Method fact : facts().toList()) {
            if (fails(contract, fact)) {
                failed.add(fact.getName());
            }
        }
        return failed;
    }

    private static Stream<Method> facts() {
        return Stream.of(TaskContract.class, SequenceFacts.class)
                .flatMap(owner -> Arrays.stream(owner.getDeclaredMethods()))
                .filter(method ->
                        method.isAnnotationPresent(Test.class) || method.isAnnotationPresent(TestFactory.class));
    }

    private static boolean fails(TaskContract contract, Method fact) throws Exception {
        try {
            if (fact.invoke(contract) instanceof Stream<?> tests) {
                for (Object test : tests.toList()) {
                    ((DynamicTest) test).getExecutable().execute();
                }
            }
            return false;
        } catch (InvocationTargetException | AssertionError e) {
            return true;
        } catch (Throwable e) {
            throw new IllegalStateException(fact.getName(), e);
        }
    }

    /** Not run by JUnit itself: it is private. */
    private static final class FlawedContract extends TaskContract {

        private final Flaw flaw;
        private final TaskProvider provider;

        private FlawedContract(Flaw flaw) {
            this.flaw = flaw;
            this.provider = new FlawedProvider(flaw);
        }

        @Override
        protected TaskProvider provider() {
            return provider;
        }

        @Override
        protected Optional<Predictor> oracle(SequenceTask task) {
            if (flaw == Flaw.WITHOUT_ORACLE) {
                return Optional.empty();
            }
            return Optional.of((batch, b, t) -> new double[] {
                flaw == Flaw.ORACLE_READS_TARGETS
                        ? DrawnSequence.target(batch, b, t).get(0)
                        : batch.inputs()[b]
            });
        }
    }
}
