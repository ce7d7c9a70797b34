package org.longspan.suite.walls;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.nio.file.Path;

/** The compiled classes of all rooms, on which the rules are checked. */
final class House {

    /** The main classes, without testkit, which may do what tests may. */
    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("org/longspan/testkit/"))
            .importPackages("org.longspan");

    private House() {}

    /** Returns classes compiled with the tests. */
    static JavaClasses offenders(Class<?>... offenders) {
        return new ClassFileImporter().importClasses(offenders);
    }

    /** Passes if the main classes keep {@code wall} and {@code offenders} break it. */
    static void stands(ArchRule wall, Class<?>... offenders) {
        wall.check(CLASSES);
        falls(wall, offenders(offenders));
    }

    /** Passes if {@code classes} break {@code wall}, which proves that the rule can fail. */
    static void falls(ArchRule wall, JavaClasses classes) {
        assertThat(wall.evaluate(classes).hasViolation())
                .as("an offender is seen by the wall: %s", wall.getDescription())
                .isTrue();
    }

    /** Returns the root of the checkout; tests run in a module's folder or in the root itself. */
    static Path root() {
        Path here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("numerics/pom.xml")) ? here : here.getParent();
    }
}
