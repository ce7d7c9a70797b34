package org.longspan.reports;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import org.longspan.harness.record.Manifest;

/** Replaces components of a manifest by their names. */
final class Altered {

    private Altered() {}

    static Manifest manifest(Manifest manifest, Map<String, Object> replaced) {
        RecordComponent[] components = Manifest.class.getRecordComponents();
        try {
            Object[] values = new Object[components.length];
            for (int i = 0; i < values.length; i++) {
                Object old = components[i].getAccessor().invoke(manifest);
                values[i] = replaced.getOrDefault(components[i].getName(), old);
            }
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return Manifest.class.getConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
