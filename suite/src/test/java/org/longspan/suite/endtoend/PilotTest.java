package org.longspan.suite.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.longspan.suite.endtoend.BadInputTest.assertRefused;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pilots, which run the control of a plan in its first blocks. */
class PilotTest {

    @TempDir
    private Path runs;

    private String text;

    @BeforeEach
    void enlarge() throws IOException {
        text = Files.readString(Runs.plan()).replace("blocks: 1}", "blocks: 1, control: 3}");
    }

    @Test
    void itSaysWhatShareOfEachProblemIsSolvedAndItsTrialsAreThePlansOwn() throws IOException {
        Path plan = write(text);

        Spoken spoken = Spoken.by("pilot", plan, "--runs", runs);

        assertThat(spoken.code()).as(spoken.err()).isZero();
        List<String> lines = spoken.out().lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.subList(0, 2))
                .allMatch(
                        line -> line.matches(
                                ".*(lstm|tanh-rnn).*: [0-9]+ % of 4 evaluation runs solved "
                                        + "\\[[0-9]+, [0-9]+], score 0.[0-9]+, (informative|says nothing about methods); of 8 tuning runs [0-8]"));
        assertThat(lines.get(2))
                .matches("every optimizer solved something|solved nothing, in tuning or evaluation: .*");
        assertThat(runs.resolve("piloted/report.json")).doesNotExist();
        Spoken run = Spoken.by("run", plan, "--runs", runs);
        assertThat(run.out()).startsWith(2 * 2 * (1 + 1) * 3 + " trials run, " + 2 * 2 * 2 * 3 + " reused: ");
    }

    @Test
    void aPlanWithoutAControlIsRefused() throws IOException {
        Path plan = write(text.replace("blocks: 1, control: 3", "blocks: 3")
                .replace("clippings: [none, global-norm]", "clippings: [global-norm, value]"));

        assertRefused(
                Spoken.by("pilot", plan, "--runs", runs), "plan piloted has no control, expected the clipping none");
        assertThat(runs.resolve("piloted")).doesNotExist();
    }

    @Test
    void moreBlocksThanThePlanHasAreRefused() throws IOException {
        Path plan = write(text);

        for (int blocks : List.of(0, 4)) {
            assertRefused(
                    Spoken.by("pilot", plan, "--runs", runs, "--blocks", blocks),
                    "--blocks is " + blocks
                            + ", expected a whole number from 1 to 3, the blocks of none in plan piloted");
        }
        assertThat(runs.resolve("piloted")).doesNotExist();
    }

    private Path write(String plan) throws IOException {
        return Files.writeString(runs.resolve("piloted.yaml"), plan);
    }
}
