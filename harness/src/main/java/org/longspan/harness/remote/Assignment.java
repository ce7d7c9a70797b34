package org.longspan.harness.remote;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.longspan.harness.method.MethodCatalogue;
import org.longspan.harness.method.MethodKind;
import org.longspan.harness.plan.Plan;
import org.longspan.harness.plan.PlanReader;
import org.longspan.harness.task.TaskCatalogue;
import org.longspan.numerics.Kernels;

/**
 * What a process needs to run cells of a plan. It reads the plan anew, so that only text is sent.
 *
 * @param planFile name of the plan's file, for messages
 * @param planText content of the plan's file
 * @param kernels as {@link org.longspan.numerics.kernel.KernelChoice#best} takes them: every process must have those of
 *     the process that drives the run, since one with slower kernels would hold up all others unnoticed
 * @param taskJars with tasks from outside
 * @param methodJars with methods from outside
 * @param files that the plan's tasks read, by the paths that the plan's text gives
 */
public record Assignment(
        String planFile,
        String planText,
        String kernels,
        List<ShippedFile> taskJars,
        List<ShippedFile> methodJars,
        Map<String, ShippedFile> files)
        implements Serializable {

    public Assignment {
        taskJars = List.copyOf(taskJars);
        methodJars = List.copyOf(methodJars);
        files = new TreeMap<>(files);
    }

    /**
     * Returns what the cells of {@code plan} need. A plan whose tasks read files is read once more for their paths.
     *
     * @throws org.longspan.harness.refusal.UserError if a jar or a file cannot be read
     */
    public static Assignment of(Plan plan, TaskCatalogue tasks, MethodCatalogue methods, Kernels kernels) {
        String file = plan.name() + ".yaml";
        Map<String, ShippedFile> files = new TreeMap<>();
        paths(plan, file, tasks, methods).forEach(path -> files.put(path, ShippedFile.at(Path.of(path))));
        return new Assignment(
                file,
                plan.text(),
                kernels.name().equals("plain") ? "plain" : "vector",
                shipped(jars(tasks)),
                shipped(jars(methods)),
                files);
    }

    private static Set<String> paths(Plan plan, String file, TaskCatalogue tasks, MethodCatalogue methods) {
        Set<String> paths = new TreeSet<>();
        if (!plan.files().byContent().isEmpty()) {
            new PlanReader(methods, tasks, path -> {
                        paths.add(path);
                        return path;
                    })
                    .read(file, plan.text());
        }
        return paths;
    }

    private static Set<Path> jars(TaskCatalogue tasks) {
        Set<Path> jars = new LinkedHashSet<>();
        tasks.names().forEach(name -> tasks.jarOf(name).ifPresent(jars::add));
        return jars;
    }

    private static Set<Path> jars(MethodCatalogue methods) {
        Set<Path> jars = new LinkedHashSet<>();
        for (MethodKind kind : MethodKind.values()) {
            methods.list(kind)
                    .names()
                    .forEach(name -> methods.list(kind).jarOf(name).ifPresent(jars::add));
        }
        return jars;
    }

    private static List<ShippedFile> shipped(Collection<Path> paths) {
        return paths.stream().map(ShippedFile::at).toList();
    }

    /** Returns every file that a process needs a copy of, each name once. */
    public List<ShippedFile> shipped() {
        Map<String, ShippedFile> all = new TreeMap<>();
        List<ShippedFile> each = new ArrayList<>(taskJars);
        each.addAll(methodJars);
        each.addAll(files.values());
        each.forEach(file -> all.putIfAbsent(file.name(), file));
        return List.copyOf(all.values());
    }
}
