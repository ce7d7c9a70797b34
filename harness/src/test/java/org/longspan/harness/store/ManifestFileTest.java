package org.longspan.harness.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.longspan.harness.record.Instruments;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.ModelChoice;
import org.longspan.harness.record.PlanHead;
import org.longspan.harness.record.PlanHead.Author;
import org.longspan.harness.record.ProbeChoice;
import org.longspan.harness.record.Sample;
import org.longspan.harness.record.TaskChoice;
import org.longspan.harness.record.json.ManifestJson;
import org.longspan.harness.refusal.UserError;

/** The manifest of a run, and what is said of one that is damaged or of another version. */
class ManifestFileTest extends InFolder {

    @Test
    void aRunOfAnotherProtocolIsRefusedWithWhatReadsItAndNothingIsLost() throws IOException {
        try (ResultStore store = open()) {
            store.begin(Stored.manifest(Stored.CODE), List.of(), List.of());
            store.add(Stored.result(0), List.of());
        }
        byte[] results = Files.readAllBytes(file);
        Path manifest = folder.resolve("run.json");
        String older = Files.readString(manifest)
                .replace("\"schema\" : 2", "\"schema\" : 1")
                .replace("\"version\" : \"0\"", "\"version\" : \"0.1\"")
                .replace("\"commit\" : \"\"", "\"commit\" : \"abc123\"");
        Files.writeString(manifest, older);
        for (ThrowingCallable use : List.<ThrowingCallable>of(this::open, () -> StoredRun.read(folder))) {
            assertThatThrownBy(use)
                    .isInstanceOf(UserError.class)
                    .hasMessage(manifest + ": schema version 1, expected 2: its results follow another protocol, and"
                            + " Longspan 0.1, commit abc123, reads them; nothing was changed: run into another folder,"
                            + " or move this one away");
        }
        assertThatThrownBy(() -> ResultStore.open(parent.resolve("other"), Usable.of(Stored.CODE), List.of(folder)))
                .isInstanceOf(UserError.class)
                .hasMessage("--reuse " + manifest + ": schema version 1, expected 2: its results follow another"
                        + " protocol, and Longspan 0.1, commit abc123, reads them; nothing was changed: leave out --reuse "
                        + folder);
        assertThat(manifest).hasContent(older);
        assertThat(file).hasBinaryContent(results);
        assertThat(parent.resolve("other")).doesNotExist();
    }

    @Test
    void aManifestIsOneFlatObjectAndUnknownKeysAreRefused() throws IOException {
        Manifest manifest = Stored.manifest(Stored.CODE);
        try (ResultStore store = open()) {
            store.begin(manifest, List.of(), List.of());
        }
        String text = Files.readString(folder.resolve("run.json"));
        assertThat(ManifestJson.read(text)).isEqualTo(manifest);
        assertThat(text)
                .contains("\n  \"planText\" : ", "\n  \"controlBlocks\" : 8,", "\n  \"tasks\" : ", "\n  \"seed\" : 0,")
                .doesNotContain("\n  \"rules\" : ");
        for (String unknown : List.of("rules", "colour")) {
            String more = text.replaceFirst("\\{", "{\"" + unknown + "\" : {},");
            assertThatThrownBy(() -> ManifestJson.read(more)).hasMessageContaining("\"" + unknown + "\"");
        }
        assertThatThrownBy(() -> ManifestJson.read(text.replace("\n  \"seed\" : 0,", "")))
                .hasMessageContaining("'seed'");
    }

    @Test
    void aManifestHasTheSampleAndTheInstrumentsOfThePlanOrNoKeysForThem() {
        Manifest whole = Stored.manifest(Stored.CODE);
        Instruments instruments = new Instruments(
                Optional.of("by-norm"), List.of(new ProbeChoice("lyapunov", List.of("0", "100", "end"), 3)));
        Manifest.Tuning tuning = whole.tuning();
        Manifest sampled = new Manifest(
                whole.schema(),
                whole.provenance(),
                new Manifest.Tuning(tuning.tier(), 4, null, instruments, 8, 1, Optional.of(new Sample(7, -1))),
                whole.design(),
                whole.rules(),
                whole.files(),
                whole.plugIns(),
                whole.references(),
                whole.warnings());
        String text = ManifestJson.write(sampled);
        String without = ManifestJson.write(whole);
        assertThat(ManifestJson.read(without)).isEqualTo(whole);
        assertThat(without).doesNotContain("sample", "positiveControl", "probes", "instruments");
        assertThat(text)
                .contains("\n  \"positiveControl\" : \"by-norm\",", "\n  \"probes\" : [")
                .doesNotContain("instruments");
        assertThat(ManifestJson.read(text)).isEqualTo(sampled);
        assertThatThrownBy(() -> ManifestJson.read(text.replace("\"trials\" : 7,", "")))
                .hasMessageContaining("'sample.trials' is missing");
    }

