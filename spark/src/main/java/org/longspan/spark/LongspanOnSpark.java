package org.longspan.spark;

import java.lang.reflect.InvocationTargetException;

/**
 * The main class of {@code longspan-spark.jar}: {@code spark-submit longspan-spark.jar PLAN}. It starts the program
 * behind {@link OwnJars}.
 */
public final class LongspanOnSpark {

    private LongspanOnSpark() {}

    /**
     * Runs a plan on the cluster that Spark was told of, and exits with the code of {@code longspan run}.
     *
     * @param words those of {@code longspan run}
     */
    public static void main(String[] words) throws ReflectiveOperationException {
        try {
            OwnJars.load("org.longspan.spark.Driver")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) words);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
