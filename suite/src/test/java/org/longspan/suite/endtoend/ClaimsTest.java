package org.longspan.suite.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.longspan.suite.endtoend.BadInputTest.assertRefused;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.longspan.harness.claim.ProbeNumbers;
import org.longspan.harness.record.ProbeFinding.Measured;
import org.longspan.harness.record.claim.Derived;
import org.longspan.harness.store.StoredRun;
import org.longspan.reports.claim.ClaimsDocument;
import org.longspan.reports.claim.ClaimsMarkdown;
import org.longspan.reports.claim.ClaimsPage;
import org.longspan.reports.figure.StandaloneSvg;
import org.longspan.reports.json.JsonReport;

/** Claims from a file to an answer. */
class ClaimsTest {

    private static final String PLAN = """
            tier: {settings: 1, blocks: 12}
            models: [{cell: tanh-rnn, hidden: 4}]
            tasks: [{family: latch, variant: hochreiter97-3a, lengths: [5]}]
            optimizers: [sgd]
            clippings: [none, global-norm]
            budget: {batch: 5, updates: 20}
            evaluation: {every: 10, validation: 50}
            probes: [{name: gradient-tail, blocks: 12}]
            """;

    private static final String CLAIM = """
            id: mine
            says: Norms have a tail, and twenty updates solve nothing.
            source: a test
            plan: toy.yaml
            parts:
              - says: The largest gradient is over the median.
                compare: {over: [clipping]}
                endpoint: gradient-tail.greatest over median at end
                expect: {above: 1}
              - says: Few runs solve.
                compare: {over: [clipping]}
                endpoint: solved
                expect: {below: 0.5}
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("toy.yaml"), PLAN);
        Files.writeString(folder.resolve("mine.yaml"), CLAIM);
    }

    private Spoken claims(Object... words) {
        List<Object> all = new ArrayList<>(List.of("claims", "run"));
        all.addAll(List.of(words));
        all.addAll(List.of("--runs", folder.resolve("runs")));
        return Spoken.by(all.toArray());
    }

    @Test
    void aClaimRunsItsPlanAndIsAnswered() throws IOException {
        Spoken spoken = claims(folder.resolve("mine.yaml"));

        assertThat(spoken.code()).as(spoken.err()).isZero();
        assertThat(spoken.out())
                .contains("plan toy: 24 trials of 24, about ", "mine  supported", "Decided 1 of 1 claim: 1 supported.");
        Path runs = folder.resolve("runs/claims");
        assertThat(runs.resolve("toy/report.html")).exists();
        String json = Files.readString(runs.resolve("claims.json"));
        assertThat(json).contains("\"verdict\":\"supported\"", "\"runs\":24", "./longspan replay ");
        assertThat(Files.readString(runs.resolve("claims.html")))
                .contains("Norms have a tail, and twenty updates solve nothing.", "<svg");

        Spoken again = claims(folder.resolve("mine.yaml"));

        assertThat(again.out()).contains("plan toy: nothing is left to run");
        assertThat(Files.readString(runs.resolve("claims.json"))).isEqualTo(json);
        Spoken replay = Spoken.by(json.replaceFirst("(?s).*?\\./longspan (replay \\S+ [0-9a-f]+).*", "$1")
                .split(" "));
        assertThat(replay.code()).as(replay.err()).isZero();
    }

    /** Everything but the wall times follows from the plan, so equal runs publish equal bytes. */
    @Test
    void whatIsPublishedFollowsFromTheDocumentAndNamesEveryTrial() throws IOException {
        Path docs = Files.createDirectory(folder.resolve("docs"));
        claims(folder.resolve("mine.yaml"));
        Object[] words = {
            "claims",
            folder.resolve("mine.yaml"),
            "--runs",
            folder.resolve("runs"),
            "--publish",
            docs,
            "--picture",
            "mine"
        };

        Spoken spoken = Spoken.by(words);

        assertThat(spoken.code()).as(spoken.err()).isZero();
        Path results = docs.resolve("results/claims");
        ClaimsDocument document =
                JsonReport.read(Files.readString(results.resolve("claims.json")), ClaimsDocument.class);
        assertThat(docs.resolve("claims.md")).hasContent(ClaimsMarkdown.of(document, Set.of("mine")));
        assertThat(results.resolve("claims.html")).hasContent(ClaimsPage.html(document));
        assertThat(results.resolve("mine.svg")).content().startsWith("<?xml");
        assertThat(docs.resolve("claims.svg"))
                .hasContent(StandaloneSvg.of(ClaimsMarkdown.overview(document, Set.of("mine"))));
        byte[] packed = Files.readAllBytes(results.resolve("trials.jsonl.gz"));
        assertThat(trials(packed))
                .hasSize(24)
                .allSatisfy(line -> assertThat(line)
                        .startsWith("{\"plan\":\"toy.yaml\",\"id\":\"")
                        .containsPattern("\"outcome\":\\{.*\"weights\":\"[0-9a-f]{24}\"}$")
                        .doesNotContain("curve", "started"));

        assertThat(Spoken.by(Arrays.copyOf(words, 6)).code()).isZero();
        assertThat(results.resolve("trials.jsonl.gz")).hasBinaryContent(packed);
        assertThat(results.resolve("mine.svg")).as("a picture stays").exists();
        assertRefused(
                Spoken.by("claims", folder.resolve("mine.yaml"), "--picture", "mine"),
                "--picture mine is given without --publish DIR, expected both");
        assertRefused(
                Spoken.by("claims", folder.resolve("mine.yaml"), "--publish", folder.resolve("no")),
                "there is no such folder, expected one that is there");
    }

    private static List<String> trials(byte[] packed) throws IOException {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    @Test
    void anotherSeedHasAFolderAndAnswersOfItsOwn() {
        assertThat(claims(folder.resolve("mine.yaml"), "--seed", "3").code()).isZero();

        assertThat(folder.resolve("runs/claims/toy-seed-3/results.jsonl")).exists();
        assertThat(folder.resolve("runs/claims/claims-seed-3.json")).exists();
        assertThat(folder.resolve("runs/claims/claims.json")).doesNotExist();
    }

    @Test
    void whatCannotBeAnsweredIsRefusedBeforeAnythingRuns() throws IOException {
        Path claim = folder.resolve("mine.yaml");
        Files.writeString(claim, CLAIM.replace("gradient-tail.greatest over median", "lyapunov.exponent"));
        assertRefused(
                claims(claim),
                claim
                        + ", line 8, parts[0].endpoint: plan toy does not ask for the probe lyapunov, expected it among its "
                        + "probes: gradient-tail");
        Files.writeString(claim, CLAIM.replace("toy.yaml", "toys.yaml"));
        assertRefused(claims(claim), claim + ", line 4, plan: no plan toys.yaml");
        assertRefused(claims(folder.resolve("no.yaml")), "no claim " + folder.resolve("no.yaml"));
        assertRefused(claims("value-like-nrom"), "no claim value-like-nrom");
        assertRefused(claims("all"), "no claims/*.yaml here or in the checkout, expected at least one claim");
        assertRefused(
                claims(claim, "--only", "clipping=none"),
                "--only clipping=none is given, expected none: a claim is asked of all runs of its plan");
        assertThat(folder.resolve("runs")).doesNotExist();
    }

    @Test
    void aPlanInWhichATrialIsMissingIsNotAsked() throws IOException {
        Path claim = folder.resolve("mine.yaml");
        claims(claim);
        Path results = folder.resolve("runs/claims/toy/results.jsonl");
        List<String> lines = Files.readAllLines(results);
        Files.write(results, lines.subList(0, lines.size() - 1));

        Spoken again = claims(claim);

        assertThat(again.out()).contains("plan toy: 1 trial of 24, about ", "Decided 1 of 1 claim");
    }

    @Test
    void theVocabularyOfClaimsIsWhatProbesFind() throws IOException {
        Path plan = Files.writeString(
                folder.resolve("all.yaml"),
                PLAN.replace("blocks: 12}\nmodels", "blocks: 1}\nmodels")
                        .replace("hidden: 4}", "hidden: 4}, {cell: lstm, hidden: 4}")
                        .replaceFirst("probes: .*", "probes: all"));
        assertThat(Spoken.by("run", plan, "--runs", folder.resolve("runs")).code())
                .isZero();
        StoredRun run = StoredRun.read(folder.resolve("runs/all"));

        List<String> seen = new ArrayList<>();
        run.looks().forEach(record -> {
            String probe = record.look().probe();
            if (record.look().finding() instanceof Measured measured
                    && ProbeNumbers.probes().contains(probe)) {
                seen.add(probe);
                List<String> numbers = new ArrayList<>(ProbeNumbers.numbers(probe));
                numbers.removeAll(Derived.of(probe));
                assertThat(measured.numbers().keySet()).as(probe).containsExactlyInAnyOrderElementsOf(numbers);
                Map<String, List<String>> tables = ProbeNumbers.tables(probe, List.of("none", "global-norm"));
                measured.tables()
                        .forEach(table -> assertThat(List.copyOf(table.columns().keySet()))
                                .as("%s.%s", probe, table.name())
                                .isEqualTo(tables.get(table.name())));
            }
        });
        assertThat(seen).containsAll(ProbeNumbers.probes());
    }
}