    @Test
    void aManifestHasTheHeadOfThePlanFlatOrNoKeyForIt() {
        Manifest plain = Stored.manifest(Stored.CODE);
        Manifest.Provenance provenance = plain.provenance();
        PlanHead head =
                new PlanHead("A title", List.of(new Author("Ada Lovelace", ""), new Author("B", "C")), "10.1234/a");
        Manifest cited = new Manifest(
                plain.schema(),
                new Manifest.Provenance(provenance.plan(), provenance.planText(), head, "0", "", provenance.code()),
                plain.tuning(),
                plain.design(),
                plain.rules(),
                plain.files(),
                plain.plugIns(),
                plain.references(),
                plain.warnings());
        String text = ManifestJson.write(cited);
        assertThat(text)
                .contains("\n  \"title\" : \"A title\",", "\n  \"authors\" : [", "\n  \"doi\" : \"10.1234/a\",");
        assertThat(ManifestJson.read(text)).isEqualTo(cited);
        assertThat(ManifestJson.write(plain)).doesNotContain("\"title\"", "\"authors\"", "\"doi\"", "\"head\"");
        assertThatThrownBy(() -> ManifestJson.read(text.replace("\"A title\"", "null")))
                .hasMessageContaining("title is null");
    }

    /** Optimizers that do not train a model, on all tasks or on one; a plan of several clippings without the control. */
    @Test
    void whatAPlanLeavesOutIsReadBack() {
        Manifest whole = Stored.manifest(Stored.CODE);
        Manifest.Design design = whole.design();
        ModelChoice model = design.models().get(0);
        TaskChoice task = design.tasks().get(0).task();
        List<Manifest.LeftOut> leftOut = List.of(
                new Manifest.LeftOut(model, null, List.of("heavy")),
                new Manifest.LeftOut(model, task, List.of("heavy", "descent")));
        Manifest manifest = new Manifest(
                whole.schema(),
                whole.provenance(),
                new Manifest.Tuning("own", 4, null, Instruments.NONE, 3, 3, Optional.empty()),
                new Manifest.Design(
                        design.tasks(),
                        design.models(),
                        design.optimizers(),
                        design.clippings(),
                        design.schedules(),
                        design.policies(),
                        design.methods(),
                        leftOut,
                        9),
                whole.rules(),
                whole.files(),
                whole.plugIns(),
                whole.references(),
                whole.warnings());
        assertThat(ManifestJson.read(ManifestJson.write(manifest))).isEqualTo(manifest);
    }

    @Test
    void aManifestThatIsCutOffEmptyOrNoJsonIsSaidToBe() throws IOException {
        try (ResultStore store = open()) {
            store.begin(Stored.manifest(Stored.CODE), List.of(), List.of());
        }
        Path manifest = folder.resolve("run.json");
        String whole = Files.readString(manifest);
        assertThatManifest("").isEqualTo("is empty");
        assertThatManifest("\n").isEqualTo("is empty");
        assertThatManifest("PK\u0003\u0004").isEqualTo("is not JSON from line 1, column 1 on");
        assertThatManifest("[1]").isEqualTo("holds no JSON object");
        for (int length = 1; length < whole.stripTrailing().length(); length += 101) {
            assertThatManifest(whole.substring(0, length)).startsWith("is cut off in line ");
        }
    }

    /** Returns the message about a manifest with that text, without file name and advice. */
    private AbstractStringAssert<?> assertThatManifest(String text) throws IOException {
        Path manifest = Files.writeString(folder.resolve("run.json"), text);
        Throwable refusal = catchThrowable(this::open);
        assertThat(refusal).isInstanceOf(UserError.class);
        assertThat(manifest).hasContent(text);
        String message = refusal.getMessage();
        String advice = ", expected the JSON that a run writes; nothing was changed: "
                + "remove it, and running the plan again rewrites it and keeps all results";
        assertThat(message).startsWith(manifest + " ").endsWith(advice);
        return assertThat(message.substring(manifest.toString().length() + 1, message.length() - advice.length()));
    }
}
