package org.longspan.spark;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BinaryOperator;
import org.apache.spark.SparkEnv;
import org.apache.spark.SparkFiles;
import org.longspan.harness.remote.Assignment;
import org.longspan.harness.remote.Bytes;
import org.longspan.harness.remote.CellAnswer;
import org.longspan.harness.remote.CellBench;
import org.longspan.harness.remote.CellTask;

/** Runs cells in an executor: of an assignment and a task, both as bytes, it makes an answer. */
public final class CellsHere implements BinaryOperator<byte[]> {

    private final Map<ByteBuffer, CellBench> benches = new ConcurrentHashMap<>(); // one, but for executors in a driver

    /** Creates the cells of an executor. */
    public CellsHere() {}

    /** Returns the answer: what a trial throws is its result, what keeps this executor from running is a refusal. */
    @Override
    public byte[] apply(byte[] assignment, byte[] task) {
        CellTask cell = Bytes.read(task, CellTask.class);
        return Bytes.of(answer(assignment, cell));
    }

    private CellAnswer answer(byte[] assignment, CellTask cell) {
        CellBench bench;
        try {
            bench = benches.computeIfAbsent(ByteBuffer.wrap(assignment), CellsHere::bench);
        } catch (RuntimeException | Error e) {
            return CellBench.refused(cell, e, where());
        }
        return bench.run(cell);
    }

    private static CellBench bench(ByteBuffer assignment) {
        return CellBench.of(Bytes.read(assignment.array(), Assignment.class), name -> Path.of(SparkFiles.get(name)));
    }

    private static String where() {
        return "executor " + SparkEnv.get().executorId() + " on "
                + SparkEnv.get().blockManager().blockManagerId().host();
    }
}
