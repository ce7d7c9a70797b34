package org.longspan.harness.record.json;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;
import org.longspan.harness.record.Manifest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The keys of {@code run.json}. The file is flat, while {@link Manifest} groups its components into records. Jackson's
 * unwrapping would do the same but would let unknown keys pass.
 */
final class FlatManifest {

    private static final List<RecordComponent> GROUPS = Stream.of(Manifest.class.getRecordComponents())
            .filter(component -> component.getType().isRecord())
            .toList();

    private FlatManifest() {}

    /** Returns the keys of all groups, and all others, in one object. */
    static ObjectNode flat(ObjectNode grouped) {
        ObjectNode flat = JsonNodeFactory.instance.objectNode();
        grouped.properties().forEach(entry -> {
            if (isGroup(entry.getKey())) {
                flat.setAll((ObjectNode) entry.getValue());
            } else {
                flat.set(entry.getKey(), entry.getValue());
            }
        });
        return flat;
    }

    /**
     * Returns an object with the keys of each group under the name of that group. Unknown keys stay where they are.
     *
     * @throws IllegalArgumentException if {@code flat} has a key with the name of a group
     */
    static ObjectNode grouped(ObjectNode flat) {
        ObjectNode grouped = flat.deepCopy();
        for (RecordComponent group : GROUPS) {
            if (flat.has(group.getName())) {
                throw new IllegalArgumentException("unknown key \"" + group.getName() + "\"");
            }
            grouped.set(group.getName(), take(group.getType(), grouped));
        }
        return grouped;
    }

    private static ObjectNode take(Class<?> group, ObjectNode from) {
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        for (RecordComponent member : group.getRecordComponents()) {
            JsonNode value = from.remove(member.getName());
            if (value != null) {
                members.set(member.getName(), value);
            }
        }
        return members;
    }

    private static boolean isGroup(String key) {
        return GROUPS.stream().anyMatch(group -> group.getName().equals(key));
    }
}
