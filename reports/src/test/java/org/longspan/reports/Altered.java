package org.longspan.reports;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.longspan.harness.record.PlugInJars;

/** Replaces components of a record, and of the records among its components, by their names. */
final class Altered {

    private Altered() {}

    @SuppressWarnings("unchecked")
    static <R extends Record> R of(R original, Map<String, Object> replaced) {
        RecordComponent[] components = original.getClass().getRecordComponents();
        Map<String, Object> others = new HashMap<>(replaced);
        Arrays.stream(components).map(RecordComponent::getName).forEach(others::remove);
        try {
            Object[] values = new Object[components.length];
            for (int i = 0; i < values.length; i++) {
                Object old = components[i].getAccessor().invoke(original);
                Object same = old instanceof Record part && !(old instanceof PlugInJars) && !others.isEmpty()
                        ? of(part, others)
                        : old; // jars have tasks and methods of their own
                values[i] = replaced.getOrDefault(components[i].getName(), same);
            }
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return (R) original.getClass().getConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
