package org.longspan.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A run on an embedded cluster of two executors: the driver is a child of the test, the executors are its children. */
final class Cluster implements AutoCloseable {

    /** Two executors, each with a core and a heap of 512 MB. */
    static final String MASTER = "local-cluster[2,1,512]";

    /** The plans are small, so most of the time is that of starting. */
    private static final String QUICK_TO_START = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

    private static final long PATIENCE_SECONDS = 1800;

    private final Process driver;
    private final Path said;

    private Cluster(Process driver, Path said) {
        this.driver = driver;
        this.said = said;
    }

    /** Starts {@code spark-submit longspan-spark.jar words...} in {@code folder}. */
    static Cluster running(String master, Path folder, Object... words) throws IOException {
        String home = System.getProperty("spark.home");
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(System.getProperty("spark.jvmArgs").split(" ")));
        command.addAll(List.of(QUICK_TO_START.split(" ")));
        command.addAll(List.of("-Xmx512m", "-cp", home + "/jars/*", "org.apache.spark.deploy.SparkSubmit"));
        command.addAll(List.of("--master", master, "--conf", "spark.ui.enabled=false"));
        command.addAll(List.of("--conf", "spark.executor.extraJavaOptions=" + QUICK_TO_START));
        command.addAll(List.of("--conf", "spark.executor.memory=512m", System.getProperty("spark.jar")));
        Stream.of(words).forEach(word -> command.add(word.toString()));
        Path said = Files.createTempFile(folder, "said", ".log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().put("SPARK_HOME", home);
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return new Cluster(builder.start(), said);
    }

    /** Waits for the end and returns the exit code. */
    int code() throws InterruptedException, IOException {
        if (!driver.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("still running: " + said());
        }
        return driver.exitValue();
    }

    /** Returns all that the driver has said. */
    String said() throws IOException {
        return Files.readString(said);
    }

    /** Waits until {@code file} has the given number of lines. */
    void awaitLines(Path file, int count) throws IOException, InterruptedException {
        for (long waited = 0; lines(file) < count; waited++) {
            if (!driver.isAlive() || waited > TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS)) {
                throw new IllegalStateException(file + " has " + lines(file) + " lines: " + said());
            }
            Thread.sleep(1);
        }
    }

    private static int lines(Path file) throws IOException {
        return Files.exists(file) ? Files.readAllLines(file).size() : 0;
    }

    /** Kills one executor by SIGKILL. */
    void killAnExecutor() {
        executors().get(0).destroyForcibly();
    }

    /** Kills the driver by SIGKILL. */
    void killTheDriver() throws InterruptedException {
        driver.destroyForcibly().waitFor();
    }

    private List<ProcessHandle> executors() {
        return driver.descendants()
                .filter(child -> child.info().command().orElse("").endsWith("java"))
                .toList();
    }

    @Override
    public void close() {
        List<ProcessHandle> executors = executors();
        driver.destroyForcibly();
        executors.forEach(ProcessHandle::destroyForcibly);
    }
}
