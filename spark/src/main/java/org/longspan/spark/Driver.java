package org.longspan.spark;

import java.util.Optional;
import java.util.stream.Stream;
import org.longspan.suite.Longspan;

/** The program on the driver, as {@link OwnJars} load it: {@code longspan run} with another executor. */
public final class Driver {

    private Driver() {}

    /** Runs a plan and exits with the code of {@code longspan run}. */
    public static void main(String[] words) {
        Thread here = Thread.currentThread();
        SparkCells cells = new SparkCells(here.getContextClassLoader());
        here.setContextClassLoader(Driver.class.getClassLoader()); // where libraries look, such as for templates
        String[] command = Stream.concat(Stream.of("run"), Stream.of(words)).toArray(String[]::new);
        System.exit(Longspan.runHere(Optional.of(cells), command));
    }
}
