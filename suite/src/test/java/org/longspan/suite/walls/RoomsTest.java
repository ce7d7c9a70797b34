package org.longspan.suite.walls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.longspan.suite.walls.House.stands;
import static org.longspan.suite.walls.Walls.noCircles;
import static org.longspan.suite.walls.Walls.sees;
import static org.longspan.suite.walls.Walls.strangers;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.longspan.harness.trespass.HarnessThatKnowsATask;
import org.longspan.method.trespass.ProviderThatKnowsATask;
import org.longspan.model.trespass.CellThatKnowsAClipping;
import org.longspan.numerics.trespass.NumericsThatKnowATask;
import org.longspan.numerics.trespass.Right;
import org.longspan.numerics.trespass.circle.Left;
import org.longspan.optim.trespass.OptimizerThatKnowsACell;
import org.longspan.probes.trespass.ProbeThatKnowsARecord;
import org.longspan.reports.trespass.ReportThatKnowsAnOptimizer;
import org.longspan.task.trespass.ContractThatKnowsAnOptimizer;
import org.longspan.tasks.adding.trespass.FamilyThatKnowsAnother;
import org.longspan.tasks.trespass.TaskThatKnowsACell;

/** Which package may see which. */
class RoomsTest {

    private static final String SOURCES = "org.longspan.sources..";
    private static final String NUMERICS = "org.longspan.numerics..";
    private static final String TASK_API = "org.longspan.task..";
    private static final String MODEL = "org.longspan.model..";
    private static final String OPTIM = "org.longspan.optim..";
    private static final String METHOD_API = "org.longspan.method..";
    private static final String PROBES = "org.longspan.probes..";
    private static final String HARNESS = "org.longspan.harness..";
    private static final String RECORDS = "org.longspan.harness.record..";
    private static final String KEYS = "org.longspan.harness.key..";
    private static final String SETTINGS = "org.longspan.numerics.catalogue";
    private static final String STREAMS = "org.longspan.numerics.random";
    private static final String COMMONS = "org.apache.commons..";
    private static final String[] JACKSON = {"tools.jackson..", "com.fasterxml.jackson.annotation.."};

    /**
     * Every package of every module but the kit of tests and the benchmarks, which stand beside the house, and the
     * executor on Spark, which has its own wall and is built in a profile.
     */
    static Stream<String> rooms() throws IOException {
        return packages().stream()
                .map(folder ->
                        folder.toString().replaceFirst(".*src.main.java.", "").replace(File.separatorChar, '.'))
                .filter(name -> !name.startsWith("org.longspan.testkit")
                        && !name.startsWith("org.longspan.microbench")
                        && !name.startsWith("org.longspan.spark"));
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void everyRoomIsLookedAt(String room) {
        assertThat(House.CLASSES)
                .anyMatch(type -> type.getPackageName().equals(room)
                        && !type.getSimpleName().equals("package-info"));
    }

    @Test
    void numericsSeeNothingOfLongspan() {
        stands(sees(NUMERICS, COMMONS), NumericsThatKnowATask.class);
    }

    @Test
    void theContractOfTasksSeesNumericsOnly() {
        stands(sees(TASK_API, NUMERICS), ContractThatKnowsAnOptimizer.class);
    }

    @Test
    void tasksSeeTheirContractAndNumericsOnly() {
        stands(sees("org.longspan.tasks..", TASK_API, NUMERICS), TaskThatKnowsACell.class);
    }

    @Test
    void aFamilyOfTasksSeesNoOther() {
        stands(strangers("org.longspan.tasks.(*).."), FamilyThatKnowsAnother.class, TaskThatKnowsACell.class);
    }

    @Test
    void modelsSeeNoOptimizerNoClippingAndNoConcreteTask() {
        stands(sees(MODEL, TASK_API, NUMERICS, COMMONS), CellThatKnowsAClipping.class);
    }

    @Test
    void optimizersSeeNoCellNoBatchAndNoTask() {
        stands(sees(OPTIM, NUMERICS, COMMONS), OptimizerThatKnowsACell.class);
    }

    @Test
    void theInterfaceOfMethodsSeesModelsAndOptimizersOnly() {
        stands(sees(METHOD_API, MODEL, OPTIM, NUMERICS), ProviderThatKnowsATask.class);
    }

    @Test
    void probesSeeModelsOptimizersAndTheContractOfTasksOnly() {
        stands(sees(PROBES, MODEL, OPTIM, TASK_API, NUMERICS, COMMONS), ProbeThatKnowsARecord.class);
    }

    @Test
    void theHarnessSeesNoConcreteTaskNoReportAndNoCommandLine() {
        stands(
                sees(
                        HARNESS,
                        MODEL,
                        OPTIM,
                        METHOD_API,
                        PROBES,
                        TASK_API,
                        NUMERICS,
                        SOURCES,
                        JACKSON[0],
                        JACKSON[1],
                        "org.snakeyaml.engine..",
                        "com.google.common.."),
                HarnessThatKnowsATask.class);
    }

    @Test
    void reportsSeeRecordsOfResultsOnly() {
        stands(
                sees(
                        "org.longspan.reports..",
                        RECORDS,
                        KEYS,
                        SETTINGS,
                        STREAMS,
                        JACKSON[0],
                        JACKSON[1],
                        "gg.jte..",
                        COMMONS),
                ReportThatKnowsAnOptimizer.class);
    }

    @Test
    void noPackagesImportEachOtherInACircle() {
        stands(noCircles(), Left.class, Right.class);
    }

    @Test
    void theHarnessNamesNoTaskCellOptimizerOrClipping() {
        assertThat(CatalogueNames.spelledOut(House.CLASSES, "org.longspan.harness"))
                .isEmpty();
        assertThat(CatalogueNames.spelledOut(House.offenders(HarnessThatKnowsATask.class), "org.longspan.harness"))
                .as("an offender is seen")
                .containsExactly("HarnessThatKnowsATask names adding");
    }

    @Test
    void everyPackageSaysWhatLivesInIt() throws IOException {
        assertThat(packages())
                .isNotEmpty()
                .allSatisfy(folder ->
                        assertThat(folder.resolve("package-info.java")).exists());
    }

    /** Returns every package of main sources in every module, so that a new one is covered without a change here. */
    private static List<Path> packages() throws IOException {
        List<Path> packages = new ArrayList<>();
        for (Path sources : mainSources()) {
            try (Stream<Path> files = Files.walk(sources)) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .map(Path::getParent)
                        .distinct()
                        .forEach(packages::add);
            }
        }
        return packages;
    }

    private static List<Path> mainSources() throws IOException {
        try (Stream<Path> folders = Files.walk(House.root(), 2)) {
            return folders.map(folder -> folder.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .sorted()
                    .toList();
        }
    }
}
