package org.longspan.harness.plan;

import java.util.Map;

/**
 * Reads the numbers of a mapping, each of which has a default; an error leaves the default in its place.
 *
 * @param values of the mapping
 * @param errors of the plan
 */
record Numbers(Map<String, PlanNode> values, PlanErrors errors) {

    /** Returns a whole number from 1 to {@code greatest}. */
    int count(String key, int greatest, int otherwise) {
        return (int) whole(key, 1, greatest, otherwise);
    }

    long whole(String key, long least, long greatest, long otherwise) {
        PlanNode node = values.get(key);
        return node == null
                ? otherwise
                : errors.in(() -> node.whole(least, greatest)).orElse(otherwise);
    }

    /** Returns a number greater than 0; infinity is allowed. */
    double positive(String key, double otherwise) {
        PlanNode node = values.get(key);
        return node == null ? otherwise : errors.in(node::positive).orElse(otherwise);
    }
}
