package org.longspan.probes;

/** What an instrument costs that watches a whole run, known beforehand. */
public interface RunCost {

    /**
     * Returns the greatest cost of watching a run, in sequence-forwards.
     *
     * @param updates that the run makes at most
     * @param batch sequences of an update
     * @param step cost of an update, in sequence-forwards
     */
    long of(long updates, int batch, long step);
}
