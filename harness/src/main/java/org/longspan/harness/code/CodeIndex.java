package org.longspan.harness.code;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.longspan.sources.IndexedType;

/** The types of all indexed modules, and the types that they reach. */
public final class CodeIndex {

    private final Map<String, IndexedType> types = new HashMap<>(); // never iterated

    /** Creates an index of these types. The first of two types with one name counts, as on a class path. */
    public CodeIndex(Collection<IndexedType> types) {
        types.forEach(type -> this.types.putIfAbsent(type.name(), type));
    }

    /** Reads all indexes that {@code loader} finds. */
    public static CodeIndex of(ClassLoader loader) {
        List<IndexedType> types = new ArrayList<>();
        try {
            for (URL file : Collections.list(loader.getResources(IndexedType.INDEX))) {
                try (InputStream in = file.openStream()) {
                    String lines = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                    lines.lines().map(IndexedType::parse).forEach(types::add);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new CodeIndex(types);
    }

    /** Returns this index with {@code type} added, replacing any type of its name. */
    public CodeIndex with(IndexedType type) {
        List<IndexedType> others = new ArrayList<>(List.of(type));
        others.addAll(types.values());
        return new CodeIndex(others);
    }

    /** Returns the type of that name; empty if no index has it. */
    public Optional<IndexedType> type(String name) {
        return Optional.ofNullable(types.get(name));
    }

    /**
     * Returns {@code roots} and the names of all types that they reach, including types without an entry in this index.
     *
     * @param cut types that are excluded, together with whatever is reached only through them
     */
    Set<String> reach(Collection<String> roots, Set<String> cut) {
        Set<String> reached = new TreeSet<>(roots);
        Deque<String> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            for (String name : namedBy(open.pop())) {
                if (!cut.contains(name) && reached.add(name)) {
                    open.push(name);
                }
            }
        }
        return reached;
    }

    private Set<String> namedBy(String name) {
        if (name.endsWith(".*")) { // a whole package was imported
            Set<String> named = new TreeSet<>(types.keySet());
            named.removeIf(type -> !name.equals(type.substring(0, type.lastIndexOf('.')) + ".*"));
            return named;
        }
        return type(name).map(IndexedType::names).orElse(Set.of());
    }

    /** Returns the hash of all types in that room; see {@link #room}. */
    String hashOf(String room) {
        Digest digest = new Digest();
        for (String name : new TreeSet<>(types.keySet())) {
            if (room(name).equals(room)) {
                digest.add(name + " " + types.get(name).hash());
            }
        }
        return digest.hash();
    }

    /**
     * Returns the room of a type of this project, such as {@code optim}; each task family has its own, such as
     * {@code tasks.adding}.
     */
    static String room(String type) {
        String[] words = type.split("\\.");
        return words[2].equals("tasks") ? words[2] + "." + words[3] : words[2];
    }
}
