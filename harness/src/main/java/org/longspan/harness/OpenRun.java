package org.longspan.harness;

import java.util.function.BooleanSupplier;
import org.longspan.harness.store.ResultStore;

/**
 * A run whose folder is open.
 *
 * @param reuse what it takes over from its folder
 * @param store of its results
 * @param tally of its trials
 * @param failures of its trials; tells the user of all events
 * @param abandoned whether it should stop because its parent process has ended
 */
record OpenRun(Reuse reuse, ResultStore store, Tally tally, Failures failures, BooleanSupplier abandoned) {}
