package org.longspan.spark;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.spark.SparkConf;

/** The configuration of the application, around what {@code spark-submit} was told. */
final class SparkSettings {

    private static final String OPTIONS = "spark.executor.extraJavaOptions";

    private static final String LOG_LEVEL = "spark.log.level";

    private SparkSettings() {}

    /**
     * Returns the level of Spark's log once it has started: that of {@code spark-submit}, or WARN, as the console shows
     * the run's progress.
     */
    static String logLevel() {
        return new SparkConf().get(LOG_LEVEL, "WARN");
    }

    /** Returns the configuration. What is set always is what the results depend on being delivered once and whole. */
    static SparkConf of() {
        SparkConf conf = new SparkConf();
        conf.setIfMissing("spark.app.name", "longspan");
        conf.setIfMissing(LOG_LEVEL, "OFF"); // what keeps Spark from starting is told in a sentence
        conf.set(OPTIONS, (options() + " " + conf.get(OPTIONS, "")).strip());
        conf.set("spark.speculation", "false"); // a slow cell is a long one
        conf.set("spark.driver.maxResultSize", "0"); // counts what was stored and let go long ago
        conf.setIfMissing("spark.task.maxFailures", "16"); // a trial never fails its task, so these are lost executors
        return conf;
    }

    /** Returns the options of the virtual machine that the launcher uses. */
    private static String options() {
        try (InputStream in = SparkSettings.class.getResourceAsStream("executor.options")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
