package org.longspan.suite.walls;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.longspan.suite.walls.offenders.LongLists;

/**
 * Long lists of parameters or components call for a record. The canonical constructor of a record counts by its
 * components, not its parameters.
 */
class LongListsTest {

    private static final int PARAMETERS = 6;
    private static final int COMPONENTS = 9;

    /** The canonical text of a trial is its id, so its components stay in one record. */
    private static final Set<String> KEPT_RECORDS = Set.of("org.longspan.harness.record.Trial");

    /** A component is a field of report.json, and its schema says which there are. */
    private static final String ROWS_OF_THE_REPORT = "org.longspan.reports.json";

    /** Inner blocks of kernels: their arguments are the operands of one step and stay in registers. */
    private static final Pattern KERNELS = Pattern.compile("org\\.longspan\\.numerics\\.(Gates|LstmStep|kernel\\..*)");

    @Test
    void publicMethodsHaveAtMostSixParameters() {
        assertThat(longMethods(House.CLASSES)).isEmpty();
        assertThat(longMethods(House.offenders(LongLists.class)))
                .containsExactly("LongLists.<init>(7)", "LongLists.seven(7)");
    }

    @Test
    void recordsHaveAtMostNineComponents() {
        assertThat(longRecords(House.CLASSES)).isEmpty();
        assertThat(longRecords(House.offenders(LongLists.Ten.class)))
                .containsExactly("org.longspan.suite.walls.offenders.LongLists$Ten");
    }

    private static Set<String> longMethods(JavaClasses classes) {
        Set<String> found = new TreeSet<>();
        classes.stream()
                .filter(type -> !KERNELS.matcher(type.getName()).matches())
                .flatMap(type -> type.getCodeUnits().stream().filter(unit -> isLong(type, unit)))
                .forEach(unit -> found.add(unit.getOwner().getSimpleName() + "." + unit.getName() + "("
                        + unit.getRawParameterTypes().size() + ")"));
        return found;
    }

    private static boolean isLong(JavaClass type, JavaCodeUnit unit) {
        Set<JavaModifier> modifiers = unit.getModifiers();
        boolean canonical = type.isRecord()
                && unit.isConstructor()
                && unit.getRawParameterTypes().size() == components(type);
        return modifiers.contains(JavaModifier.PUBLIC)
                && !modifiers.contains(JavaModifier.SYNTHETIC)
                && !canonical
                && unit.getRawParameterTypes().size() > PARAMETERS;
    }

    private static Set<String> longRecords(JavaClasses classes) {
        Set<String> found = new TreeSet<>();
        classes.stream()
                .filter(type -> type.isRecord() && components(type) > COMPONENTS)
                .filter(type -> !type.getPackageName().equals(ROWS_OF_THE_REPORT))
                .map(JavaClass::getName)
                .filter(name -> !KEPT_RECORDS.contains(name))
                .forEach(found::add);
        return found;
    }

    /** A record's instance fields are its components. */
    private static long components(JavaClass type) {
        return type.getFields().stream()
                .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                .count();
    }
}
