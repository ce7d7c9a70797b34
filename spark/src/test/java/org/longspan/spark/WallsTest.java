package org.longspan.spark;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import org.junit.jupiter.api.Test;

/** What the executor may see. */
class WallsTest {

    private static final String LOADED_BY_SPARK = ".*\\.(LongspanOnSpark|OwnJars|CellFunction)(\\$.*)?";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.longspan.spark");

    @Test
    void theExecutorSeesTheHarnessTheProgramAndSparkOnly() {
        ArchRuleDefinition.classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.longspan.spark",
                        "org.longspan.harness.remote",
                        "org.longspan.harness.refusal",
                        "org.longspan.suite",
                        "org.apache.spark..",
                        "scala..",
                        "java..")
                .check(CLASSES);
    }

    @Test
    void whatSparkLoadsKnowsNothingOfLongspan() {
        ArchRuleDefinition.classes()
                .that()
                .haveNameMatching(LOADED_BY_SPARK)
                .should()
                .onlyDependOnClassesThat(DescribedPredicate.describe(
                        "are not Longspan's own, but for those that Spark loads too",
                        type -> !type.getPackageName().startsWith("org.longspan.")
                                || type.getName().matches(LOADED_BY_SPARK)))
                .check(CLASSES);
    }
}
