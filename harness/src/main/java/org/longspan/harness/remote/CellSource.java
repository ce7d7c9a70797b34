package org.longspan.harness.remote;

import java.util.List;

/** The cells of a run that lack results. Used by one thread. */
public interface CellSource {

    /** Returns what every process needs, whichever cells it runs. */
    Assignment assignment();

    /** Returns a task for each cell that lacks results, in the grid's order. */
    List<CellTask> open();

    /**
     * Receives the answer to a task. Its results are stored when this method returns; a second answer is ignored.
     *
     * @throws org.longspan.harness.refusal.UserError if the process could not run the cell, or if a result cannot be
     *     stored
     */
    void done(CellAnswer answer);

    /** Returns whether the run should end before all cells have. */
    boolean isStopped();

    /** Tells the user a line. */
    void note(String line);
}
