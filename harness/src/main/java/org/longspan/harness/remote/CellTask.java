package org.longspan.harness.remote;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/**
 * A cell to be run.
 *
 * @param cell id of the cell's first trial, which no other cell has
 * @param ends how its stored trials ended, as JSON by the id of the trial; they do not run again
 */
public record CellTask(String cell, Map<String, String> ends) implements Serializable {

    public CellTask {
        ends = new TreeMap<>(ends);
    }
}
