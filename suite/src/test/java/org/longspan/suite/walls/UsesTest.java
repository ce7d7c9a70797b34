package org.longspan.suite.walls;

import static org.longspan.suite.walls.House.falls;
import static org.longspan.suite.walls.House.stands;
import static org.longspan.suite.walls.Walls.clocksOnlyIn;
import static org.longspan.suite.walls.Walls.noEmptyNames;
import static org.longspan.suite.walls.Walls.noInexactMathematics;
import static org.longspan.suite.walls.Walls.noMutableStaticState;
import static org.longspan.suite.walls.Walls.noOtherChance;
import static org.longspan.suite.walls.Walls.onlyIn;
import static org.longspan.suite.walls.Walls.reflectionOnlyIn;
import static org.longspan.suite.walls.Walls.threadsOnlyIn;

import org.junit.jupiter.api.Test;
import org.longspan.suite.walls.offenders.Offender;
import org.longspan.suite.walls.offenders.Reflector;
import org.longspan.suite.walls.offenders.ThingManager;

/**
 * Which package may use which library or language feature. Each rule that names the packages allowed to use something
 * is also checked with a package that does not exist: it must then fail, which shows that the use occurs at all.
 */
class UsesTest {

    private static final String NOWHERE = "org.longspan.nowhere";

    @Test
    void theVectorApiIsUsedInOnePackageOfNumerics() {
        onlyIn("jdk.incubator.vector..", "org.longspan.numerics.kernel.vector").check(House.CLASSES);
        falls(onlyIn("jdk.incubator.vector..", NOWHERE), House.CLASSES);
    }

    @Test
    void jacksonIsUsedOnlyWhereResultsAndReportsAreReadOrWritten() {
        onlyIn(
                        "tools.jackson..",
                        "org.longspan.harness.store..",
                        "org.longspan.harness.record.json..",
                        "org.longspan.reports..")
                .check(House.CLASSES);
        falls(onlyIn("tools.jackson..", NOWHERE), House.CLASSES);
    }

    @Test
    void yamlIsParsedOnlyWherePlansAreRead() {
        onlyIn("org.snakeyaml..", "org.longspan.harness.plan").check(House.CLASSES);
        falls(onlyIn("org.snakeyaml..", NOWHERE), House.CLASSES);
    }

    @Test
    void sparkIsUsedOnlyInSpark() {
        onlyIn("org.apache.spark..", "org.longspan.spark..").check(House.CLASSES);
    }

    @Test
    void commonsRngIsUsedOnlyBehindTheNamedStreams() {
        onlyIn("org.apache.commons.rng..", "org.longspan.numerics.random").check(House.CLASSES);
        falls(onlyIn("org.apache.commons.rng..", NOWHERE), House.CLASSES);
    }

    @Test
    void randomNumbersComeOnlyFromTheNamedStreams() {
        stands(noOtherChance(), Offender.class);
    }

    @Test
    void clocksAreReadOnlyInTheHarnessTheSuiteAndMeasurements() {
        clocksOnlyIn("org.longspan.harness..", "org.longspan.suite..", "org.longspan.microbench..")
                .check(House.CLASSES);
        falls(clocksOnlyIn(NOWHERE), House.CLASSES);
        falls(clocksOnlyIn(NOWHERE), House.offenders(Offender.class));
    }

    @Test
    void noResultHangsOnInexactMathematics() {
        stands(noInexactMathematics(), Offender.class);
    }

    @Test
    void noStaticStateCanBeWrittenTo() {
        stands(noMutableStaticState(), Offender.class);
    }

    @Test
    void threadsAreStartedOnlyByTheExecutor() {
        String lastWord = "org.longspan.suite.progress.StopNote"; // a shutdown hook is a thread
        String ending = "org.longspan.spark.SparkCells"; // starts none: asks whether a hook would be too late
        threadsOnlyIn("org.longspan.harness.run.LocalExecutor", lastWord, ending)
                .check(House.CLASSES);
        falls(threadsOnlyIn(NOWHERE), House.CLASSES);
        falls(threadsOnlyIn(NOWHERE), House.offenders(Offender.class));
    }

    @Test
    void classesAreLookedUpByNameOnlyWherePlugInsAre() {
        String plugIns = "org.longspan.harness.plugin.PlugIns"; // a stranger's code counts as a whole jar
        String terminal = "org.longspan.suite.text.Terminal"; // asks what only newer JDKs can answer, for no trial
        String vectorApi = "org.longspan.numerics.kernel.VectorApi"; // adds a module of the JDK, which changes no bit
        String measured = "org.longspan.microbench.TaskCase"; // makes no result
        String peers = "org.longspan.microbench.Peers"; // nor does this
        String main = "org.longspan.spark.LongspanOnSpark"; // the way into Longspan's own loader in a cluster
        String apart = "org.longspan.spark.OwnJars"; // that loader
        String task = "org.longspan.spark.CellFunction"; // the way in on an executor
        reflectionOnlyIn(plugIns, terminal, vectorApi, measured, peers, main, apart, task)
                .check(House.CLASSES);
        falls(reflectionOnlyIn(NOWHERE), House.CLASSES);
        falls(reflectionOnlyIn(NOWHERE), House.offenders(Reflector.class));
    }

    @Test
    void everyClassIsNamedForWhatItDoes() {
        stands(noEmptyNames(), ThingManager.class);
    }
}
