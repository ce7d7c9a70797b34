package org.longspan.reports.compare;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.longspan.reports.summary.Arm;

/**
 * Which names of methods mean the same in two runs: equal ones, and those that the reader matched. A name of the base that
 * is matched with another one is no longer matched with itself.
 *
 * @param optimizers names of the base by those of the other run
 * @param clippings names of the base by those of the other run
 */
public record NameMatch(Map<String, String> optimizers, Map<String, String> clippings) {

    /** Equal names match, and no others. */
    public static final NameMatch EQUAL = new NameMatch(Map.of(), Map.of());

    public NameMatch {
        optimizers = new LinkedHashMap<>(optimizers);
        clippings = new LinkedHashMap<>(clippings);
    }

    /** Returns the base's name of an arm of the other run; empty if the base has none for it. */
    Optional<Arm> inBase(Arm other) {
        return base(optimizers, other.optimizer())
                .flatMap(optimizer -> base(clippings, other.clipping()).map(clipping -> new Arm(optimizer, clipping)));
    }

    /** Returns the base's name of an optimizer of the other run. */
    Optional<String> optimizerInBase(String other) {
        return base(optimizers, other);
    }

    /** Returns the base's name of a clipping of the other run. */
    Optional<String> clippingInBase(String other) {
        return base(clippings, other);
    }

    private static Optional<String> base(Map<String, String> matched, String other) {
        if (matched.containsKey(other)) {
            return Optional.of(matched.get(other));
        }
        return matched.containsValue(other) ? Optional.empty() : Optional.of(other);
    }
}
