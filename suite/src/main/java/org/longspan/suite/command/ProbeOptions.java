package org.longspan.suite.command;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.longspan.probes.Probes;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is probed. Values are those of a plan, and the reader of plans checks them. */
final class ProbeOptions {

    /** The length where none is given. */
    static final int LENGTH = 50;

    /** The clippings that probes compare beside that of the run. */
    static final List<String> COMPARED = List.of("none", "global-norm", "value");

    private static final String END = "end";

    /** The moments of a probe that looks at the weights, as far as the run goes. */
    private static final List<Integer> MOMENTS = List.of(0, 100, 1000);

    @Parameters(
            index = "0",
            paramLabel = "MODEL",
            description = "A cell, such as lstm; longspan list models shows all.")
    String model;

    @Parameters(
            index = "1",
            paramLabel = "TASK",
            description = "A family of tasks, such as adding; longspan list tasks shows all.")
    String task;

    @Option(names = "--length", paramLabel = "T", description = "The length of the sequences. Default: " + LENGTH + ".")
    String length;

    @Option(names = "--variant", paramLabel = "NAME", description = "The variant of the task. Default: its first.")
    String variant;

    @Option(
            names = "--hidden",
            paramLabel = "H",
            defaultValue = "50",
            description = "Units of a layer. Default: ${DEFAULT-VALUE}.")
    String hidden;

    @Option(
            names = "--layers",
            paramLabel = "L",
            defaultValue = "1",
            description = "Number of layers. Default: ${DEFAULT-VALUE}.")
    String layers;

    @Option(
            names = "--initialization",
            paramLabel = "NAME",
            defaultValue = "glorot",
            description = "The initialization, such as sparse, or with settings '{name: sparse, spectral-radius: 2}'. "
                    + "Default: ${DEFAULT-VALUE}.")
    String initialization;

    @Option(
            names = "--optimizer",
            paramLabel = "NAME",
            defaultValue = "{name: sgd, learning-rate: 0.2}",
            description = "The optimizer, such as adam, or with settings '{name: adam, learning-rate: 0.01}'. "
                    + "Default: '${DEFAULT-VALUE}'.")
    String optimizer;

    @Option(
            names = "--clipping",
            paramLabel = "NAME",
            defaultValue = "{name: global-norm, threshold: 1, relative-to: absolute}",
            description = "The clipping, such as none. Default: '${DEFAULT-VALUE}', by which a run survives the cliffs "
                    + "that it shows.")
    String clipping;

    @Option(
            names = "--updates",
            paramLabel = "N",
            defaultValue = "8000",
            description = "Number of updates at most; a run that solves its task ends. Default: ${DEFAULT-VALUE}.")
    String updates;

    @Option(
            names = "--batch",
            paramLabel = "B",
            defaultValue = "20",
            description = "Sequences of a mini-batch. Default: ${DEFAULT-VALUE}.")
    String batch;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Root of all random numbers. Default: ${DEFAULT-VALUE}.")
    String seed;

    @Option(
            names = "--at",
            paramLabel = "MOMENT",
            split = ",",
            description = "When probes look at the weights: numbers of updates, solved, end. Default: 0,100,1000,end.")
    List<String> at = new ArrayList<>();

    @Option(
            names = "--probes",
            paramLabel = "NAME",
            split = ",",
            description = "The probes; longspan list probes shows all. Default: all.")
    List<String> probes = new ArrayList<>();

    /** Returns the names of the probes. */
    List<String> names() {
        return probes.isEmpty() ? Probes.names() : probes;
    }

    /** Returns the moments of a probe, those that a short run cannot reach left out where none are given. */
    List<String> moments(String probe) {
        if (Probes.watchesARun(probe)) {
            return List.of(END);
        }
        if (!at.isEmpty()) {
            return at;
        }
        Stream<String> within = MOMENTS.stream()
                .filter(moment -> !updates.matches("[0-9]{1,9}") || moment < Integer.parseInt(updates))
                .map(String::valueOf);
        return Stream.concat(within, Stream.of(END)).toList();
    }
}
