package org.longspan.suite.walls;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/** The rules that the tests of this package check. */
final class Walls {

    /** The methods of {@link Math} whose results may differ between platforms. */
    private static final Set<String> INEXACT = Set.of(
            "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh", "exp", "expm1", "log",
            "log10", "log1p", "pow", "cbrt", "hypot");

    private static final Set<String> CLOCK_METHODS = Set.of("now", "nanoTime", "currentTimeMillis");

    private static final Set<String> LOOK_UPS = Set.of(
            "forName",
            "newInstance",
            "getConstructor",
            "getDeclaredConstructor",
            "getMethod",
            "getDeclaredMethod",
            "getField",
            "getDeclaredField");

    private static final Set<String> REFLECTION = Set.of(
            "java.lang.invoke.MethodHandles$Lookup",
            "java.lang.reflect.Constructor",
            "java.lang.reflect.Field",
            "java.lang.reflect.Method",
            "java.lang.reflect.Proxy",
            "java.util.ServiceLoader");

    private static final Set<String> MUTABLE_TYPES = Set.of(
            "java.util.ArrayList",
            "java.util.HashMap",
            "java.util.HashSet",
            "java.util.LinkedHashMap",
            "java.util.LinkedHashSet",
            "java.util.TreeMap",
            "java.util.concurrent.ConcurrentHashMap",
            "java.lang.StringBuilder",
            "java.lang.ThreadLocal",
            "org.longspan.numerics.Matrix",
            "org.longspan.numerics.Parameters",
            "org.longspan.numerics.random.RandomStream");

    private Walls() {}

