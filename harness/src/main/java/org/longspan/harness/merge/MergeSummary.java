package org.longspan.harness.merge;

/**
 * What a merge made.
 *
 * @param folders number of folders that were put together, with the one that they were merged into if it held a run
 * @param trials with a result that the merged run uses
 * @param planned trials of the plan; a skipped cell counts as one
 * @param results lines of results that were written, with those that the merged run does not use
 * @param looks lines of probes that were written
 * @param twice lines that were not written because another one has the same result
 */
public record MergeSummary(int folders, int trials, int planned, int results, int looks, int twice) {}
