package org.longspan.harness.record.json;

import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Finds the first difference between two JSON values. */
final class Differences {

    private Differences() {}

    /** Returns the first difference, such as {@code curve[3].trainLoss: 0.25, now 0.26}. */
    static Optional<String> first(String place, JsonNode stored, JsonNode now) {
        if (stored.equals(now)) {
            return Optional.empty();
        }
        if (stored.isObject() && now.isObject()) {
            return ofObjects(place, stored, now);
        }
        if (stored.isArray() && now.isArray()) {
            return ofArrays(place, stored, now);
        }
        return Optional.of(place + ": " + stored + ", now " + now);
    }

    private static Optional<String> ofObjects(String place, JsonNode stored, JsonNode now) {
        for (Map.Entry<String, JsonNode> field : stored.properties()) {
            String below = place.isEmpty() ? field.getKey() : place + "." + field.getKey();
            Optional<String> first = first(below, field.getValue(), now.path(field.getKey()));
            if (first.isPresent()) {
                return first;
            }
        }
        return Optional.of(place + ": " + stored + ", now " + now);
    }

    private static Optional<String> ofArrays(String place, JsonNode stored, JsonNode now) {
        for (int i = 0; i < Math.min(stored.size(), now.size()); i++) {
            Optional<String> first = first(place + "[" + i + "]", stored.get(i), now.get(i));
            if (first.isPresent()) {
                return first;
            }
        }
        return Optional.of(place + ": " + stored.size() + " elements, now " + now.size());
    }
}
