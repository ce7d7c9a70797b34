package org.longspan.suite.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.longspan.suite.catalogue.Catalogue;
import org.longspan.suite.catalogue.Section;
import org.longspan.suite.text.Version;

/** Parsing of the command line, and its help. */
class CommandLineTest {

    @Nested
    class Help {

        @Test
        void withoutACommandItIsGiven() {
            Spoken spoken = Spoken.by();

            assertThat(spoken.code()).isZero();
            assertThat(spoken.out()).startsWith("Usage: longspan").contains("Examples:");
        }

        @ParameterizedTest
        @ValueSource(strings = {"list", "plan", "run", "report", "replay", "probe", "results"})
        void everyCommandTeachesByExample(String command) {
            Spoken spoken = Spoken.by(command, "--help");

            assertThat(spoken.code()).isZero();
            assertThat(spoken.out()).contains("Usage: longspan " + command).contains("Example");
        }

        @Test
        void theVersionIsThatOfTheBuild() {
            assertThat(Spoken.by("--version").out()).matches("(?s)longspan \\d+\\.\\d+.*java .*");
        }

        @Test
        void theVersionNamesTheCommitOfACheckout() throws Exception {
            String commit = Version.commit(Path.of("..").toAbsolutePath());
            assumeThat(commit).as("in a checkout, with git").isNotEmpty();
            Process process = new ProcessBuilder(Child.command("--version"))
                    .directory(Path.of("..").toFile())
                    .start();

            assertThat(process.inputReader().readLine()).startsWith("longspan ").endsWith(", commit " + commit);
        }
    }

    @Nested
    class Lists {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "tasks",
                    "models",
                    "optimizers",
                    "clippings",
                    "policies",
                    "initializations",
                    "regularizers",
                    "schedules",
                    "momentum-schedules",
                    "probes"
                })
        void everyListNamesAllItsEntriesWithEquationAndSource(String list) {
            Spoken spoken = Spoken.by("list", list);

            assertThat(spoken.code()).isZero();
            assertThat(Catalogue.ofThisBuild().section(list).items()).allSatisfy(item -> {
                assertThat(spoken.out().lines()).contains(item.name());
                assertThat(words(spoken.out())).contains(words(item.equation()), words(item.citation()));
            });
        }

        @Test
        void withoutANameTheListsAreCounted() {
            Spoken spoken = Spoken.by("list");

            assertThat(spoken.code()).as(spoken.err()).isZero();
            for (Section section : Catalogue.ofThisBuild().sections()) {
                assertThat(spoken.out())
                        .containsPattern("(?m)^" + section.name() + " +"
                                + section.items().size() + " +[A-Z]");
            }
        }

        @Test
        void anEntryIsShownAlone() {
            String adam = Spoken.by("list", "optimizers", "adam").out();
            assertThat(adam.lines()).contains("adam").doesNotContain("adamw", "sgd");
            assertThat(Spoken.by("list", "tasks", "adding", "urnn").out().lines())
                    .contains("adding urnn")
                    .noneMatch(line -> line.equals("adding lstm"));
            String family = Spoken.by("list", "tasks", "adding").out();
            assertThat(family.lines().filter(line -> line.startsWith("adding ")))
                    .hasSizeGreaterThan(1);
        }

        @Test
        void brieflyEachEntryIsOneLine() {
            Spoken spoken = Spoken.by("list", "optimizers", "--brief");

            assertThat(spoken.out().lines())
                    .hasSameSizeAs(Catalogue.ofThisBuild().section("optimizers").items())
                    .anyMatch(line -> line.matches("adam +[A-Z].*"))
                    .allMatch(line -> line.length() <= 100);
        }

        private static String words(String text) {
            return text.replaceAll("\\s+", " ").strip();
        }
    }

    @Nested
    class WordsThatCannotBeUsed {

        @ParameterizedTest
        @CsvSource({
            "lst tasks, did you mean list?",
            "list optimisers, did you mean optimizers?",
            "list tasks --task x.jar, did you mean --tasks?",
            "run quick --thread 2, did you mean --threads?",
            "run quick --threads two, 'two' is given, expected a whole number from 1 to 1024",
            "run quick --threads 99999999999, expected a whole number from 1 to 1024",
            "plan -dash.yaml, unknown option -dash.yaml",
            "replay runs/quick, 'TRIAL_ID'",
            "run, 'PLAN'",
            "list tasks models, no entry models in the list tasks",
            "list optimizers adm, did you mean adam?",
            "list tasks adding urn, did you mean adding urnn?",
            "list tasks addin, did you mean adding? Known: adding",
            "list tasks addin urnn, did you mean adding? Known: adding",
            "list tasks adding nope, no entry adding nope in the list tasks; known: adding ",
            "results runs/quick --canonicl, did you mean --canonical?"
        })
        void areAnsweredInOneSentenceWithWhatWouldBeRight(String words, String part) {
            Spoken spoken = Spoken.by((Object[]) words.split(" "));

            assertThat(spoken.code()).isEqualTo(2);
            assertThat(spoken.err()).startsWith("longspan: ").contains(part).hasLineCount(1);
            assertThat(spoken.out()).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({
            "report runs/quick --out _, --out is empty; expected a folder",
            "list tasks --tasks _, --tasks is empty; expected a jar",
            "list tasks --methods _, --methods is empty; expected a jar",
            "run quick --runs _, --runs is empty; expected a folder",
            "plan ../plans/smoke.yaml --kernels _, --kernels is empty; expected auto",
            "plan ../plans/smoke.yaml --reuse-code _, --reuse-code is empty; expected",
            "replay runs/quick 3f2a --file _, --file is empty; expected a file",
            "replay runs/quick _, TRIAL_ID is empty; expected the id of a trial",
            "results _, DIR is empty; expected a folder",
            "report _, DIR is empty; expected a folder",
            "replay _ 3f2a, DIR is empty; expected a folder",
            "list _, the name of the list is empty; expected one of tasks"
        })
        void thatAreEmptyAreNamed(String words, String part) {
            Object[] given = words.split(" ");
            Arrays.setAll(given, i -> given[i].equals("_") ? "" : given[i]);
            Spoken spoken = Spoken.by(given);

            assertThat(spoken.code()).isEqualTo(2);
            assertThat(spoken.err())
                    .startsWith("longspan: ")
                    .contains(part.replace(';', ','))
                    .hasLineCount(1);
            assertThat(spoken.out()).isEmpty();
        }
    }
}
