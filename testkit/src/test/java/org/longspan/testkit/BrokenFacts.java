package org.longspan.testkit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.TestAbortedException;

/** Runs the facts of a contract by hand, to see which ones a flawed thing breaks. */
final class BrokenFacts {

    private BrokenFacts() {}

    /** Returns the names of the facts of {@code contract} and its parents. */
    static Set<String> names(Class<?> contract) {
        Set<String> names = new TreeSet<>();
        facts(contract).forEach(fact -> names.add(fact.getName()));
        return names;
    }

    /** Returns the names of the facts that fail; an aborted one does not. */
    static Set<String> of(Object contract) {
        Set<String> failed = new TreeSet<>();
        facts(contract.getClass()).filter(fact -> fails(contract, fact)).forEach(fact -> failed.add(fact.getName()));
        return failed;
    }

    private static Stream<Method> facts(Class<?> contract) {
        return Stream.<Class<?>>iterate(contract, owner -> owner != Object.class, Class::getSuperclass)
                .flatMap(owner -> Arrays.stream(owner.getDeclaredMethods()))
                .filter(method ->
                        method.isAnnotationPresent(Test.class) || method.isAnnotationPresent(TestFactory.class));
    }

    private static boolean fails(Object contract, Method fact) {
        try {
            if (fact.invoke(contract) instanceof Stream<?> tests) {
                return tests.map(DynamicTest.class::cast).anyMatch(BrokenFacts::fails);
            }
            return false;
        } catch (InvocationTargetException e) {
            return !(e.getCause() instanceof TestAbortedException);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(fact.getName(), e);
        }
    }

    private static boolean fails(DynamicTest test) {
        try {
            test.getExecutable().execute();
            return false;
        } catch (TestAbortedException aborted) {
            return false;
        } catch (Throwable failed) {
            return true;
        }
    }
}
