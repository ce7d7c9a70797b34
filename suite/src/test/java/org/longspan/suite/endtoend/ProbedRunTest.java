package org.longspan.suite.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.hash.Hashing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What probes found lies beside the results, with a digest of its own, and is replayed with its trial. */
class ProbedRunTest {

    @TempDir
    private Path runs;

    @Test
    void whatProbesFoundIsPrintedDigestedMendedAndReplayed() throws IOException {
        Runs.run(runs);
        String without = Spoken.by("results", Runs.folder(runs), "--digest").out();
        Path plan = runs.resolve("tiny.yaml");
        Files.writeString(plan, Files.readString(Runs.plan()) + "\nprobes: [{name: signal-by-lag, at: [0, end]}]\n");

        Spoken later = Spoken.by("run", plan, "--runs", runs);

        assertThat(later.code()).as(later.err()).isZero();
        assertThat(later.err() + later.out()).contains("records of probes are missing");
        String canonical = Runs.canonical(runs);
        List<String> looks =
                canonical.lines().filter(line -> line.startsWith("{\"trial\"")).toList();
        assertThat(looks).isNotEmpty();
        String digest = Hashing.sha256()
                .hashString(
                        looks.stream().map(line -> line + "\n").collect(Collectors.joining()), StandardCharsets.UTF_8)
                .toString();
        assertThat(Spoken.by("results", Runs.folder(runs), "--digest").out())
                .isEqualTo(without + "probes " + digest + "\n");

        String id = looks.get(0).substring(10, 26);
        assertThat(Spoken.by("replay", Runs.folder(runs), id).out())
                .contains("every bit agrees, those of 2 records of probes too");

        Path file = Runs.folder(runs).resolve("probes.jsonl");
        String text = Files.readString(file);
        Files.writeString(file, text.replaceFirst("\"updates\":0", "\"updates\":1"));
        Spoken refused = Spoken.by("run", plan, "--runs", runs);
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("probes.jsonl, line 1: its content does not match its check");
        Files.writeString(file, text.substring(text.indexOf('\n') + 1));
        assertThat(Spoken.by("run", plan, "--runs", runs).code()).isZero();
        assertThat(Runs.canonical(runs)).isEqualTo(canonical);
    }
}
