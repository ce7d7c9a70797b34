package org.longspan.harness.merge;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.longspan.harness.plan.PlanChange;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.Manifest.Provenance;
import org.longspan.harness.record.json.ManifestJson;
import org.longspan.harness.record.json.PlannedJson;
import org.longspan.harness.refusal.Shown;
import org.longspan.harness.refusal.UserError;

/**
 * The manifest of all merged runs. They agree in plan and code, and may differ in circumstances, such as the paths of
 * files: these come from the manifest that has more references, and of two alike from the one with the smaller text.
 * Code that any of the runs accepted is accepted.
 */
final class MergedManifest {

    private static final Comparator<Manifest> ORDER = Comparator.<Manifest>comparingInt(
                    manifest -> -manifest.references().size())
            .thenComparing(ManifestJson::write);

    private final SortedSet<String> accepted = new TreeSet<>();
    private Path first;
    private Manifest chosen;

    /**
     * Takes the manifest of a folder.
     *
     * @throws UserError if it is of another plan or other code than those before; the sentence names both folders
     */
    void take(Path folder, Manifest manifest) {
        manifest.provenance().code().forEach((key, hash) -> {
            if (key.startsWith(Provenance.ACCEPTED)) {
                accepted.add(hash);
            }
        });
        Manifest plain = with(manifest, code(manifest));
        if (chosen == null) {
            first = folder;
            chosen = plain;
            return;
        }
        otherPlan(folder, plain).ifPresent(said -> {
            throw new UserError(said + "; nothing was merged");
        });
        otherCode(folder, plain).ifPresent(said -> {
            throw new UserError(said + "; nothing was merged: run the plan again in the one that is out of date, or"
                    + " leave it out");
        });
        chosen = ORDER.compare(chosen, plain) <= 0 ? chosen : plain;
    }

    /**
     * Says how the manifest of a folder differs from those before in plan or code, in a sentence that names both
     * folders; empty if it does not, or if the plan has another name: that is not the same plan at another time.
     */
    Optional<String> otherPlanOrCode(Path folder, Manifest manifest) {
        return manifest.provenance().plan().equals(chosen.provenance().plan())
                ? otherPlan(folder, manifest).or(() -> otherCode(folder, manifest))
                : Optional.empty();
    }

    private Optional<String> otherPlan(Path folder, Manifest manifest) {
        return planDifference(chosen, manifest)
                .map(difference -> "folders " + first + " and " + folder
                        + " hold runs of different plans: they differ in " + Shown.sentence(difference));
    }

    private Optional<String> otherCode(Path folder, Manifest manifest) {
        return codeDifference(code(chosen), code(manifest))
                .map(difference ->
                        "folders " + first + " and " + folder + " hold runs of different code: " + difference);
    }

    /** Returns the manifest of the merged run. */
    Manifest manifest() {
        Map<String, String> code = code(chosen);
        int number = 1;
        for (String hash : accepted) {
            code.put(Provenance.ACCEPTED + number++, hash);
        }
        return with(chosen, code);
    }

    private static Optional<String> planDifference(Manifest one, Manifest other) {
        String name = one.provenance().plan();
        if (!name.equals(other.provenance().plan())) {
            return Optional.of("the plan's name: " + name + " in the first, "
                    + other.provenance().plan() + " in the second");
        }
        return PlannedJson.firstDifference(one, other)
                .or(() -> PlanChange.between(
                                one.provenance().planText(), other.provenance().planText())
                        ? Optional.of("the text of the plan")
                        : Optional.empty());
    }

    /** Returns the hashes of the running code alone. */
    private static Map<String, String> code(Manifest manifest) {
        Map<String, String> code = new TreeMap<>(manifest.provenance().code());
        code.keySet().removeIf(key -> key.startsWith(Provenance.ACCEPTED));
        return code;
    }

    private static Optional<String> codeDifference(Map<String, String> one, Map<String, String> other) {
        SortedSet<String> rooms = new TreeSet<>(one.keySet());
        rooms.addAll(other.keySet());
        return rooms.stream()
                .filter(room -> !Objects.equals(one.get(room), other.get(room)))
                .findFirst()
                .map(room -> room + " has the hash " + shown(one.get(room)) + " in the first and "
                        + shown(other.get(room)) + " in the second");
    }

    private static String shown(String hash) {
        return hash == null ? "none" : hash.substring(0, Math.min(hash.length(), 12));
    }

    private static Manifest with(Manifest manifest, Map<String, String> code) {
        Provenance of = manifest.provenance();
        return new Manifest(
                manifest.schema(),
                new Provenance(of.plan(), of.planText(), of.head(), of.version(), of.commit(), code),
                manifest.tuning(),
                manifest.design(),
                manifest.rules(),
                manifest.files(),
                manifest.plugIns(),
                manifest.references(),
                manifest.warnings());
    }
}
