package org.longspan.harness.remote;

import java.io.Serializable;
import java.util.List;

/**
 * What became of a cell in another process.
 *
 * @param cell id of the cell's first trial
 * @param trials those that were run, in their order
 * @param refusal why the process can run no cell, a sentence for each reason; empty if it can
 */
public record CellAnswer(String cell, List<RanTrial> trials, List<String> refusal) implements Serializable {

    public CellAnswer {
        trials = List.copyOf(trials);
        refusal = List.copyOf(refusal);
    }

    /** Returns the answer of a process that can run no cell. */
    static CellAnswer refused(CellTask task, List<String> sentences) {
        return new CellAnswer(task.cell(), List.of(), sentences);
    }
}
