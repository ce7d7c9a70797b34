package org.longspan.harness.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.longspan.harness.refusal.UserError;

/** Says whether two texts of a plan differ in what a trial may depend on: not in comments, nor in how to cite it. */
public final class PlanChange {

    private PlanChange() {}

    /** Returns whether the texts differ so; texts that are no plans do if they are not equal. */
    public static boolean between(String before, String now) {
        if (before.equals(now)) {
            return false;
        }
        try {
            return !values(before).equals(values(now));
        } catch (PlanError | UserError e) {
            return true;
        }
    }

    private static Map<String, Object> values(String text) {
        PlanErrors errors = new PlanErrors();
        Map<String, PlanNode> plan =
                new LinkedHashMap<>(PlanNodes.read("plan", text, errors).mapping());
        errors.requireNone();
        plan.keySet().removeAll(PlanHeads.KEYS);
        return values(plan);
    }

    private static Map<String, Object> values(Map<?, ?> nodes) {
        Map<String, Object> values = new LinkedHashMap<>();
        nodes.forEach((key, node) -> values.put((String) key, value(node)));
        return values;
    }

    /** A value alone, without its line in the file. */
    private static Object value(Object node) {
        Object value = ((PlanNode) node).value();
        if (value instanceof Map<?, ?> map) {
            return values(map);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(PlanChange::value).toList();
        }
        return value;
    }
}
