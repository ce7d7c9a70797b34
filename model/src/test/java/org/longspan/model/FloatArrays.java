package org.longspan.model;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Finds every float array that one of our objects holds, itself or through others. */
final class FloatArrays {

    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Object> open = new ArrayDeque<>();

    private FloatArrays() {}

    static List<float[]> of(Object root) throws IllegalAccessException {
        FloatArrays search = new FloatArrays();
        List<float[]> found = new ArrayList<>();
        search.push(root);
        while (!search.open.isEmpty()) {
            Object o = search.open.pop();
            if (o instanceof float[] floats) {
                found.add(floats);
            } else if (o instanceof Object[] objects) {
                for (int i = 0; i < objects.length; i++) {
                    search.push(Array.get(objects, i));
                }
            } else if (o.getClass().getName().startsWith("org.longspan.")) {
                search.pushFields(o);
            }
        }
        return found;
    }

    private void pushFields(Object o) throws IllegalAccessException {
        for (Class<?> c = o.getClass(); c.getName().startsWith("org.longspan."); c = c.getSuperclass()) {
            for (Field field : c.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
                    field.setAccessible(true);
                    push(field.get(o));
                }
            }
        }
    }

    private void push(Object o) {
        if (o != null && seen.add(o)) {
            open.push(o);
        }
    }
}
