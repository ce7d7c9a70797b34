package org.longspan.suite.exact;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One row of the matrix: a virtual machine that must give the stored digests.
 *
 * @param extent the smallest extent that includes it
 * @param other whether it runs on the other JDK
 * @param flags of the virtual machine
 * @param kernels plain or vector
 * @param threads number of trials run in parallel
 * @param trials names, as {@link ExactnessRows} reads them
 */
record Row(Extent extent, boolean other, List<String> flags, String kernels, int threads, List<String> trials) {

    /** The share of the matrix to run; each includes the ones before it. */
    enum Extent {
        /** The rows likeliest to fail: part of every {@code mvn test}. */
        FEW,
        /** The rows of continuous integration, which take minutes. */
        MORE,
        /** The whole matrix. */
        ALL
    }

    private static final String VECTOR = "vector";
    private static final String PLAIN = "plain";
    private static final String NO_MULTIPLY_ADD = "-XX:UseAVX=0";
    private static final String INTERPRETED = "-Xint";

    /** Updates on rows where one update takes seconds. */
    private static final int PREFIX = 3;

    private static final List<String> WHOLE =
            ExactTrials.all().stream().map(ExactTrial::name).toList();
    private static final List<String> PREFIXES = ExactTrials.all().stream()
            .filter(ExactTrial::startsAtOnce)
            .map(trial -> trial.name() + "@" + PREFIX)
            .toList();
    private static final List<String> ONE_PREFIX = List.of("solved-lstm@" + PREFIX);

    /** Returns the names of all trials and of their beginnings. */
    static List<String> names() {
        return Stream.concat(WHOLE.stream(), PREFIXES.stream()).toList();
    }

    /** Returns the rows of {@code extent}, in the order of the table. */
    static List<Row> of(Extent extent) {
        List<Row> rows = new ArrayList<>();
        for (boolean other : new boolean[] {false, true}) {
            boolean here = !other;
            rows.add(whole(other ? Extent.FEW : Extent.MORE, other, VECTOR, 1));
            rows.add(whole(here ? Extent.FEW : Extent.MORE, other, VECTOR, 2));
            rows.add(whole(here ? Extent.FEW : Extent.MORE, other, PLAIN, 1));
            rows.add(whole(Extent.MORE, other, PLAIN, 2));
            rows.add(whole(here ? Extent.FEW : Extent.MORE, other, VECTOR, 1, "-XX:MaxVectorSize=16"));
            rows.add(whole(Extent.MORE, other, VECTOR, 1, "-XX:MaxVectorSize=32"));
            rows.add(whole(Extent.MORE, other, VECTOR, 1, "-XX:MaxVectorSize=64"));
            rows.add(whole(Extent.MORE, other, VECTOR, 1, "-XX:UseAVX=1"));
            rows.add(whole(here ? Extent.FEW : Extent.MORE, other, VECTOR, 1, "-XX:UseAVX=2"));
            rows.add(slow(here ? Extent.MORE : Extent.ALL, other, PLAIN, PREFIXES, NO_MULTIPLY_ADD));
            rows.add(slow(Extent.ALL, other, VECTOR, ONE_PREFIX, NO_MULTIPLY_ADD));
            rows.add(slow(here ? Extent.MORE : Extent.ALL, other, PLAIN, PREFIXES, INTERPRETED));
            rows.add(slow(here ? Extent.MORE : Extent.ALL, other, VECTOR, ONE_PREFIX, INTERPRETED));
        }
        return rows.stream().filter(row -> row.extent.compareTo(extent) <= 0).toList();
    }

    private static Row whole(Extent extent, boolean other, String kernels, int threads, String... flags) {
        return new Row(extent, other, List.of(flags), kernels, threads, WHOLE);
    }

    private static Row slow(Extent extent, boolean other, String kernels, List<String> trials, String... flags) {
        return new Row(extent, other, List.of(flags), kernels, 1, trials);
    }

    /** Returns whether it runs without hardware multiply-add, whatever the machine. */
    boolean isWithoutMultiplyAdd() {
        return flags.contains(NO_MULTIPLY_ADD);
    }

    /** Returns the command line of this row on {@code jdk}. */
    List<String> command(Jdk jdk) {
        List<String> command = new ArrayList<>();
        command.add(jdk.java().toString());
        command.add("-XX:+IgnoreUnrecognizedVMOptions"); // 17 does not know the last option, ARM does not know AVX
        command.add("--add-modules=jdk.incubator.vector");
        command.add("--sun-misc-unsafe-memory-access=allow");
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ExactnessRows.class.getName()));
        command.add(kernels);
        command.add(Integer.toString(threads));
        command.addAll(trials);
        return command;
    }

    @Override
    public String toString() {
        String options = flags.stream().map(flag -> flag + " ").collect(Collectors.joining());
        return options + kernels + ", " + threads + (threads == 1 ? " thread" : " threads");
    }
}
