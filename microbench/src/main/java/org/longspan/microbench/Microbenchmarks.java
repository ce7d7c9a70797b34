package org.longspan.microbench;

import org.longspan.numerics.catalogue.Entry;
import org.longspan.optim.clip.Clippings;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the microbenchmarks with the arguments of JMH's own main class, over every optimizer, clipping and task. */
public final class Microbenchmarks {

    private static final String METHOD = "method";
    private static final String TASK = "task";
    private static final String CLIPPING = "clipping";

    private Microbenchmarks() {}

    /** Runs the benchmarks that the arguments select, or all of them. */
    public static void main(String[] arguments) throws CommandLineOptionException, RunnerException {
        CommandLineOptions chosen = new CommandLineOptions(arguments);
        OptionsBuilder options = new OptionsBuilder();
        options.parent(chosen);
        if (!chosen.getParameter(METHOD).hasValue()) {
            options.param(METHOD, UpdateCase.methods().toArray(String[]::new));
        }
        if (!chosen.getParameter(CLIPPING).hasValue()) {
            options.param(CLIPPING, Clippings.all().stream().map(Entry::name).toArray(String[]::new));
        }
        if (!chosen.getParameter(TASK).hasValue()) {
            options.param(TASK, TaskCase.names().toArray(String[]::new));
        }
        new Runner(options.build()).run();
    }
}
