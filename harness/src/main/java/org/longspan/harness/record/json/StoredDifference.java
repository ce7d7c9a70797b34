package org.longspan.harness.record.json;

import java.util.Map;
import java.util.Optional;
import org.longspan.harness.record.ProbeRecord;
import org.longspan.harness.record.StoredResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The first place where two stored records differ. {@link Differences} says the same of a record and what a run makes
 * now, in a sentence; it is a part of every trial's code, so this class stands beside it.
 *
 * @param place such as {@code result.curve.trainLoss[3]}
 * @param one value there, as JSON; {@code nothing} if it has no such field
 * @param other value there in the other record
 */
public record StoredDifference(String place, String one, String other) {

    /** Compares two results in what must be equal on every machine; empty if they agree. */
    public static Optional<StoredDifference> of(StoredResult one, StoredResult other) {
        return between("result", result(one), result(other));
    }

    private static JsonNode result(StoredResult of) {
        return tree(RecordJson.line(of)).path("result");
    }

    /** Compares two looks in what must be equal on every machine; empty if they agree. */
    public static Optional<StoredDifference> of(ProbeRecord one, ProbeRecord other) {
        return between("", untimed(one), untimed(other));
    }

    private static JsonNode untimed(ProbeRecord look) {
        return tree(LookJson.line(look)).without("seconds");
    }

    private static ObjectNode tree(String line) {
        return (ObjectNode) StrictJson.MAPPER.readTree(line);
    }

    /** Compares two values at a place. */
    static Optional<StoredDifference> between(String place, JsonNode one, JsonNode other) {
        if (one.equals(other)) {
            return Optional.empty();
        }
        Optional<StoredDifference> below = Optional.empty();
        if (one.isObject() && other.isObject()) {
            below = inObjects(place, one, other);
        } else if (one.isArray() && other.isArray()) {
            below = inArrays(place, one, other);
        }
        return below.or(() -> Optional.of(new StoredDifference(place, shown(one), shown(other))));
    }

    private static Optional<StoredDifference> inObjects(String place, JsonNode one, JsonNode other) {
        for (Map.Entry<String, JsonNode> field : one.properties()) {
            String below = place.isEmpty() ? field.getKey() : place + "." + field.getKey();
            Optional<StoredDifference> first = between(below, field.getValue(), other.path(field.getKey()));
            if (first.isPresent()) {
                return first;
            }
        }
        return Optional.empty();
    }

    private static Optional<StoredDifference> inArrays(String place, JsonNode one, JsonNode other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            Optional<StoredDifference> first = between(place + "[" + i + "]", one.get(i), other.get(i));
            if (first.isPresent()) {
                return first;
            }
        }
        return Optional.of(new StoredDifference(place, one.size() + " elements", other.size() + " elements"));
    }

    private static String shown(JsonNode value) {
        return value.isMissingNode() ? "nothing" : value.toString();
    }

    /** Returns the place with both values, for a sentence. */
    public String inWords() {
        return place + ": " + one + " in the first, " + other + " in the second";
    }
}
