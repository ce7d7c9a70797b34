package org.longspan.suite.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.longspan.suite.endtoend.BadInputTest.assertRefused;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan with two blocks of none and one of each other clipping that is run in parts, pieced together and enlarged. */
class PartsTest {

    private static final int TRIALS = 2 * 2 * (2 + 1) * 3; // models × optimizers × blocks × (2 settings + 1 evaluation)

    @TempDir
    private Path runs;

    private String text;

    @BeforeEach
    void enlarge() throws IOException {
        text = Files.readString(Runs.plan()).replace("blocks: 1}", "blocks: 1, control: 2}");
    }

    @Test
    void partsAndTheRestGiveTheWhole() throws IOException {
        Path plan = write("parts", text);

        Spoken part = run(plan, "--only", "optimizer=adam,clipping=none");

        assertThat(part.out()).startsWith("12 trials run, 0 reused: ");
        assertThat(Files.readString(runs.resolve("parts/report.json"))).contains("\"trials\"");
        assertThat(canonical("parts"))
                .hasSize(12)
                .allMatch(line -> line.contains("\"name\":\"adam\"") && !line.contains("global-norm"));
        Spoken planned = Spoken.by("plan", plan, "--runs", runs, "--only", "optimizer=adam,block=0");
        assertThat(planned.code()).as(planned.err()).isZero();
        assertThat(planned.out()).containsPattern("stored +6 of [0-9]+ trials in ");
        assertThat(run(plan, "--only", "block=0,block=1,model=lstm").out()).startsWith("12 trials run, 6 reused: ");
        assertThat(run(plan).out()).startsWith("12 trials run, 24 reused: ");
        run(write("whole", text));
        assertThat(canonical("parts")).hasSize(TRIALS).isEqualTo(canonical("whole"));
    }

    @Test
    void aPartThatIsNoneIsRefused() throws IOException {
        Path plan = write("parts", text);

        assertRefused(
                run(plan, "--only", "optimizer=adan"),
                "--only optimizer=adan: no cell of plan parts has it, expected one of adam, sgd");
        assertRefused(run(plan, "--only", "optimiser=adam"), "--only optimiser=adam", "did you mean optimizer?");
        assertRefused(run(plan, "--only", "optimizer"), "--only optimizer is given, expected key=value");
        assertThat(runs.resolve("parts")).doesNotExist();
    }

    @Test
    void moreBlocksRunOnlyWhatIsMissing() throws IOException {
        Path plan = write("blocks", text);
        run(plan);
        List<String> before = canonical("blocks");

        write("blocks", text.replace("blocks: 1, control: 2", "blocks: 3, control: 3"));
        Spoken more = run(plan);

        assertThat(more.out()).startsWith(TRIALS + " trials run, " + TRIALS + " reused: ");
        assertThat(canonical("blocks")).hasSize(2 * TRIALS).containsAll(before);
    }

    @Test
    void equalTrialsAreTakenFromAnotherFolder() throws IOException {
        run(write("lender", text.replace("optimizers: [sgd, adam]", "optimizers: [adam, rmsprop]")));
        byte[] lent = Files.readAllBytes(runs.resolve("lender/results.jsonl"));
        Path plan = write("borrower", text);

        Spoken spoken = run(plan, "--reuse", runs.resolve("lender"));

        assertThat(spoken.out()).startsWith("18 trials run, 18 reused: ");
        run(write("alone", text));
        assertThat(canonical("borrower")).isEqualTo(canonical("alone"));
        assertThat(runs.resolve("lender/results.jsonl")).hasBinaryContent(lent);
    }

    @Test
    void aFolderOfTheEarlierProtocolIsRefusedAndKept() throws IOException {
        run(write("old", text));
        Path manifest = runs.resolve("old/run.json");
        String earlier = Files.readString(manifest).replaceFirst("\"schema\"\\s*:\\s*2", "\"schema\" : 1");
        Files.writeString(manifest, earlier);
        byte[] results = Files.readAllBytes(runs.resolve("old/results.jsonl"));
        Path plan = write("new", text);

        String[] sentence = {manifest + ": schema version 1, expected 2", "another protocol", "reads them"};
        assertRefused(run(plan, "--reuse", runs.resolve("old")), sentence);
        assertThat(runs.resolve("new")).doesNotExist();
        assertRefused(run(runs.resolve("old.yaml")), sentence);
        assertRefused(Spoken.by("report", runs.resolve("old")), sentence);
        assertRefused(Spoken.by("results", runs.resolve("old")), sentence);
        assertThat(manifest).hasContent(earlier);
        assertThat(runs.resolve("old/results.jsonl")).hasBinaryContent(results);
    }

    @Test
    void aFolderWithoutARunLendsNothing() throws IOException {
        Path plan = write("new", text);

        assertRefused(run(plan, "--reuse", runs), "--reuse " + runs + " holds no run", "expected the folder of one");
        assertThat(runs.resolve("new")).doesNotExist();
    }

    private Path write(String name, String plan) throws IOException {
        return Files.writeString(runs.resolve(name + ".yaml"), plan);
    }

    private Spoken run(Path plan, Object... options) {
        List<Object> words = new ArrayList<>(List.of("run", plan, "--runs", runs));
        words.addAll(List.of(options));
        return Spoken.by(words.toArray());
    }

    private List<String> canonical(String name) {
        return Spoken.by("results", runs.resolve(name), "--canonical")
                .out()
                .lines()
                .toList();
    }
}
