package org.longspan.harness.remote;

/**
 * Runs whole cells in other processes and delivers the answers in any order.
 *
 * <pre>{@code
 * for (CellTask task : source.open()) {
 *     source.done(new CellBench(source.assignment(), places, "here").run(task)); // in another process
 * }
 * }</pre>
 */
public interface CellExecutor {

    /**
     * Runs all open cells of {@code source}, and returns when there are no more or the source was stopped.
     *
     * @throws org.longspan.harness.refusal.UserError if the processes cannot run them, or if a result cannot be stored
     */
    void run(CellSource source);
}