    /** {@code room} may see only itself, the JDK and {@code seen}. */
    static ArchRule sees(String room, String... seen) {
        return classes()
                .that()
                .resideInAnyPackage(room)
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage("", "java..", "jdk.incubator.vector..", "org.jspecify.annotations..", room)
                                .or(resideInAnyPackage(seen)))
                .as(room + " sees the JDK and of the rest only " + String.join(", ", seen));
    }

    /** The packages that match {@code (*)} do not see each other. */
    static ArchRule strangers(String packages) {
        return slices().matching(packages).should().notDependOnEachOther();
    }

    /** No package imports another that imports it, directly or through others. */
    static ArchRule noCircles() {
        return slices().matching("org.longspan.(**)").should().beFreeOfCycles();
    }

    /** Only {@code rooms} may use the classes of {@code library}. */
    static ArchRule onlyIn(String library, String... rooms) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(rooms)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(library)
                .allowEmptyShould(true)
                .as(library + " is used only in " + String.join(", ", rooms));
    }

    /** Random numbers come only from the named streams. */
    static ArchRule noOtherChance() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Random")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.SplittableRandom")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.security.SecureRandom")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom")
                .orShould()
                .accessTargetWhere(calls("java.lang.Math.random", Set.of("java.lang.Math"), Set.of("random")))
                .orShould()
                .accessTargetWhere(calls("UUID.randomUUID", Set.of("java.util.UUID"), Set.of("randomUUID")))
                .as("random numbers come only from the named streams of numerics");
    }

    /** Clocks are read only in {@code rooms}. */
    static ArchRule clocksOnlyIn(String... rooms) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(rooms)
                .should()
                .accessTargetWhere(describe("a clock is read", Walls::readsClock))
                .as("clocks are read only in " + String.join(", ", rooms));
    }

    /** No method whose result may differ between platforms is used. */
    static ArchRule noInexactMathematics() {
        return noClasses()
                .should()
                .accessTargetWhere(calls("an inexact method of java.lang.Math", Set.of("java.lang.Math"), INEXACT))
                .as("no exp, log, pow, sin, cos or tanh of java.lang.Math");
    }

    /** No class has mutable static state. */
    static ArchRule noMutableStaticState() {
        return fields().that()
                .areStatic()
                .should()
                .beFinal()
                .andShould()
                .notHaveRawType(MUTABLE)
                .andShould(new SharedArrays())
                .as("no mutable static state");
    }

    /** Threads are started only by {@code executors}. */
    static ArchRule threadsOnlyIn(String... executors) {
        return noClasses()
                .that(not(oneOf(executors)))
                .should()
                .accessTargetWhere(describe("a thread is started", Walls::startsThread))
                .as("threads are started only by " + String.join(", ", executors));
    }

    /**
     * Only {@code rooms} may use a class that their source does not name: the code hash of a trial follows what sources
     * name. Of a class that is named, anything may be asked.
     */
    static ArchRule reflectionOnlyIn(String... rooms) {
        return noClasses()
                .that(not(oneOf(rooms)))
                .should()
                .accessTargetWhere(describe("a class or a member is looked up by its name", Walls::looksUp))
                .as("reflection and service loaders are used only by " + String.join(", ", rooms));
    }

    /** A class is named for what it does. */
    static ArchRule noEmptyNames() {
        return noClasses()
                .should()
                .haveNameMatching(".*(Manager|Util|Utils|Helper|Helpers|Impl)")
                .orShould()
                .haveSimpleNameStartingWith("Abstract")
                .as("no class is a Manager, Util, Helper, Impl or Abstract");
    }

    private static final DescribedPredicate<JavaClass> MUTABLE = describe(
            "a type that can be written to",
            type -> MUTABLE_TYPES.contains(type.getName())
                    || type.getPackageName().equals("java.util.concurrent.atomic"));

    private static DescribedPredicate<JavaAccess<?>> calls(String what, Set<String> owners, Set<String> names) {
        return describe(what + " is called", access -> {
            AccessTarget target = access.getTarget();
            return owners.contains(target.getOwner().getName()) && names.contains(target.getName());
        });
    }

    private static DescribedPredicate<JavaClass> oneOf(String... classes) {
        return describe(
                "one of " + String.join(", ", classes),
                type -> Set.of(classes).contains(type.getName().replaceAll("\\$.*", "")));
    }

    private static boolean looksUp(JavaAccess<?> access) {
        JavaClass owner = access.getTarget().getOwner();
        String name = access.getTarget().getName();
        return REFLECTION.contains(owner.getName())
                || (owner.getName().equals("java.lang.Class") && LOOK_UPS.contains(name))
                || (owner.isAssignableTo(ClassLoader.class) && (name.equals("loadClass") || name.equals("<init>")));
    }

    private static boolean readsClock(JavaAccess<?> access) {
        JavaClass owner = access.getTarget().getOwner();
        boolean time =
                owner.getPackageName().equals("java.time") || owner.getName().equals("java.lang.System");
        boolean date = owner.getName().equals("java.util.Date")
                && access.getTarget().getName().equals("<init>");
        return date
                || owner.getName().equals("java.time.Clock")
                || (time && CLOCK_METHODS.contains(access.getTarget().getName()));
    }

    private static boolean startsThread(JavaAccess<?> access) {
        JavaClass owner = access.getTarget().getOwner();
        String name = access.getTarget().getName();
        boolean made = name.equals("<init>") || name.equals("start") || name.startsWith("ofVirtual");
        return (owner.isAssignableTo(Thread.class) && made)
                || owner.getName().equals("java.util.concurrent.Executors")
                || (owner.getName().matches("java\\.util\\.concurrent\\..*(Pool|PoolExecutor)")
                        && name.equals("<init>"))
                || (owner.getName().equals("java.util.concurrent.CompletableFuture") && name.endsWith("Async"))
                || (owner.getName().equals("java.util.Timer") && name.equals("<init>"))
                || name.equals("parallelStream")
                || (owner.getPackageName().equals("java.util.stream") && name.equals("parallel"));
    }

    /** An array is mutable, so a static one stays private. Fields that the compiler generates do not count. */
    private static final class SharedArrays extends ArchCondition<JavaField> {

        SharedArrays() {
            super("share no array");
        }

        @Override
        public void check(JavaField field, ConditionEvents events) {
            Set<JavaModifier> modifiers = field.getModifiers();
            boolean shared = field.getRawType().isArray()
                    && !modifiers.contains(JavaModifier.PRIVATE)
                    && !modifiers.contains(JavaModifier.SYNTHETIC);
            if (shared) {
                events.add(SimpleConditionEvent.violated(
                        field, field.getFullName() + " is an array that others can write to"));
            }
        }
    }
}
