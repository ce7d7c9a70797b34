package org.longspan.microbench;

import java.util.List;
import java.util.Map;
import org.longspan.model.cell.Cells;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.optim.clip.Clippings;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs the microbenchmarks as JMH's own main class does, and with its arguments, over every entry of the lists: cells,
 * optimizers, clippings and tasks.
 */
public final class Microbenchmarks {

    private Microbenchmarks() {}

    /** Runs the benchmarks that the arguments choose; all of them without arguments. */
    public static void main(String[] arguments) throws Exception {
        if (!Unpinned.ranAgain(Microbenchmarks.class, arguments)) {
            run(arguments);
        }
    }

    private static void run(String... arguments) throws CommandLineOptionException, RunnerException {
        CommandLineOptions chosen = new CommandLineOptions(arguments);
        OptionsBuilder options = new OptionsBuilder();
        options.parent(chosen);
        lists().forEach((parameter, names) -> {
            if (!chosen.getParameter(parameter).hasValue()) {
                options.param(parameter, names.toArray(String[]::new));
            }
        });
        new Runner(options.build()).run();
    }

    /** Returns the values of each parameter that goes through a list. */
    static Map<String, List<String>> lists() {
        return Map.of(
                "cell", names(Cells.all()),
                "method", UpdateCase.methods(),
                "optimizer", UpdateCase.optimizers(),
                "clipping", names(Clippings.all()),
                "task", TaskCase.names());
    }

    private static List<String> names(List<? extends Entry<?>> entries) {
        return entries.stream().map(Entry::name).toList();
    }
}
