package org.longspan.suite.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.longspan.harness.BenchmarkRun;
import org.longspan.harness.method.MethodCatalogue;
import org.longspan.harness.plan.Plan;
import org.longspan.harness.refusal.Shown;
import org.longspan.harness.refusal.UserError;
import org.longspan.harness.shard.Shard;
import org.longspan.harness.task.TaskCatalogue;
import org.longspan.suite.text.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code longspan slurm quick --shards 64 > quick.sh}. */
@Command(
        name = "slurm",
        description =
                "Prints a shell script that runs a plan in shards on a cluster with Slurm: an array of jobs, one a"
                        + " shard, then the merge and the report. A shard that reaches its time limit keeps what is"
                        + " finished and goes on from there. All options of run hold; --threads is the number of cores of"
                        + " a shard, 4 if it is not given.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  longspan slurm quick --shards 64 --time 01:00:00 > quick.sh",
            "  bash quick.sh                        on a login node; again for what is missing",
            "  longspan slurm full --shards 500 --threads 8 --mem 16G --sbatch=--partition=long > f.sh"
        })
public final class SlurmCommand implements Callable<Integer> {

    private static final String BODY = "slurm.sh";
    private static final int THREADS = 4;
    private static final Pattern TIME = Pattern.compile("[0-9]+(:[0-9]{2}){0,2}|[0-9]+-[0-9]{1,2}(:[0-9]{2}){0,2}");
    private static final Pattern MEMORY = Pattern.compile("[0-9]+[KMGT]?");

    @ParentCommand
    private Session session;

    @Parameters(paramLabel = "PLAN", description = "A YAML file, or the name of one in plans/.")
    private String name;

    @Option(names = "--shards", paramLabel = "N", required = true, description = "Number of shards, one job each.")
    private String shards;

    @Option(
            names = "--time",
            paramLabel = "TIME",
            defaultValue = "04:00:00",
            description = "Time limit of each job. Default: ${DEFAULT-VALUE}.")
    private String time;

    @Option(
            names = "--mem",
            paramLabel = "SIZE",
            defaultValue = "4G",
            description = "Memory of each job; Java takes a quarter of it. Default: ${DEFAULT-VALUE}.")
    private String memory;

    @Option(
            names = "--sbatch",
            paramLabel = "OPTION",
            description = "An option of sbatch for all jobs, such as --sbatch=--partition=long; may be repeated.")
    private final List<String> sbatch = new ArrayList<>();

    @Option(
            names = "--launcher",
            paramLabel = "FILE",
            description = "The script longspan on the nodes. Default: that of this checkout or archive.")
    private Path launcher;

    @Mixin
    private RunSettings settings;

    @Override
    public Integer call() {
        int count = count();
        require(TIME, "--time", time, "a time limit of Slurm, such as 04:00:00 or 1-12:00:00");
        require(MEMORY, "--mem", memory, "a size of Slurm, such as 4G");
        TaskCatalogue tasks = session.tasks();
        MethodCatalogue methods = session.methods();
        Plan plan = settings.read(name, tasks, methods, session.home());
        Path folder = settings.folder(plan).toAbsolutePath().normalize();
        new BenchmarkRun(plan, tasks, methods, folder, settings.options(session.home())).requireSomethingToRun();
        session.terminal().out().print(head(plan, folder, count) + body());
        session.terminal().out().flush();
        return ExitCode.OK;
    }

    private int count() {
        try {
            return Shard.all(Integer.parseInt(shards)).size();
        } catch (NumberFormatException e) {
            throw new UserError(
                    "--shards " + Shown.value(shards) + " is given, expected a whole number from 1 to " + Shard.MOST,
                    e);
        }
    }

    private static void require(Pattern form, String option, String value, String expected) {
        if (!form.matcher(value).matches()) {
            throw new UserError(option + " " + Shown.value(value) + " is given, expected " + expected);
        }
    }

    private String head(Plan plan, Path folder, int count) {
        Path home = session.home();
        String own = (launcher == null ? home.resolve("longspan") : launcher)
                .toAbsolutePath()
                .normalize()
                .toString();
        List<String> options = settings.words();
        options.addAll(List.of("--threads", Integer.toString(settings.threadsOr(THREADS))));
        return String.join(
                "\n",
                "#!/usr/bin/env bash",
                "# Runs a plan in shards on Slurm, merges them and writes the report. Start it on a login node with"
                        + " bash;",
                "# start it again to run what is missing. Written by Longspan " + Version.number() + ".",
                "set -euo pipefail",
                "",
                "longspan=" + ShellWords.quoted(own),
                "plan=" + ShellWords.quoted(settings.file(name, home).toString()),
                "run=" + ShellWords.quoted(folder.toString()),
                "name=" + ShellWords.quoted("longspan-" + plan.name()),
                "shards=" + count,
                "time=" + time,
                "cpus=" + settings.threadsOr(THREADS),
                "memory=" + memory,
                "longspan_options=" + ShellWords.array(session.plugInWords()),
                "run_options=" + ShellWords.array(options),
                "sbatch_options=" + ShellWords.array(sbatch),
                "",
                "");
    }

    private static String body() {
        try (InputStream in = Objects.requireNonNull(SlurmCommand.class.getResourceAsStream(BODY))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(BODY + " is a part of this program", e);
        }
    }
}
