package org.longspan.spark;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.spark.SimpleFutureAction;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.longspan.harness.refusal.UserError;
import org.longspan.harness.remote.Bytes;
import org.longspan.harness.remote.CellAnswer;
import org.longspan.harness.remote.CellExecutor;
import org.longspan.harness.remote.CellSource;
import org.longspan.harness.remote.CellTask;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractFunction0;
import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;
import scala.util.Failure;

/**
 * Runs cells as the partitions of one Spark job, a task each. Executors write nothing. Answers come to a queue in the
 * order in which tasks end, and the thread that drives the run stores them one by one: Spark's own threads must not
 * wait for a disk.
 */
final class SparkCells implements CellExecutor {

    private static final long PATIENCE_SECONDS = 1;

    private final ClassLoader sparks;

    /**
     * Creates an executor on the cluster that {@code spark-submit} was told of.
     *
     * @param sparks the loader in which Spark looks for its parts, such as those for a kind of cluster
     */
    SparkCells(ClassLoader sparks) {
        this.sparks = sparks;
    }

    @Override
    public void run(CellSource source) {
        List<CellTask> open = source.open();
        if (open.isEmpty()) {
            return;
        }
        Thread here = Thread.currentThread();
        ClassLoader before = here.getContextClassLoader();
        here.setContextClassLoader(sparks);
        try {
            run(source, open);
        } finally {
            here.setContextClassLoader(before);
        }
    }

    private static void run(CellSource source, List<CellTask> open) {
        try (JavaSparkContext spark = start();
                ShippedFiles files = ShippedFiles.of(source.assignment())) {
            try {
                run(source, open, spark, files);
            } catch (IllegalStateException e) {
                throw spark.sc().isStopped() ? ended(e) : e;
            }
        }
    }

    private static void run(CellSource source, List<CellTask> open, JavaSparkContext spark, ShippedFiles files) {
        source.note("spark " + spark.version() + ": application " + spark.sc().applicationId() + " on " + spark.master()
                + ", a task for each of " + open.size() + (open.size() == 1 ? " cell" : " cells"));
        files.addTo(spark);
        BlockingQueue<byte[]> answers = new LinkedBlockingQueue<>();
        SimpleFutureAction<BoxedUnit> job = submit(spark, source, open, answers);
        try {
            store(source, job, answers);
        } finally {
            job.cancel(); // of no effect on a job that has ended
        }
    }

    private static JavaSparkContext start() {
        try {
            JavaSparkContext spark = new JavaSparkContext(SparkSettings.of());
            spark.setLogLevel(SparkSettings.logLevel());
            return spark;
        } catch (Exception e) { // Scala's methods throw checked exceptions that they do not declare
            throw new UserError("Spark cannot start: " + firstLine(e), e);
        }
    }

    private static String firstLine(Throwable e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private static SimpleFutureAction<BoxedUnit> submit(
            JavaSparkContext spark, CellSource source, List<CellTask> open, BlockingQueue<byte[]> answers) {
        JavaRDD<byte[]> tasks = spark.parallelize(open.stream().map(Bytes::of).toList(), open.size());
        return spark.sc()
                .submitJob(
                        tasks.rdd(),
                        new CellFunction(Bytes.of(source.assignment())),
                        all(open.size()),
                        new Arrival(answers),
                        new Nothing());
    }

    /** Returns the numbers of all partitions. */
    private static Seq<Object> all(int partitions) {
        List<Object> numbers = IntStream.range(0, partitions)
                .mapToObj(number -> (Object) number)
                .toList();
        return CollectionConverters.asScala(numbers).toSeq();
    }

    private static void store(CellSource source, SimpleFutureAction<BoxedUnit> job, BlockingQueue<byte[]> answers) {
        try {
            while (!source.isStopped()) {
                boolean ended = job.isCompleted(); // before the look into the queue, which then has all answers
                byte[] next = answers.poll(ended ? 0 : PATIENCE_SECONDS, TimeUnit.SECONDS);
                if (next != null) {
                    source.done(Bytes.read(next, CellAnswer.class));
                } else if (ended) {
                    requireSuccess(job);
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void requireSuccess(SimpleFutureAction<BoxedUnit> job) {
        if (job.value().get() instanceof Failure<BoxedUnit> failure) {
            throw ended(failure.exception());
        }
    }

    /**
     * Returns the error of a job that Spark ended. While the process itself ends, by Ctrl-C or SIGTERM, Spark's own
     * last act is to stop the job: the user is told by another thread then, and this one has nothing to add.
     */
    private static UserError ended(Throwable e) {
        while (isProcessEnding()) {
            LockSupport.park();
        }
        return new UserError(
                "Spark ended the job, all results so far are kept, and the same command resumes the run: "
                        + firstLine(e),
                e);
    }

    private static boolean isProcessEnding() {
        Thread hook = new Thread();
        try {
            Runtime.getRuntime().addShutdownHook(hook);
            Runtime.getRuntime().removeShutdownHook(hook);
            return false;
        } catch (IllegalStateException e) {
            return true; // as it is too late for another hook
        }
    }

    /** Takes the answer of a task when it has ended, on one of Spark's threads. */
    private static final class Arrival extends AbstractFunction2<Object, byte[], BoxedUnit> {

        private final BlockingQueue<byte[]> answers;

        Arrival(BlockingQueue<byte[]> answers) {
            this.answers = answers;
        }

        @Override
        public BoxedUnit apply(Object partition, byte[] answer) {
            answers.add(answer);
            return BoxedUnit.UNIT;
        }
    }

    /** The result of the whole job: its answers have arrived one by one. */
    private static final class Nothing extends AbstractFunction0<BoxedUnit> {

        @Override
        public BoxedUnit apply() {
            return BoxedUnit.UNIT;
        }
    }
}
