package org.longspan.harness.record.json;

import java.util.List;
import java.util.Optional;
import org.longspan.harness.record.Manifest;
import tools.jackson.databind.node.ObjectNode;

/** Compares what two manifests say of their plans. No trial's code reaches this class. */
public final class PlannedJson {

    /** What may differ between two runs of one plan, and the plan's text, whose comments may. */
    private static final List<String> OTHERS = List.of(
            "planText",
            "title",
            "authors",
            "doi",
            "version",
            "commit",
            "code",
            "files",
            "plugIns",
            "references",
            "warnings");

    private PlannedJson() {}

    /** Returns the first difference between the plans of two runs, with both values; empty if they agree. */
    public static Optional<String> firstDifference(Manifest one, Manifest other) {
        return StoredDifference.between("", planned(one), planned(other)).map(StoredDifference::inWords);
    }

    private static ObjectNode planned(Manifest manifest) {
        ObjectNode tree = (ObjectNode) StrictJson.MAPPER.readTree(ManifestJson.write(manifest));
        tree.remove(OTHERS);
        return tree;
    }
}
