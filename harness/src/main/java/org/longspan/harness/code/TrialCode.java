package org.longspan.harness.code;

import com.google.common.collect.Sets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.longspan.harness.method.MethodCatalogue;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.Trial;
import org.longspan.harness.record.json.LookJson;
import org.longspan.harness.refusal.UserError;
import org.longspan.harness.run.Trainer;
import org.longspan.harness.task.TaskCatalogue;
import org.longspan.probes.Probes;
import org.longspan.sources.IndexedType;

/**
 * Hashes the code that makes a trial. A result is reused only if the hash is equal.
 *
 * <p>The code of a trial is everything that is reached from the trainer, the kernels, and the task and methods that the
 * trial names: the tokens of this project's types, and every byte of other jars. Lists of methods are excluded, so a
 * new method changes no other method's trials. Comments, formatting and the compiler do not count.
 */
public final class TrialCode {

    private static final String PROJECT = "org.longspan.";

    private static final ClassLoader LOADER = Trainer.class.getClassLoader();

    private final CodeIndex index;
    private final Function<Trial, Optional<Set<Class<?>>>> roots;
    private final Set<String> lists = CutList.classes();
    private final Map<Class<?>, Reached> ofClass = new ConcurrentHashMap<>();
    private final Map<Set<Class<?>>, Reached> ofRoots = new ConcurrentHashMap<>();
    private final Map<String, Optional<Archive>> places = new ConcurrentHashMap<>(); // of types that no index has
    private final Map<Archive, String> hashes = new ConcurrentHashMap<>();

    /**
     * All that a set of roots reaches.
     *
     * @param types the hash of each type, by its name
     * @param archives the hash of each archive
     * @param hash of all parts
     */
    private record Reached(SortedMap<String, String> types, Map<Archive, String> archives, String hash) {

        /** The file names of archives do not count, because an external jar may be renamed. */
        static Reached of(Map<String, String> types, Map<Archive, String> archives) {
            SortedMap<String, String> sorted = new TreeMap<>(types);
            Digest digest = new Digest();
            sorted.forEach((name, hash) -> digest.add(name + " " + hash));
            archives.values().stream().sorted().forEach(digest::add);
            return new Reached(sorted, archives, digest.hash());
        }
    }

    /**
     * Creates a source of code hashes.
     *
     * @param roots returns the classes where the closure of a trial's code starts; empty if this program cannot run the
     *     trial
     */
    public TrialCode(CodeIndex index, Function<Trial, Optional<Set<Class<?>>>> roots) {
        this.index = index;
        this.roots = roots;
    }

    /**
     * Returns the hashes of the running code.
     *
     * @throws UserError if the build wrote no index
     */
    public static TrialCode running(TaskCatalogue tasks, MethodCatalogue methods) {
        CodeIndex index = CodeIndex.of(LOADER);
        if (index.type(Trainer.class.getName()).isEmpty()) {
            throw new UserError(
                    "the index of Longspan's types (" + IndexedType.INDEX + ") is missing, expected a build by Maven");
        }
        return of(index, tasks, methods);
    }

    /** Returns the hashes of the code in {@code index}. */
    public static TrialCode of(CodeIndex index, TaskCatalogue tasks, MethodCatalogue methods) {
        return new TrialCode(index, new TrialRoots(tasks, methods));
    }

    /** Returns the hash of the code that makes {@code trial}; empty if its task or one of its methods is missing. */
    public Optional<String> hash(Trial trial) {
        return reached(trial).map(Reached::hash);
    }

    /**
     * Returns the hash of the code that makes {@code trial} and what a probe finds in it; empty if the task, one of the
     * methods or the probe is missing. The code of the trial alone has no probe in it.
     *
     * @param probe name of the probe
     * @param compared the clippings of the plan; for a probe that compares them, their code and settings count
     */
    public Optional<String> hash(Trial trial, String probe, List<Choice> compared) {
        Optional<String> own = roots.apply(trial)
                .flatMap(classes -> ProbeRoots.of(probe)
                        .map(its -> Sets.<Class<?>>union(classes, its).immutableCopy()))
                .map(classes -> ofRoots.computeIfAbsent(classes, this::union).hash());
        return Probes.comparesClippings(probe) ? own.map(hash -> comparing(hash, trial, compared)) : own;
    }

    private String comparing(String own, Trial trial, List<Choice> clippings) {
        Digest digest = new Digest();
        digest.add(own);
        for (Choice clipping : clippings) {
            String code = hash(ProbeRoots.under(clipping, trial)).orElse("");
            digest.add(LookJson.canonical(clipping) + " " + code);
        }
        return digest.hash();
    }

    /** Returns the names of this project's types in the code of {@code trial}, sorted. */
    public Set<String> types(Trial trial) {
        return reached(trial).orElseThrow().types().keySet();
    }

    /** Returns the hash, by name, of each room and archive that the code of {@code trials} uses. */
    public Map<String, String> parts(Collection<Trial> trials) {
        Map<String, String> parts = new TreeMap<>();
        Set<Reached> all =
                trials.stream().flatMap(trial -> reached(trial).stream()).collect(Collectors.toSet());
        for (Reached one : all) {
            one.archives().forEach((archive, hash) -> parts.put(archive.name(), hash));
            one.types().keySet().forEach(type -> parts.computeIfAbsent(CodeIndex.room(type), index::hashOf));
        }
        return parts;
    }

    private Optional<Reached> reached(Trial trial) {
        return roots.apply(trial).map(classes -> ofRoots.computeIfAbsent(classes, this::union));
    }

    /** There are many trials but few roots, so each root is followed once. */
    private Reached union(Set<Class<?>> classes) {
        Map<String, String> types = new HashMap<>();
        Map<Archive, String> archives = new LinkedHashMap<>();
        for (Class<?> root : classes) {
            Reached one = ofClass.computeIfAbsent(root, this::reach);
            types.putAll(one.types());
            archives.putAll(one.archives());
        }
        return Reached.of(types, archives);
    }

    private Reached reach(Class<?> root) {
        String name = root.getNestHost().getName();
        Map<Archive, String> archives = new LinkedHashMap<>();
        Set<String> begin = Set.of(name);
        if (index.type(name).isEmpty()) {
            Archive external = Archive.of(root.getClassLoader(), name).orElseThrow();
            archives.put(external, hash(external));
            begin = external.names();
            begin.removeIf(named -> index.type(named).isEmpty());
        }
        Set<String> cut = new HashSet<>(lists);
        cut.removeAll(begin); // an external class that asks a whole list may use any entry of it
        Map<String, String> types = new HashMap<>();
        for (String reached : index.reach(begin, cut)) {
            Optional<IndexedType> type = index.type(reached);
            if (type.isPresent()) {
                types.put(reached, type.get().hash());
            } else {
                library(reached).ifPresent(archive -> archives.put(archive, hash(archive)));
            }
        }
        return Reached.of(types, archives);
    }

    /** Returns the library that holds a type without an index; empty for the JDK's and for names of no class. */
    private Optional<Archive> library(String type) {
        Optional<Archive> archive = places.computeIfAbsent(type, any -> Archive.of(LOADER, any));
        if (archive.isPresent() && type.startsWith(PROJECT)) {
            throw new UserError(
                    "type " + type + " of " + archive.get().path() + " has no index, expected a build by Maven");
        }
        return archive;
    }

    private String hash(Archive archive) {
        return hashes.computeIfAbsent(archive, Archive::hash);
    }
}
