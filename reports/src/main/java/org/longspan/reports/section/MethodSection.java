package org.longspan.reports.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.longspan.harness.record.Manifest.Design;
import org.longspan.harness.record.Manifest.MethodEntry;
import org.longspan.harness.record.Manifest.TaskEntry;
import org.longspan.reports.page.Block;
import org.longspan.reports.page.Block.Method;
import org.longspan.reports.page.Material;
import org.longspan.reports.page.Part;
import org.longspan.reports.page.Section;
import org.longspan.reports.summary.ArrangedRun;

/** What was used, with its equations and sources. */
final class MethodSection implements Section {

    @Override
    public Optional<Part> of(Material material) {
        ArrangedRun run = material.run();
        Design design = run.manifest().design();
        List<Method> methods = new ArrayList<>();
        List.of(design.optimizers(), design.clippings(), design.schedules(), design.policies(), design.methods())
                .forEach(list -> list.forEach(m -> methods.add(method(m))));
        design.tasks().stream().map(e -> task(run, e)).distinct().forEach(methods::add);
        return Optional.of(new Part(
                "methods",
                "Methods",
                "Methods and their sources",
                List.of(new Block.Fold(
                        "Equations and sources",
                        methods.size() + " entries",
                        false,
                        List.of(new Block.Methods(methods))))));
    }

    private static Method method(MethodEntry entry) {
        return new Method(entry.name(), entry.kind(), entry.summary(), entry.equation(), entry.citation());
    }

    /** Says what a task's files hold; where they lay is a circumstance that the manifest alone keeps. */
    private static Method task(ArrangedRun run, TaskEntry entry) {
        String files = new TreeMap<>(entry.task().files())
                .entrySet().stream()
                        .map(file -> " Its " + file.getKey() + ": " + file.getValue() + ".")
                        .collect(Collectors.joining());
        return new Method(run.tasks().get(entry.task()), "task", "", "", entry.citation() + files);
    }
}
