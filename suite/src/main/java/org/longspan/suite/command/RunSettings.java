package org.longspan.suite.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.longspan.harness.RunOptions;
import org.longspan.harness.method.MethodCatalogue;
import org.longspan.harness.plan.Plan;
import org.longspan.harness.plan.PlanReader;
import org.longspan.harness.task.TaskCatalogue;
import org.longspan.numerics.kernel.KernelChoice;
import org.longspan.suite.text.Version;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options shared by the commands {@code run} and {@code plan}. */
final class RunSettings {

    @Option(
            names = "--runs",
            paramLabel = "DIR",
            defaultValue = "runs",
            description = "The folder for all runs. Each run gets a folder in it, named after its plan. "
                    + "Default: ${DEFAULT-VALUE}.")
    private Path runs;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Number of trials to run in parallel, one thread each; no result depends on it. "
                    + "Default: the number of cores.")
    private Integer threads;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Root of all random numbers, in place of the plan's own seed. The run has a name and a "
                    + "folder of its own, such as quick-seed-3.")
    private Long seed;

    @Option(
            names = "--reuse-code",
            paramLabel = "HASH",
            description = "Accept results made by other code, by the hash that a run prints when it finds them; "
                    + "may be repeated. The report says so.")
    private final Set<String> reuseCode = new LinkedHashSet<>();

    @Option(
            names = "--only",
            paramLabel = "KEY=VALUE,...",
            defaultValue = "",
            description = "Run a part of the plan's cells into the same folder, such as optimizer=adam,clipping=none. "
                    + "Keys: optimizer, clipping, schedule, policy, model, task, length, block.")
    private String only;

    @Option(
            names = "--reuse",
            paramLabel = "DIR",
            description = "Take over the results of equal trials from the folder of another run, such as runs/quick; "
                    + "may be repeated. Nothing in it is changed.")
    private final List<Path> reuse = new ArrayList<>();

    @Option(names = "--stop-with-parent", hidden = true, description = "Stop when the parent process has ended.")
    private boolean stopWithParent;

    @Mixin
    private KernelOption kernels;

    private KernelChoice chosen;

    /** Returns the chosen kernels, always the same instance. */
    KernelChoice kernels() {
        if (chosen == null) {
            chosen = kernels.choose();
        }
        return chosen;
    }

    Plan read(String name, TaskCatalogue tasks, MethodCatalogue methods, Path home) {
        return read(PlanFile.find(name, home), tasks, methods);
    }

    /** Returns the plan in {@code file}, with the root seed that was given. */
    Plan read(Path file, TaskCatalogue tasks, MethodCatalogue methods) {
        Plan plan = new PlanReader(methods, tasks).read(file);
        return seed == null ? plan : plan.withSeed(seed);
    }

    /** Returns the folder for all runs. */
    Path runs() {
        return runs;
    }

    /** Returns the root seed that was given; empty for the plans' own. */
    Optional<Long> seed() {
        return Optional.ofNullable(seed);
    }

    /** Returns the folder of a plan's run. */
    Path folder(Plan plan) {
        return runs.resolve(plan.name());
    }

    /** Returns the absolute path of a plan's file. */
    Path file(String name, Path home) {
        return PlanFile.find(name, home).toAbsolutePath().normalize();
    }

    /** Returns the number of threads that was given, or {@code usual}. */
    int threadsOr(int usual) {
        return threads == null ? usual : threads;
    }

    /** Returns the options that were given, for the command line of another machine; all but the number of threads. */
    List<String> words() {
        List<String> words = new ArrayList<>(List.of("--runs", absolute(runs)));
        seed().ifPresent(root -> words.add("--seed=" + root));
        reuseCode.forEach(hash -> words.addAll(List.of("--reuse-code", hash)));
        if (!only.isBlank()) {
            words.addAll(List.of("--only", only));
        }
        reuse.forEach(folder -> words.addAll(List.of("--reuse", absolute(folder))));
        words.addAll(kernels.words());
        return words;
    }

    private static String absolute(Path path) {
        return path.toAbsolutePath().normalize().toString();
    }

    RunOptions options(Path home) {
        return new RunOptions(
                threadsOr(Runtime.getRuntime().availableProcessors()),
                kernels().kernels(),
                reuseCode,
                stopWithParent,
                Version.number(),
                Version.commit(home),
                only,
                reuse);
    }
}
